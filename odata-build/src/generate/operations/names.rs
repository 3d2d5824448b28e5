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
    let names = default_names(operations);
    let configured: Vec<_> =
        operations.iter().map(|operation| renames.get(&operation.signature.overload())).collect();
    let mut scopes: HashMap<String, Scope> = HashMap::new();
    let mut add = |operation: &mut Operation<'_>, name: &String| {
        let scope = scopes.entry(operation.module()).or_insert_with(Scope::of_types);
        operation.name = scope.add(name.clone(), operation.suffix());
    };
    // The configured names are assigned first, so that no other operation uses them.
    for (operation, name) in operations.iter_mut().zip(&configured) {
        if let Some(name) = name {
            add(operation, name);
        }
    }
    let others = operations.iter_mut().zip(&names).zip(&configured).filter(|(_, name)| name.is_none());
    others.for_each(|((operation, name), _)| add(operation, name));
}

/// Returns the default names of the structs of operations. The names are unique, unless two operations differ only in
/// the types of their parameters or in the letter case of their names.
fn default_names(operations: &[Operation<'_>]) -> Vec<String> {
    let names = |name: fn(&Operation<'_>) -> String| -> Vec<(String, String)> {
        operations.iter().map(|operation| (operation.module(), name(operation))).collect()
    };
    let candidates = [names(simple), names(with_binding)];
    let counts = [count(&candidates[0]), count(&candidates[1])];
    let unique = |index: usize| {
        let mut levels = candidates.iter().zip(&counts);
        levels.find_map(|(names, counts)| (counts[&names[index]] == 1).then(|| names[index].1.clone()))
    };
    let default = |(index, operation)| unique(index).unwrap_or_else(|| with_parameters(operation));
    operations.iter().enumerate().map(default).collect()
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

/// Counts the operations with the same module and the same name.
fn count(names: &[(String, String)]) -> HashMap<&(String, String), usize> {
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
