//! Comparison of an action or a function in the model with its declaration in the CSDL document.

use odata_core::metadata::{Operation, Property, ValueType};

use super::findings::Location;
use super::overload::Overload;
use super::property::{self, is_untyped};
use super::service::Service;
use crate::document;

pub(super) fn check(
    service: &Service<'_>,
    there: Overload<'_>,
    here: &'static Operation,
    location: &mut Location<'_>,
) {
    check_parameters(service, there, here, location);
    check_result(service, there, here, &mut location.inside("$ReturnType"));
    match (there.is_composable, here.is_composable()) {
        (true, false) => location.addition("composable in the document, not in the model"),
        (false, true) => location.contradiction("composable in the model, not in the document"),
        _ => {}
    }
    if let Some(import) = here.import() {
        check_import(service, there, import, location);
    }
}

fn check_parameters(
    service: &Service<'_>,
    there: Overload<'_>,
    here: &'static Operation,
    location: &mut Location<'_>,
) {
    let documented = there.signature.body_parameters();
    for parameter in here.parameters() {
        let location = &mut location.inside(parameter.name());
        let same_case = |there: &&document::Property| there.name.eq_ignore_ascii_case(parameter.name());
        match documented.iter().find(|there| there.name == parameter.name()) {
            Some(there) => check_parameter(service, there, parameter, location),
            None => match documented.iter().find(same_case) {
                Some(there) => location
                    .contradiction(format_args!("not in the document, which declares `{}`", there.name)),
                None => location.contradiction("not in the document"),
            },
        }
    }
    let is_modelled = |there: &&document::Property| {
        here.parameters().iter().any(|here| here.name().eq_ignore_ascii_case(&there.name))
    };
    for parameter in documented.iter().filter(|there| !is_modelled(there)) {
        let value_type = property::shown(&parameter.value_type);
        let location = &mut location.inside(&parameter.name);
        if parameter.is_optional_parameter() {
            location.addition(format_args!(
                "not in the model, an optional parameter with the type {value_type} in the document"
            ));
        } else {
            location.contradiction(format_args!(
                "not in the model, {value_type} in the document, which the service requires"
            ));
        }
    }
}

fn check_parameter(
    service: &Service<'_>,
    there: &document::Property,
    here: &Property,
    location: &mut Location<'_>,
) {
    match (there.is_optional_parameter(), here.is_optional()) {
        (true, false) => location.addition("optional in the document, not in the model"),
        (false, true) => location.contradiction("optional in the model, not in the document"),
        _ => {}
    }
    let Some(element) = check_type(service, there, here.value_type(), true, location) else { return };
    let elements = if here.value_type().element().is_some() { "elements " } else { "" };
    match (there.value_type.is_nullable, element.is_nullable()) {
        (true, false) => {
            location.addition(format_args!("{elements}may be null in the document, not in the model"));
        }
        (false, true) => {
            location.contradiction(format_args!("{elements}may be null in the model, not in the document"));
        }
        _ => {}
    }
}

/// Compares the result of an operation in the model with the document. No difference is reported if only the model allows a null result,
/// because the model can read every result of the service.
fn check_result(
    service: &Service<'_>,
    there: Overload<'_>,
    here: &'static Operation,
    location: &mut Location<'_>,
) {
    match (&there.signature.return_type, here.result()) {
        (Some(there), Some(here)) => {
            let Some(element) = check_type(service, there, here, false, location) else { return };
            if there.value_type.is_nullable && !element.is_nullable() {
                let elements = if here.element().is_some() { "elements " } else { "" };
                location
                    .contradiction(format_args!("{elements}may be null in the document, not in the model"));
            }
        }
        (Some(there), None) => location.contradiction(format_args!(
            "{} in the document, no result in the model",
            property::shown(&there.value_type)
        )),
        (None, Some(here)) => {
            location.contradiction(format_args!("no result in the document, `{here}` in the model"));
        }
        (None, None) => {}
    }
}

/// Compares the type of a parameter or a result in the model (`here`) with the type in the document (`there`).
///
/// Returns the type of the parameter or result in the model, or its element type if it is a collection. Returns `None`
/// if the model uses `Untyped`, or if only one of the two types is a collection, because the callers can't compare
/// whether null is allowed.
fn check_type(
    service: &Service<'_>,
    there: &document::Property,
    here: ValueType,
    is_sent: bool,
    location: &mut Location<'_>,
) -> Option<ValueType> {
    if is_untyped(here) {
        return None;
    }
    if there.value_type.is_collection != here.element().is_some() {
        location.contradiction(property::differ(service, &there.value_type, here));
        return None;
    }
    let element = here.element().copied().unwrap_or(here);
    if is_untyped(element) {
        return None;
    }
    property::check_type(service, &there.value_type, here, is_sent, location);
    Some(element)
}

fn check_import(service: &Service<'_>, there: Overload<'_>, import: &str, location: &mut Location<'_>) {
    let imports = service.imports(there);
    if imports.contains(&import) {
        return;
    }
    let shown = |names: &[&str]| match names {
        [] => "none".to_owned(),
        names => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
    };
    let imports = shown(&imports);
    location.contradiction(format_args!("the import is {imports} in the document, `{import}` in the model"));
}
