//! The difference of two values, as an update sends it.

use super::sendable;
use crate::control;
use crate::metadata::{Property, StructuredType, TypeKind};
use crate::untyped::{Members, Untyped};

/// What has to be sent to make of one value the other. A complex value is merged, so only what changed in it is sent; a
/// collection is replaced, so all of it is.
pub(super) fn between(
    before: &Members,
    after: &Members,
    metadata: Option<&'static StructuredType>,
) -> Members {
    let mut changes = Members::default();
    for (name, value) in after.iter().filter(|(name, _)| may_change(name, metadata)) {
        let property = sendable::declared(metadata, name);
        if let Some(change) = change(before.get(name), value, property) {
            annotate(&mut changes, name, after);
            changes.push(name.into(), change);
        }
    }
    for (name, value) in before.iter().filter(|(name, _)| may_change(name, metadata)) {
        let is_gone = after.get(name).is_none() && !value.is_null();
        if is_gone && !name.contains('@') {
            changes.push(name.into(), cleared(sendable::declared(metadata, name)));
        }
    }
    changes
}

/// Whether a member is anything that an update changes; the types of properties go with these.
fn may_change(name: &str, metadata: Option<&'static StructuredType>) -> bool {
    let is_fixed = |property: &'static Property| {
        let is_binding = name.ends_with("@odata.bind");
        sendable::is_the_services(property)
            || property.is_key()
            || property.is_immutable()
            || (property.is_navigation() && !is_binding)
    };
    sendable::is_sent(name, true)
        && !name.ends_with("@odata.type")
        && !sendable::declared(metadata, name).is_some_and(is_fixed)
}

fn change(before: Option<&Untyped>, after: &Untyped, property: Option<&'static Property>) -> Option<Untyped> {
    match (before, after) {
        (Some(before), after) if before == after => None,
        (Some(Untyped::Object(before)), Untyped::Object(after)) if is_same_type(before, after) => {
            let metadata = sendable::structured(property.map(Property::value_type), after);
            let changes = between(before, after, metadata);
            (!changes.is_empty()).then(|| Untyped::Object(with_type(changes, after)))
        }
        (_, after) => Some(sendable::value(after, property.map(Property::value_type))),
    }
}

fn is_same_type(before: &Members, after: &Members) -> bool {
    before.get(control::TYPE) == after.get(control::TYPE)
}

/// A derived complex value says its type in a change, too.
fn with_type(changes: Members, after: &Members) -> Members {
    let mut members = Members::default();
    if let Some(tag) = after.get(control::TYPE) {
        members.push(control::TYPE.into(), tag.clone());
    }
    members.extend(changes);
    members
}

/// The type of a dynamic property stands in front of it.
fn annotate(changes: &mut Members, name: &str, after: &Members) {
    let annotation = format!("{name}@odata.type");
    if let Some(tag) = after.get(&annotation) {
        changes.push(annotation.into(), tag.clone());
    }
}

/// What stands for "nothing": a collection is never null.
fn cleared(property: Option<&'static Property>) -> Untyped {
    match property.map(|property| property.value_type().kind()) {
        Some(TypeKind::Collection(_)) => Untyped::Collection(Vec::new()),
        _ => Untyped::Null,
    }
}
