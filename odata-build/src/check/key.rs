//! Comparison of the key of a type in the model with the CSDL document.

use odata_core::metadata::{Property, StructuredKind, StructuredType};

use super::findings::Location;
use super::service::Service;
use crate::document::{self, PropertyRef};

/// Compares the key of a type in the model with the key in the document.
///
/// For example, reports a type with the key `id` in the model and the key `number` in the document. A different key of
/// a base type isn't reported again for the derived types, which inherit the key.
///
/// No difference is reported if the document declares no key for the type and its base types. A document can declare an
/// entity type without a key: the type of a singleton doesn't need a key, and Microsoft Graph omits the key of some
/// base types.
pub(super) fn check<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    model: &'static StructuredType,
    location: &mut Location<'_>,
) {
    check_paths(&documented.key, model, location);
    if documented.kind == document::StructuredKind::Complex || model.kind() == StructuredKind::Complex {
        return;
    }
    let there = service.key(documented);
    let own_here = || model.own_properties().iter().filter(|property| property.is_key());
    let is_same_with_inherited = names(there).eq(model.key_properties().map(Property::name));
    let is_same_own = names(&documented.key).eq(own_here().map(Property::name));
    if there.is_empty() || is_same_with_inherited || is_same_own {
        return;
    }
    let (there, here) = (shown(names(there)), shown(model.key_properties().map(Property::name)));
    location.contradiction(format_args!("the key is {there} in the document, {here} in the model"));
}

/// Compares the key properties that are inside a complex property, such as `Info/ID`, in the model and in the document.
fn check_paths(key: &[PropertyRef], model: &'static StructuredType, location: &mut Location<'_>) {
    for there in key.iter().filter(|reference| is_path(reference)) {
        let path = &there.name;
        let alias = there.alias.as_deref().unwrap_or_default();
        match model.key_paths().find(|here| here.path() == path) {
            Some(here) if here.alias() != alias => location.contradiction(format_args!(
                "the key path `{path}` has the alias `{alias}` in the document, `{}` in the model",
                here.alias()
            )),
            Some(_) => {}
            None => location.addition(format_args!(
                "the key has `{path}` (alias `{alias}`) in the document, not in the model"
            )),
        }
    }
    for here in model.key_paths().filter(|here| !key.iter().any(|there| there.name == here.path())) {
        location
            .contradiction(format_args!("the key has `{}` in the model, not in the document", here.path()));
    }
}

/// Returns the names of the key properties, without key paths such as `Info/ID`.
fn names(key: &[PropertyRef]) -> impl Iterator<Item = &str> {
    key.iter().filter(|reference| !is_path(reference)).map(|reference| reference.name.as_str())
}

fn is_path(reference: &PropertyRef) -> bool {
    reference.name.contains('/')
}

fn shown<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
