//! Warnings about invalid operations and about undeclared types. Invalid operations are skipped. A parameter or result with an undeclared
//! type is `Untyped`.

use std::collections::HashSet;

use super::{Kind, Operation};
use crate::document::{Index, Property};
use crate::generate::Warning;
use crate::generate::name_rules::invalid_reason;
use crate::generate::options::Options;
use crate::generate::primitive_types::primitive;

/// Returns a warning if an operation is invalid. No struct is generated for an invalid operation.
pub(super) fn invalid(index: &Index<'_>, operation: &Operation<'_>) -> Option<Warning> {
    let signature = operation.signature;
    let element = || signature.overload();
    if let Some(reason) = signature.qualified_name.split('.').find_map(invalid_reason) {
        return Some(Warning::InvalidName { element: element(), reason });
    }
    if !operation.is_callable() {
        return Some(Warning::OperationWithoutImport { element: signature.qualified_name.clone() });
    }
    let is_declared = |parameter: &Property| is_declared(index, &parameter.value_type.name);
    let mut names = HashSet::new();
    let mut parameters = signature.body_parameters().iter();
    let reason = if signature.is_bound && !operation.binding().is_some_and(is_declared) {
        "the document doesn't declare the type of the binding parameter"
    } else if parameters.clone().any(|parameter| invalid_reason(&parameter.name).is_some()) {
        "a parameter has an invalid name"
    } else if !parameters.all(|parameter| names.insert(&parameter.name)) {
        "two parameters have the same name"
    } else if operation.kind != Kind::Action && signature.return_type.is_none() {
        "the function has no return type"
    } else {
        return None;
    };
    Some(Warning::InvalidOperation { element: element(), reason })
}

/// Returns the warnings about parameters and results whose types aren't declared.
pub(super) fn undeclared_types(
    index: &Index<'_>,
    options: &Options,
    operation: &Operation<'_>,
) -> Vec<Warning> {
    let signature = operation.signature;
    let values = signature.body_parameters().iter().chain(&signature.return_type);
    let undeclared = values.filter(|value| {
        let name = value.value_type.name.as_str();
        !options.is_replaced(name) && !is_declared(index, name)
    });
    let warning = |value: &Property| Warning::UndeclaredType {
        element: format!("{}/{}", signature.overload(), value.name),
        name: value.value_type.name.clone(),
    };
    undeclared.map(warning).collect()
}

/// Checks whether a type is a primitive type or is declared by the document.
fn is_declared(index: &Index<'_>, name: &str) -> bool {
    let underlying = index.type_definitions.get(name).map_or(name, |it| it.underlying_type.as_str());
    index.contains_type(name) || primitive(underlying).is_some()
}
