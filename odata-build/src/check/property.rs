//! Comparison of a property in the model with the CSDL document: its type, its nullability, and whether it is computed or immutable.

use odata_core::metadata::{self, TypeKind, ValueType};

use super::findings::Location;
use super::service::Service;
use crate::document::{self, TypeReference};

pub(super) fn check(
    service: &Service<'_>,
    there: &document::Property,
    is_key: bool,
    (model, here): (&metadata::StructuredType, &metadata::Property),
    location: &mut Location<'_>,
) {
    check_navigation(there, here, location);
    check_access(service, (there, is_key), model, here, location);
    check_value(service, there, is_key, here, location);
}

/// Reports a property that is a navigation property only in the document or only in the model. For example, if only the
/// model declares `name` as a navigation property, the service rejects `$expand=name`.
fn check_navigation(there: &document::Property, here: &metadata::Property, location: &mut Location<'_>) {
    match (there.is_navigation, here.is_navigation()) {
        (true, false) => location.contradiction("a navigation property in the document, not in the model"),
        (false, true) => location.contradiction("a navigation property in the model, not in the document"),
        _ => {}
    }
    if here.is_contained() && !there.contains_target {
        location.contradiction(
            "contained in the model, not in the document: a deep update would delete related entities",
        );
    }
}

/// Reports a property that is computed or immutable in the document but not in the model. For example, if
/// `createdDateTime` is computed only in the document, an update request contains `createdDateTime`, and the service
/// rejects the request. A property that is computed only in the model isn't reported, because Microsoft Graph annotates
/// only a few of its computed properties with `Core.Computed`. A property that the options of the model make writable
/// isn't reported either.
fn check_access(
    service: &Service<'_>,
    (there, is_key): (&document::Property, bool),
    model: &metadata::StructuredType,
    here: &metadata::Property,
    location: &mut Location<'_>,
) {
    let is_computed_here = model.is_computed(here);
    let is_never_sent =
        there.is_never_sent(is_key) && service.options.is_never_sent(model.qualified_name(), there, is_key);
    if is_never_sent && !is_computed_here {
        location.contradiction("computed in the document, not in the model");
    }
    // Updates never contain key properties, even if the model doesn't declare the key as immutable.
    let is_set_once = here.is_immutable() || is_computed_here || here.is_key();
    if there.annotations.is_immutable && !there.is_never_sent(is_key) && !is_set_once {
        location.contradiction("immutable in the document, not in the model");
    }
}

fn check_value(
    service: &Service<'_>,
    there: &document::Property,
    is_key: bool,
    here: &metadata::Property,
    location: &mut Location<'_>,
) {
    let (in_document, in_model) = (&there.value_type, here.value_type());
    if is_untyped(in_model) {
        return;
    }
    let is_collection_here = in_model.element().is_some();
    if in_document.is_collection != is_collection_here {
        return location.contradiction(differ(service, in_document, in_model));
    }
    let element = in_model.element().copied().unwrap_or(in_model);
    if is_untyped(element) {
        return;
    }
    check_type(service, in_document, in_model, !here.is_computed(), location);
    // A key is never null, although some documents omit `Nullable="false"`.
    if !in_document.is_nullable || element.is_nullable() || is_key {
        return;
    }
    location.contradiction(if is_collection_here {
        "elements may be null in the document, not in the model"
    } else {
        "may be null in the document, not in the model"
    });
}

/// Compares the type of a property, a parameter or a result in the document and in the model. For a collection, the types of the elements are
/// compared.
///
/// If the type in the model differs from the type in the document, the finding is a
/// [`Contradiction`](super::Severity::Contradiction). If the model uses a base type, such as `directoryObject` instead
/// of `user`, the finding is only an [`Addition`](super::Severity::Addition), because the model can read every `user`
/// as a `directoryObject`.
///
/// If the model uses the base type `directoryObject` instead of `user`, and sends the type annotation
/// `#directoryObject` in requests, the finding is a contradiction, because the service accepts only a `user`.
pub(super) fn check_type(
    service: &Service<'_>,
    in_document: &TypeReference,
    in_model: ValueType,
    is_sent: bool,
    location: &mut Location<'_>,
) {
    let element = in_model.element().copied().unwrap_or(in_model);
    let name = in_document.name.as_str();
    if service.definition(name).unwrap_or(name) == element.to_string() {
        return;
    }
    let message = differ(service, in_document, in_model);
    let base = element.structured().filter(|base| is_base(service, base.qualified_name(), name));
    match base {
        None => location.contradiction(message),
        Some(base) if !is_sent || !base.writes_type_annotation() => {
            location.addition(format_args!("{message}, which is the base type"));
        }
        Some(_) => {
            location.contradiction(format_args!("{message}; the service rejects the base type in requests"));
        }
    }
}

fn is_base(service: &Service<'_>, base: &str, name: &str) -> bool {
    let structured = service.structured(name).into_iter();
    let mut chain = structured.flat_map(|documented| service.inheritance_chain(documented));
    chain.any(|documented| documented.qualified_name == base)
}

pub(super) fn is_untyped(value_type: ValueType) -> bool {
    matches!(value_type.kind(), TypeKind::Untyped)
}

pub(super) fn differ(service: &Service<'_>, in_document: &TypeReference, in_model: ValueType) -> String {
    let definition = service.definition(&in_document.name);
    let meaning = definition.map_or_else(String::new, |primitive| format!(" (`{primitive}`)"));
    format!("{}{meaning} in the document, `{in_model}` in the model", shown(in_document))
}

/// Returns a type in the syntax of CSDL XML, in backticks.
pub(super) fn shown(value_type: &TypeReference) -> String {
    let name = &value_type.name;
    if value_type.is_collection { format!("`Collection({name})`") } else { format!("`{name}`") }
}
