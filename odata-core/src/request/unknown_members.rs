//! The preference `include-unknown-enum-members` of Microsoft Graph.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::metadata::{EnumerationType, Property, StructuredType, TypeKind, ValueType};

/// The preference that requests enumeration members declared after the sentinel `unknownFutureValue`. Without
/// `include-unknown-enum-members`, Microsoft Graph returns `unknownFutureValue` instead of an enumeration member that
/// is declared after `unknownFutureValue`.
pub(super) const UNKNOWN_MEMBERS: &str = "include-unknown-enum-members";

/// Returns the preference `include-unknown-enum-members`, or `None` if no enumeration in `value_type` has members after
/// the sentinel `unknownFutureValue`.
///
/// The function `of_type` caches its results, because a search for enumerations in hundreds of types is slow.
pub(super) fn of_type(value_type: ValueType) -> Option<&'static str> {
    static KNOWN: LazyLock<Mutex<HashMap<CacheKey, bool>>> = LazyLock::new(Mutex::default);
    let Some(key) = CacheKey::of(value_type) else {
        return can_have_unknown_members(value_type, &mut HashSet::new()).then_some(UNKNOWN_MEMBERS);
    };
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
    let is_possible = known.unwrap_or_else(|| {
        let is_possible = can_have_unknown_members(value_type, &mut HashSet::new());
        KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(key, is_possible);
        is_possible
    });
    is_possible.then_some(UNKNOWN_MEMBERS)
}

/// The key of the cache in the function [`of_type`]. `CacheKey` contains the address of the type's metadata instead of
/// the OData name, because two Rust types may have the same OData name. For a polymorphic enum, `CacheKey` also contains
/// the address of the function that returns the types of the variants, because a struct and several polymorphic enums may
/// have the same declared type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct CacheKey {
    metadata_address: usize,
    types_address: Option<usize>,
}

impl CacheKey {
    fn of(value_type: ValueType) -> Option<Self> {
        let types_address = match value_type.kind() {
            TypeKind::Polymorphic(_, types) => Some((types as *const ()).addr()),
            _ => None,
        };
        Some(Self { metadata_address: core::ptr::from_ref(value_type.structured()?).addr(), types_address })
    }
}

fn can_have_unknown_members(value_type: ValueType, seen: &mut HashSet<usize>) -> bool {
    match value_type.kind() {
        TypeKind::Enumeration(metadata) => has_members_after_sentinel(metadata()),
        TypeKind::Structured(metadata) => structured_can_have_unknown_members(metadata(), seen),
        TypeKind::Polymorphic(_, types) => {
            types().types().into_iter().any(|metadata| structured_can_have_unknown_members(metadata, seen))
        }
        TypeKind::Collection(element) => can_have_unknown_members(*element, seen),
        TypeKind::Primitive(_) | TypeKind::Untyped => false,
    }
}

fn structured_can_have_unknown_members(metadata: &'static StructuredType, seen: &mut HashSet<usize>) -> bool {
    // References between types can be cyclic.
    metadata.inheritance_chain().any(|metadata| {
        seen.insert(core::ptr::from_ref(metadata).addr())
            && metadata
                .own_properties()
                .iter()
                .map(Property::value_type)
                .any(|property| can_have_unknown_members(property, seen))
    })
}

fn has_members_after_sentinel(metadata: &EnumerationType) -> bool {
    metadata.sentinel().is_some_and(|sentinel| sentinel + 1 < metadata.members().len())
}
