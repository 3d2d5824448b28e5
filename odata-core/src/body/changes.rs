//! The difference of two values, as an update sends it.

use std::collections::{HashMap, HashSet};

use super::sendable;
use crate::control;
use crate::metadata::{Property, StructuredType, TypeKind, ValueType, type_set};
use crate::untyped::{Members, Untyped};

/// What has to be sent to make of one value the other. A complex value is merged, so only what changed in it is sent; a
/// collection is replaced, so all of it is.
///
/// Without `metadata` it is a dynamic value or any JSON: all of its members are data.
pub(super) fn between(
    before: &Members,
    after: &Members,
    metadata: Option<&'static StructuredType>,
) -> Members {
    let [old, new]: [HashMap<_, _>; 2] = [before, after].map(|members| members.iter().collect());
    let type_of = |members: &HashMap<&str, &Untyped>, name: &str| {
        members.get(format!("{name}@odata.type").as_str()).map(|tag| (*tag).clone())
    };
    let mut changes = Members::default();
    for (name, value) in after.iter().filter(|(name, _)| may_change(name, metadata)) {
        let property = Declared { property: sendable::declared(metadata, name), tag: type_of(&new, name) };
        let is_retyped = property.tag.is_some() && property.tag != type_of(&old, name);
        let before = old.get(name).copied().filter(|_| !is_retyped);
        if let Some(change) = property.change(before, value) {
            if let Some(tag) = property.tag.filter(|_| metadata.is_some()) {
                changes.push(format!("{name}@odata.type").into(), tag);
            }
            changes.push(name.into(), change);
        }
    }
    changes.append(gone(before, after, metadata));
    changes
}

/// What stands for the members that are no longer there.
fn gone(before: &Members, after: &Members, metadata: Option<&'static StructuredType>) -> Members {
    let names: HashSet<_> = after.iter().map(|(name, _)| name).collect();
    let mut gone = Members::default();
    for (name, value) in before.iter().filter(|(name, _)| may_change(name, metadata)) {
        let is_annotation = metadata.is_some() && name.contains('@');
        if !names.contains(name) && !value.is_null() && !is_annotation {
            gone.push(name.into(), cleared(sendable::declared(metadata, name)));
        }
    }
    gone
}

/// Whether a member is anything that an update changes; the types of properties go with these.
fn may_change(name: &str, metadata: Option<&'static StructuredType>) -> bool {
    if metadata.is_none() {
        return name != control::TYPE;
    }
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

/// What is known of a member: the property, or the type that the payload gives it.
struct Declared {
    property: Option<&'static Property>,
    tag: Option<Untyped>,
}

impl Declared {
    fn change(&self, before: Option<&Untyped>, after: &Untyped) -> Option<Untyped> {
        let value_type = self.property.map(Property::value_type);
        match (before, after) {
            (Some(before), after) if before == after => None,
            (Some(Untyped::Object(before)), Untyped::Object(after)) if self.is_merged() => {
                Some(Untyped::Object(merged(before, after, value_type)?))
            }
            (_, after) => Some(sendable::value(after, value_type)),
        }
    }

    /// Whether an object is a complex value. One of a primitive type, a point, is replaced.
    fn is_merged(&self) -> bool {
        let tag = self.tag.as_ref().and_then(Untyped::as_str).map(type_set::qualified_name);
        match self.property.map(|property| property.value_type().kind()) {
            Some(kind) => !matches!(kind, TypeKind::Primitive(_)),
            None => !tag.is_some_and(type_set::is_primitive),
        }
    }
}

/// The change of a complex value; `None` when nothing is to be sent.
fn merged(before: &Members, after: &Members, value_type: Option<ValueType>) -> Option<Members> {
    let [old, new] = [before, after].map(|members| sendable::structured(value_type, members));
    let tag = after.get(control::TYPE).cloned();
    if before.get(control::TYPE) == after.get(control::TYPE) {
        let changes = between(before, after, new);
        return (!changes.is_empty()).then(|| with_type(tag, changes));
    }
    // Another type, which is said even if it is the declared one, and all that it has.
    let tag = tag.or_else(|| Some(new?.tag().into()));
    let all = match new {
        Some(metadata) => sendable::members(after, Some(metadata), false),
        None => after.clone(),
    };
    let mut members = with_type(tag, all);
    for (name, value) in gone(before, after, new) {
        let is_of = |metadata: Option<&'static StructuredType>| metadata.is_some_and(|it| it.declares(&name));
        if is_of(new) || !is_of(old) {
            members.push(name, value);
        }
    }
    Some(members)
}

/// The members behind the type.
fn with_type(tag: Option<Untyped>, mut others: Members) -> Members {
    let mut members = Members::default();
    others.remove(control::TYPE);
    if let Some(tag) = tag {
        members.push(control::TYPE.into(), tag);
    }
    members.append(others);
    members
}

/// What stands for "nothing": a collection is never null.
fn cleared(property: Option<&'static Property>) -> Untyped {
    match property.map(|property| property.value_type().kind()) {
        Some(TypeKind::Collection(_)) => Untyped::Collection(Vec::new()),
        _ => Untyped::Null,
    }
}
