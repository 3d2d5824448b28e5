//! The order in which undeclared members are written (OData 4.01 JSON format, clause 4.5, ordered payload): the context, the
//! type, other annotations of the instance, then the properties, each after its annotations.

use std::collections::HashMap;

use super::Extra;
use crate::control;
use crate::metadata::StructuredType;
use crate::untyped::Untyped;

type Member<'e> = (&'e str, &'e Untyped);

/// Iterates over the annotations of the instance, except its type. The context is first.
pub(crate) fn leading(extra: &Extra) -> impl Iterator<Item = Member<'_>> {
    let context = extra.iter().filter(|(name, _)| *name == control::CONTEXT);
    let others = extra
        .iter()
        .filter(|(name, _)| name.starts_with('@') && !matches!(*name, control::CONTEXT | control::TYPE));
    context.chain(others)
}

/// Checks whether any member annotates a property and must be written next to it.
pub(crate) fn has_property_annotations(extra: &Extra) -> bool {
    extra.iter().any(|(name, _)| target(name).is_some_and(|property| !property.is_empty()))
}

/// Iterates over the annotations of a declared property, such as `status@odata.type`.
pub(crate) fn annotations_of<'e>(extra: &'e Extra, property: &str) -> impl Iterator<Item = Member<'e>> {
    extra.iter().filter(move |(name, _)| target(name) == Some(property))
}

/// Returns the dynamic properties, each after its annotations, which may have been in any place.
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
        let mut places = HashMap::new();
        for (place, (name, _)) in members.iter().enumerate() {
            places.entry(target(name).unwrap_or(name)).or_insert(place);
        }
        members.sort_by_key(|(name, _)| {
            let target = target(name);
            (places[target.unwrap_or(name)], target.is_none())
        });
    }
    members
}

/// Returns the target of an annotation: the name of a property, or an empty string for the instance.
fn target(name: &str) -> Option<&str> {
    name.split_once('@').map(|(target, _)| target)
}
