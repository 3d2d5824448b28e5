//! The order in which undeclared members are written (OData 4.01 JSON format, clause 4.5, ordered payload):
//! the context, the type, what else annotates the instance, then the properties, each behind its annotations.

use std::collections::HashMap;

use super::Extra;
use crate::control;
use crate::metadata::StructuredType;
use crate::untyped::Untyped;

type Member<'e> = (&'e str, &'e Untyped);

/// What annotates the instance, but for its type: the context first.
pub(crate) fn leading(extra: &Extra) -> impl Iterator<Item = Member<'_>> {
    let context = extra.iter().filter(|(name, _)| *name == control::CONTEXT);
    let others = extra
        .iter()
        .filter(|(name, _)| name.starts_with('@') && !matches!(*name, control::CONTEXT | control::TYPE));
    context.chain(others)
}

/// Whether any member annotates a property, and so has to be written next to it.
pub(crate) fn has_property_annotations(extra: &Extra) -> bool {
    extra.iter().any(|(name, _)| target(name).is_some_and(|property| !property.is_empty()))
}

/// The annotations of a declared property: `status@odata.type`.
pub(crate) fn annotations_of<'e>(extra: &'e Extra, property: &str) -> impl Iterator<Item = Member<'e>> {
    extra.iter().filter(move |(name, _)| target(name) == Some(property))
}

/// The dynamic properties, each behind its annotations wherever these stood.
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

/// What an annotation annotates: a property, or with the empty string the instance.
fn target(name: &str) -> Option<&str> {
    name.split_once('@').map(|(target, _)| target)
}
