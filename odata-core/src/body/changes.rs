//! Compares two values and returns the properties that differ, for the body of an update request.

use std::collections::{HashMap, HashSet};

use super::selection::{self, Purpose};
use super::value_path::ValuePath;
use super::{InvalidBody, deep_changes};
use crate::control;
use crate::metadata::{Property, StructuredType, TypeKind, ValueType, type_set};
use crate::untyped::{Members, Untyped};

/// Whether the body of an update request may contain changes of related entities (deep update).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// The body contains no changes of related entities.
    Flat,
    /// The body is a deep update, which contains changes of related entities (OData 4.01 Protocol, 11.4.3.1).
    Deep,
}

/// Returns the members to send in an update request that changes the value `before` into `after`.
///
/// A changed complex value is returned with only its changed properties. A changed collection is returned with all of
/// its elements.
///
/// `metadata` is the type of `before` and `after`, or `None` for dynamic and untyped values. All members of dynamic and
/// untyped values except `@odata.type` are compared.
///
/// # Errors
///
/// Returns an error if a change isn't allowed in an update request, for example the change of an immutable property.
pub(super) fn differences(
    [before, after]: [&Members; 2],
    metadata: Option<&'static StructuredType>,
    depth: Depth,
    path: &ValuePath<'_>,
) -> Result<Members, InvalidBody> {
    let [old, new]: [HashMap<_, _>; 2] = [before, after].map(|members| members.iter().collect());
    let type_of = |members: &HashMap<&str, &Untyped>, name: &str| {
        members.get(format!("{name}@odata.type").as_str()).map(|type_annotation| (*type_annotation).clone())
    };
    let mut changes = Members::default();
    for (name, value) in after.iter().filter(|(name, _)| is_compared(name, metadata)) {
        let path = path.member(name);
        let property = metadata.and_then(|metadata| selection::declared(metadata, name));
        if let Some(property) = property.filter(|_| !name.contains('@')) {
            if property.is_navigation() {
                deep_changes::add(
                    &mut changes,
                    property,
                    [old.get(name).copied(), Some(value)],
                    depth,
                    &path,
                )?;
                continue;
            }
            check_immutable(property, [old.get(name).copied(), Some(value)], &path)?;
        }
        let member = Member { property, type_annotation: type_of(&new, name), depth };
        let is_retyped = member.type_annotation.is_some() && member.type_annotation != type_of(&old, name);
        let before = old.get(name).copied().filter(|_| !is_retyped);
        if let Some(change) = member.change(before, value, &path)? {
            if let Some(type_annotation) = member.type_annotation.filter(|_| metadata.is_some()) {
                changes.push(format!("{name}@odata.type").into(), type_annotation);
            }
            changes.push(name.into(), change);
        }
    }
    add_removed(&mut changes, [before, after], metadata, depth, path)?;
    Ok(changes)
}

/// Adds the value `null` or `[]` to `changes` for each member that exists in `before` and is missing in `after`.
fn add_removed(
    changes: &mut Members,
    [before, after]: [&Members; 2],
    metadata: Option<&'static StructuredType>,
    depth: Depth,
    path: &ValuePath<'_>,
) -> Result<(), InvalidBody> {
    let names: HashSet<_> = after.iter().map(|(name, _)| name).collect();
    for (name, value) in before.iter().filter(|(name, _)| is_compared(name, metadata)) {
        let is_annotation = metadata.is_some() && name.contains('@');
        if names.contains(name) || value.is_null() || is_annotation {
            continue;
        }
        let path = path.member(name);
        let property = metadata.and_then(|metadata| selection::declared(metadata, name));
        match property {
            Some(property) if property.is_navigation() => {
                deep_changes::add(changes, property, [Some(value), None], depth, &path)?;
            }
            property => {
                if let Some(property) = property {
                    check_immutable(property, [Some(value), None], &path)?;
                }
                changes.push(name.into(), cleared(property));
            }
        }
    }
    Ok(())
}

/// Checks whether an update request may contain a change of the member `name`.
///
/// Returns `false` for computed properties, key properties and annotations such as `prop@odata.type`, because an update
/// request can't change them.
fn is_compared(name: &str, metadata: Option<&'static StructuredType>) -> bool {
    let Some(metadata) = metadata else { return name != control::TYPE };
    let is_ignored = |property: &'static Property| {
        selection::is_never_sent(metadata, property) || (property.is_key() && !name.contains('@'))
    };
    selection::is_sent(selection::split(name), false)
        && !name.ends_with("@odata.type")
        && !selection::declared(metadata, name).is_some_and(is_ignored)
}

/// Checks that the value of a property is unchanged if the property is immutable.
fn check_immutable(
    property: &'static Property,
    [before, after]: [Option<&Untyped>; 2],
    path: &ValuePath<'_>,
) -> Result<(), InvalidBody> {
    let value = |value: Option<&Untyped>| value.cloned().unwrap_or_default();
    if !property.is_immutable() || value(before) == value(after) {
        return Ok(());
    }
    Err(InvalidBody::new(format!(
        "`{path}` is an immutable property, which an update can't change: restore its original value"
    )))
}

/// A member whose original value is compared with its changed value.
struct Member {
    property: Option<&'static Property>,
    /// The value of the member's type annotation, such as `prop@odata.type`.
    type_annotation: Option<Untyped>,
    depth: Depth,
}

impl Member {
    fn change(
        &self,
        before: Option<&Untyped>,
        after: &Untyped,
        path: &ValuePath<'_>,
    ) -> Result<Option<Untyped>, InvalidBody> {
        let value_type = self.property.map(Property::value_type);
        match (before, after) {
            (Some(before), after) if before == after => Ok(None),
            (Some(Untyped::Object(before)), Untyped::Object(after)) if self.is_merged() => {
                Ok(self.merged([before, after], value_type, path)?.map(Untyped::Object))
            }
            (_, after) => selection::value(after.clone(), value_type, Purpose::Set, path).map(Some),
        }
    }

    /// Checks whether an update request sends only the changed members of a JSON object.
    ///
    /// An update request sends only the changed properties of a complex value, such as an address. An update request
    /// always sends all members of a primitive value that is a JSON object, such as an `Edm.GeographyPoint`.
    fn is_merged(&self) -> bool {
        let type_annotation =
            self.type_annotation.as_ref().and_then(Untyped::as_str).map(type_set::qualified_name);
        match self.property.map(|property| property.value_type().kind()) {
            Some(kind) => !matches!(kind, TypeKind::Primitive(_)),
            None => !type_annotation.is_some_and(type_set::is_primitive),
        }
    }

    /// Returns the changed properties of a complex value, or `None` if `before` and `after` have equal properties.
    fn merged(
        &self,
        [before, after]: [&Members; 2],
        value_type: Option<ValueType>,
        path: &ValuePath<'_>,
    ) -> Result<Option<Members>, InvalidBody> {
        let [old, new] = [before, after].map(|members| selection::structured(value_type, members));
        let type_annotation = after.get(control::TYPE).cloned();
        if before.get(control::TYPE) == after.get(control::TYPE) {
            let changes = differences([before, after], new, self.depth, path)?;
            return Ok((!changes.is_empty()).then(|| with_type(type_annotation, changes)));
        }
        // If the type of a complex value changed, all of its members are sent with an `@odata.type`, even if the new type
        // is the declared type.
        let type_annotation = type_annotation.or_else(|| Some(new?.type_annotation().into()));
        let all = match new {
            Some(metadata) => selection::members(after.clone(), metadata, Purpose::Set, path)?,
            None => after.clone(),
        };
        let mut members = with_type(type_annotation, all);
        let mut removed = Members::default();
        add_removed(&mut removed, [before, after], new, self.depth, path)?;
        for (name, value) in removed {
            let is_declared_by =
                |metadata: Option<&'static StructuredType>| metadata.is_some_and(|it| it.declares(&name));
            if is_declared_by(new) || !is_declared_by(old) {
                members.push(name, value);
            }
        }
        Ok(Some(members))
    }
}

/// Inserts `@odata.type` with the value `type_annotation` before the members `others`.
pub(super) fn with_type(type_annotation: Option<Untyped>, mut others: Members) -> Members {
    let mut members = Members::default();
    others.remove(control::TYPE);
    if let Some(type_annotation) = type_annotation {
        members.push(control::TYPE.into(), type_annotation);
    }
    members.append(others);
    members
}

/// Returns the value that clears a property in an update request: an empty array for a collection, or `null` for any
/// other property.
fn cleared(property: Option<&'static Property>) -> Untyped {
    match property.map(|property| property.value_type().kind()) {
        Some(TypeKind::Collection(_)) => Untyped::Collection(Vec::new()),
        _ => Untyped::Null,
    }
}
