//! Lookup of the CSDL declaration of each action and function in the model.

use std::collections::HashSet;

use odata_core::metadata::{Operation, OperationKind, Property};

use super::findings::{Finding, Location};
use super::operation;
use super::overload::Overload;
use super::service::Service;
use crate::document::{Action, TypeReference};
use crate::model::Model;

/// Compares all operations of the model with the document.
pub(super) fn check(service: &Service<'_>, model: &Model, findings: &mut Vec<Finding>) {
    let mut modelled = HashSet::new();
    for ((overload, _), here) in &model.operations {
        let location = &mut Location::of_type(overload, findings);
        match find(service, here) {
            Ok(there) => {
                modelled.insert(core::ptr::from_ref(there.signature));
                operation::check(service, there, here, location);
            }
            Err(message) => location.contradiction(message),
        }
    }
    if model.operations.is_empty() {
        return;
    }
    let names: HashSet<_> = model.operations.values().map(|operation| operation.qualified_name()).collect();
    // A model contains only some types of a service, so only the operations that are bound to these types can be missing.
    let is_expected = |signature: &Action| match signature.binding_parameter() {
        Some(binding) => {
            let name = binding.value_type.name.as_str();
            model.structured.contains_key(name) || model.enumerations.contains_key(name)
        }
        None => names.contains(signature.qualified_name.as_str()),
    };
    for there in service.overloads() {
        if !modelled.contains(&core::ptr::from_ref(there.signature)) && is_expected(there.signature) {
            Location::of_type(&there.signature.overload(), findings).addition("not in the model");
        }
    }
}

/// Returns the overload in the document that corresponds to an operation of the model. The overload has the same kind
/// (action or function) and the same binding as the operation of the model. If several overloads match, the overload
/// with the most similar parameters is returned. If no overload matches, returns an error with a message such as
/// `not in the document`.
fn find<'d>(service: &Service<'d>, here: &Operation) -> Result<Overload<'d>, String> {
    let name = here.qualified_name();
    let named: Vec<_> = service.overloads_of(name).collect();
    if named.is_empty() {
        return Err(format!("not in the document{}", service.operation_hint(name)));
    }
    let of_kind: Vec<_> = named.iter().copied().filter(|there| there.kind == here.kind()).collect();
    let Some(first) = of_kind.first() else {
        let shown = |kind| match kind {
            OperationKind::Action => "an action",
            OperationKind::Function => "a function",
        };
        return Err(format!("{} in the document, {} in the model", shown(named[0].kind), shown(here.kind())));
    };
    let bound =
        of_kind.iter().copied().filter(|there| binding(service, there.signature) == binding_here(here));
    let most_similar = bound.min_by_key(|there| difference(there.signature, here));
    most_similar.ok_or_else(|| {
        let (there, here) = (shown(binding(service, first.signature)), shown(binding_here(here)));
        match of_kind.as_slice() {
            [_] => format!("{there} in the document, {here} in the model"),
            _ => format!("no overload in the document is {here}"),
        }
    })
}

/// Counts the parameters that only the document or only the model declares.
fn difference(there: &Action, here: &Operation) -> usize {
    let there: HashSet<&str> = there.body_parameters().iter().map(|parameter| &*parameter.name).collect();
    let here: HashSet<&str> = here.parameters().iter().map(Property::name).collect();
    there.symmetric_difference(&here).count()
}

/// Returns the type of the binding parameter, such as `Collection(clinic.ward)`. A type definition is replaced with its
/// underlying type, and an abstract type such as `Edm.EntityType` with `Edm.Untyped`, because a model has neither type
/// definitions nor abstract types.
fn binding(service: &Service<'_>, there: &Action) -> Option<String> {
    let value_type = &there.binding_parameter()?.value_type;
    let underlying = service.definition(&value_type.name);
    let name = match underlying.unwrap_or(&value_type.name) {
        "Edm.EntityType" | "Edm.ComplexType" | "Edm.PrimitiveType" => "Edm.Untyped".to_owned(),
        name => name.to_owned(),
    };
    Some(TypeReference { name, ..value_type.clone() }.expression().into_owned())
}

fn binding_here(here: &Operation) -> Option<String> {
    here.binding().map(|binding| binding.to_string())
}

fn shown(binding: Option<String>) -> String {
    binding.map_or_else(|| "unbound".to_owned(), |name| format!("bound to `{name}`"))
}
