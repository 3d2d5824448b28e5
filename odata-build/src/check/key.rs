//! Keys.

use odata_core::metadata::{Property, StructuredKind, StructuredType};

use super::findings::Place;
use super::service::Service;
use crate::document::{self, PropertyRef};

/// A key is declared once along a line of base types, and what is wrong with it is said there, not at every derived type.
///
/// A document that names no key along the whole line says nothing about what identifies an entity (singletons need nothing to,
/// and Graph leaves the key out of some base types), so whatever the model marks contradicts nothing.
pub(super) fn check<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    model: &'static StructuredType,
    place: &mut Place<'_>,
) {
    check_paths(&documented.key, place);
    if documented.kind == document::StructuredKind::Complex || model.kind() == StructuredKind::Complex {
        return;
    }
    let there = service.key(documented);
    let own_here = || model.own_properties().iter().filter(|property| property.is_key());
    let is_same_along_the_line = plain(there).eq(model.key_properties().map(Property::name));
    let is_same_here = plain(&documented.key).eq(own_here().map(Property::name));
    if there.is_empty() || is_same_along_the_line || is_same_here {
        return;
    }
    let (there, here) = (shown(plain(there)), shown(model.key_properties().map(Property::name)));
    place.contradiction(format_args!("the key is {there} in the document, {here} in the model"));
}

/// No field stands for a property inside a complex one, so a model can't mark such a part of a key.
fn check_paths(key: &[PropertyRef], place: &mut Place<'_>) {
    for reference in key.iter().filter(|reference| is_path(reference)) {
        let alias = reference.alias.as_ref().map_or_else(String::new, |alias| format!(" (`{alias}`)"));
        let path = &reference.name;
        place.addition(format_args!("the key has `{path}`{alias} in the document, which no model can mark"));
    }
}

fn plain(key: &[PropertyRef]) -> impl Iterator<Item = &str> {
    key.iter().filter(|reference| !is_path(reference)).map(|reference| reference.name.as_str())
}

fn is_path(reference: &PropertyRef) -> bool {
    reference.name.contains('/')
}

fn shown<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
