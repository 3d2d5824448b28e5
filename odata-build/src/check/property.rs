//! One property: its type, whether it may be null, and who sets it.

use odata_core::metadata::{self, TypeKind, ValueType};

use super::findings::Place;
use super::service::Service;
use crate::document::{self, TypeReference};

pub(super) fn check(
    service: &Service<'_>,
    there: &document::Property,
    is_key: bool,
    (model, here): (&metadata::StructuredType, &metadata::Property),
    place: &mut Place<'_>,
) {
    check_navigation(there, here, place);
    check_access((there, is_key), model, here, place);
    check_value(service, there, is_key, here, place);
}

/// What a navigation property leads to is expanded, bound and left out of updates; nothing of that is right for another.
fn check_navigation(there: &document::Property, here: &metadata::Property, place: &mut Place<'_>) {
    match (there.is_navigation, here.is_navigation()) {
        (true, false) => place.contradiction("a navigation property in the document, not in the model"),
        (false, true) => place.contradiction("a navigation property in the model, not in the document"),
        _ => {}
    }
    if here.is_contained() && !there.contains_target {
        place.contradiction(
            "contained in the model, not in the document: a deep update would delete its entities",
        );
    }
}

/// A client would send what the service refuses. It is no contradiction that the model has more of this than the document:
/// Graph annotates few of the properties that it computes.
fn check_access(
    (there, is_key): (&document::Property, bool),
    model: &metadata::StructuredType,
    here: &metadata::Property,
    place: &mut Place<'_>,
) {
    let is_computed_here = model.is_computed(here);
    if there.is_never_sent(is_key) && !is_computed_here {
        place.contradiction("computed in the document, not in the model");
    }
    // The key is in no update, whatever is annotated.
    let is_set_once = here.is_immutable() || is_computed_here || here.is_key();
    if there.remarks.is_immutable && !there.is_never_sent(is_key) && !is_set_once {
        place.contradiction("immutable in the document, not in the model");
    }
}

fn check_value(
    service: &Service<'_>,
    there: &document::Property,
    is_key: bool,
    here: &metadata::Property,
    place: &mut Place<'_>,
) {
    let (in_document, in_model) = (&there.value_type, here.value_type());
    if is_untyped(in_model) {
        return;
    }
    let is_collection_here = in_model.element().is_some();
    if in_document.is_collection != is_collection_here {
        return place.contradiction(differ(service, in_document, in_model));
    }
    let element = in_model.element().copied().unwrap_or(in_model);
    if is_untyped(element) {
        return;
    }
    check_type(service, in_document, here, element, place);
    // A key is never null, though documents leave out the word.
    if !in_document.is_nullable || element.is_nullable() || is_key {
        return;
    }
    place.contradiction(if is_collection_here {
        "elements may be null in the document, not in the model"
    } else {
        "may be null in the document, not in the model"
    });
}

/// A base type of the document's type reads all of its values: what it lacks is undeclared, so that it is an addition. It
/// can't be sent, though: under its own name a service refuses it. So it is a contradiction where a client may send the
/// property and the base type would name itself.
fn check_type(
    service: &Service<'_>,
    in_document: &TypeReference,
    here: &metadata::Property,
    element: ValueType,
    place: &mut Place<'_>,
) {
    let name = in_document.name.as_str();
    if service.definition(name).unwrap_or(name) == element.to_string() {
        return;
    }
    let in_model = here.value_type();
    let message = differ(service, in_document, in_model);
    let base = element.structured().filter(|base| is_base(service, base.qualified_name(), name));
    match base {
        None => place.contradiction(message),
        Some(base) if here.is_computed() || !base.writes_type_annotation() => {
            place.addition(format_args!("{message}, its base type"));
        }
        Some(_) => place.contradiction(format_args!("{message}, its base type, which is refused when sent")),
    }
}

fn is_base(service: &Service<'_>, base: &str, name: &str) -> bool {
    let mut line = service.structured(name).into_iter().flat_map(|documented| service.line(documented));
    line.any(|documented| documented.qualified_name == base)
}

fn is_untyped(value_type: ValueType) -> bool {
    matches!(value_type.kind(), TypeKind::Untyped)
}

fn differ(service: &Service<'_>, in_document: &TypeReference, in_model: ValueType) -> String {
    let definition = service.definition(&in_document.name);
    let meaning = definition.map_or_else(String::new, |primitive| format!(" for `{primitive}`"));
    format!("{}{meaning} in the document, `{in_model}` in the model", shown(in_document))
}

/// The type as CSDL has it.
pub(super) fn shown(value_type: &TypeReference) -> String {
    let name = &value_type.name;
    if value_type.is_collection { format!("`Collection({name})`") } else { format!("`{name}`") }
}
