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
    static KNOWN: LazyLock<Mutex<HashMap<String, bool>>> = LazyLock::new(Mutex::default);
    let types = match value_type.kind() {
        TypeKind::Polymorphic(_, types) => types().count(),
        _ => 1,
    };
    let key = format!("{value_type} of {types}");
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
    let reaches = known.unwrap_or_else(|| {
        let reaches = reaches(value_type, &mut HashSet::new());
        KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(key, reaches);
        reaches
    });
    reaches.then_some(UNKNOWN_MEMBERS)
}

fn reaches(value_type: ValueType, seen: &mut HashSet<&'static str>) -> bool {
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

fn structured_reaches(metadata: &'static StructuredType, seen: &mut HashSet<&'static str>) -> bool {
    // Types refer to each other in circles.
    metadata.line().any(|metadata| {
        seen.insert(metadata.tag())
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
