//! The Rust names of operations.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Kind, Operation};
use crate::Document;
use crate::document::{Action, last_segment};
use crate::generate::naming::{Scope, pascal_case};
use crate::generate::options::Options;

/// Sets the names of the Rust structs that are generated for operations.
///
/// By default, a struct has the name of its operation, such as `Close`. If several operations of a namespace have the
/// same name, the struct names of bound operations start with the binding type: `EdiscoveryCaseClose`, or
/// `UserCollectionDelta` for a collection. The parameter names are appended if the binding type doesn't make a struct
/// name unique: `ReportRootGetUsageWithPeriod`. The names don't depend on the selected types.
pub(super) fn assign(operations: &mut [Operation<'_>], renames: &BTreeMap<String, String>) {
    let simple: Vec<String> = operations.iter().map(simple).collect();
    let with_binding: Vec<String> = operations.iter().map(with_binding).collect();
    let with_parameters: Vec<String> = operations.iter().map(with_parameters).collect();
    let keys = |names: &[String]| -> Vec<(String, String)> {
        operations.iter().zip(names).map(|(operation, name)| (operation.module(), name.clone())).collect()
    };
    let counts = [&simple, &with_binding].map(|names| count(keys(names)));
    let mut scopes: HashMap<String, Scope> = HashMap::new();
    for (index, operation) in operations.iter_mut().enumerate() {
        let module = operation.module();
        let is_unique = |names: &[String], counts: &HashMap<(String, String), usize>| {
            counts[&(module.clone(), names[index].clone())] == 1
        };
        let name = if let Some(name) = renames.get(&operation.signature.overload()) {
            name
        } else if is_unique(&simple, &counts[0]) {
            &simple[index]
        } else if is_unique(&with_binding, &counts[1]) {
            &with_binding[index]
        } else {
            &with_parameters[index]
        };
        let scope = scopes.entry(module).or_insert_with(Scope::of_types);
        operation.name = scope.add(name.clone(), operation.suffix());
    }
}

/// Returns the first operation in the option `rename_operation` that the document doesn't declare.
pub(in crate::generate) fn unused_rename<'o>(document: &Document, options: &'o Options) -> Option<&'o str> {
    let renamed = &options.renames.operations;
    if renamed.is_empty() {
        return None;
    }
    let keys: BTreeSet<String> = document.signatures().map(Action::overload).collect();
    renamed.keys().map(String::as_str).find(|operation| !keys.contains(*operation))
}

fn count(names: Vec<(String, String)>) -> HashMap<(String, String), usize> {
    let mut counts = HashMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

fn simple(operation: &Operation<'_>) -> String {
    pascal_case(operation.simple_name())
}

fn with_binding(operation: &Operation<'_>) -> String {
    let Some(binding) = operation.binding() else { return simple(operation) };
    let owner = pascal_case(last_segment(&binding.value_type.name));
    let collection = if binding.value_type.is_collection { "Collection" } else { "" };
    format!("{owner}{collection}{}", simple(operation))
}

fn with_parameters(operation: &Operation<'_>) -> String {
    let parameters = operation.signature.body_parameters().iter();
    let parameters: Vec<_> = parameters.map(|parameter| pascal_case(&parameter.name)).collect();
    let name = with_binding(operation);
    if parameters.is_empty() { name } else { format!("{name}With{}", parameters.join("And")) }
}

impl Operation<'_> {
    /// Returns the suffix for a struct name that is already used: `Action` or `Function`.
    const fn suffix(&self) -> &'static str {
        match self.kind {
            Kind::Action => "Action",
            Kind::Function { .. } => "Function",
        }
    }
}
