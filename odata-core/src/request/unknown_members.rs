//! `Prefer: include-unknown-enum-members`, whenever there is something to include.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::metadata::{EnumerationType, Property, StructuredType, TypeKind, ValueType};

/// Graph's name for members behind the sentinel.
pub(super) const UNKNOWN_MEMBERS: &str = "include-unknown-enum-members";

/// The preference, if a value of the type may have a member behind the sentinel of its enumeration.
///
/// Types reach hundreds of others, so the answer is kept.
pub(super) fn of_type(value_type: ValueType) -> Option<&'static str> {
    static KNOWN: LazyLock<Mutex<HashMap<Key, bool>>> = LazyLock::new(Mutex::default);
    let Some(key) = Key::of(value_type) else {
        return reaches(value_type, &mut HashSet::new()).then_some(UNKNOWN_MEMBERS);
    };
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
    let reaches = known.unwrap_or_else(|| {
        let reaches = reaches(value_type, &mut HashSet::new());
        KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(key, reaches);
        reaches
    });
    reaches.then_some(UNKNOWN_MEMBERS)
}

/// What tells types apart: two of Rust may have one name in OData.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    metadata: usize,
    types: usize,
}

impl Key {
    fn of(value_type: ValueType) -> Option<Self> {
        let types = match value_type.kind() {
            TypeKind::Polymorphic(_, types) => types().count(),
            _ => 1,
        };
        Some(Self { metadata: core::ptr::from_ref(value_type.structured()?).addr(), types })
    }
}

fn reaches(value_type: ValueType, seen: &mut HashSet<usize>) -> bool {
    match value_type.kind() {
        TypeKind::Enumeration(metadata) => has_members_behind_sentinel(metadata()),
        TypeKind::Structured(metadata) => structured_reaches(metadata(), seen),
        TypeKind::Polymorphic(_, types) => {
            types().types().into_iter().any(|metadata| structured_reaches(metadata, seen))
        }
        TypeKind::Collection(element) => reaches(*element, seen),
        TypeKind::Primitive(_) | TypeKind::Untyped => false,
    }
}

fn structured_reaches(metadata: &'static StructuredType, seen: &mut HashSet<usize>) -> bool {
    // Types refer to each other in circles.
    metadata.inheritance_chain().any(|metadata| {
        seen.insert(core::ptr::from_ref(metadata).addr())
            && metadata
                .own_properties()
                .iter()
                .map(Property::value_type)
                .any(|property| reaches(property, seen))
    })
}

fn has_members_behind_sentinel(metadata: &EnumerationType) -> bool {
    metadata.sentinel().is_some_and(|sentinel| sentinel + 1 < metadata.members().len())
}
