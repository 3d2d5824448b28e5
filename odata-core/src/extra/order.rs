//! The order in which undeclared members are written (OData 4.01 JSON format, clause 4.5, ordered payload):
//! `@odata.context`, `@odata.type`, other annotations of the instance, and then the properties. The annotations of a
//! property are written before the property.

use std::collections::HashMap;

use super::Extra;
use crate::control;
use crate::metadata::StructuredType;
use crate::untyped::Untyped;

type Member<'e> = (&'e str, &'e Untyped);

/// Iterates over the annotations of the instance except `@odata.type`, beginning with `@odata.context`.
pub(crate) fn leading(extra: &Extra) -> impl Iterator<Item = Member<'_>> {
    let context = extra.iter().filter(|(name, _)| *name == control::CONTEXT);
    let others = extra
        .iter()
        .filter(|(name, _)| name.starts_with('@') && !matches!(*name, control::CONTEXT | control::TYPE));
    context.chain(others)
}

/// Checks whether the `Extra` contains an annotation of a property, such as `status@odata.type`.
pub(crate) fn has_property_annotations(extra: &Extra) -> bool {
    extra.iter().any(|(name, _)| target(name).is_some_and(|property| !property.is_empty()))
}

/// Iterates over the annotations of a declared property, such as `status@odata.type`.
pub(crate) fn annotations_of<'e>(extra: &'e Extra, property: &str) -> impl Iterator<Item = Member<'e>> {
    extra.iter().filter(move |(name, _)| target(name) == Some(property))
}

/// Returns the dynamic properties and their annotations, which serialization writes at the end of an object. Each
/// dynamic property directly follows its annotations: first `nickname@odata.type`, and then `nickname`.
pub(crate) fn trailing<'e>(extra: &'e Extra, metadata: &'static StructuredType) -> Vec<Member<'e>> {
    let mut members: Vec<Member<'e>> = extra
        .iter()
        .filter(|(name, _)| match target(name) {
            None => true,
            Some("") => false,
            Some(property) => metadata.slot_of(property).is_none(),
        })
        .collect();
    if members.iter().any(|(name, _)| name.contains('@')) {
        let mut positions = HashMap::new();
        for (position, (name, _)) in members.iter().enumerate() {
            positions.entry(target(name).unwrap_or(name)).or_insert(position);
        }
        members.sort_by_key(|(name, _)| {
            let target = target(name);
            (positions[target.unwrap_or(name)], target.is_none())
        });
    }
    members
}

/// Returns the name of the property to which the annotation `name` applies. The result is an empty string if the
/// annotation applies to the instance, and `None` if `name` isn't the name of an annotation.
fn target(name: &str) -> Option<&str> {
    name.split_once('@').map(|(target, _)| target)
}
