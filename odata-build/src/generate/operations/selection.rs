//! Selection of the operations in a model.

use std::collections::BTreeMap;

use super::{Kind, Operation, names, validity};
use crate::Document;
use crate::document::{Action, EntityContainer, Index};
use crate::generate::Warning;
use crate::generate::options::Options;
use crate::generate::plan::Plan;
use crate::generate::primitive_types::primitive;
use crate::generate::selection::is_selected;

/// Returns the operations of the model with their Rust names. An operation that is bound to a type such as `microsoft.graph.user` is
/// selected if a pattern matches the name of the type. An operation that is unbound or bound to a primitive type is selected if a pattern
/// matches its own name. Invalid operations are skipped.
pub(in crate::generate) fn select<'d>(document: &'d Document, options: &Options) -> Vec<Operation<'d>> {
    let mut operations = all(document);
    names::assign(&mut operations, &options.renames.operations);
    let index = Index::of(document);
    operations.retain(|operation| {
        is_in_model(operation.signature, options) && validity::invalid(&index, operation).is_none()
    });
    operations
}

/// Returns the warnings about the selected operations.
pub(in crate::generate) fn warnings(plan: &Plan<'_>) -> Vec<Warning> {
    if !plan.options.has_operations {
        return Vec::new();
    }
    let index = Index::of(plan.document);
    let all = all(plan.document).into_iter();
    let selected = all.filter(|operation| is_in_model(operation.signature, plan.options));
    let mut warnings: Vec<Warning> = selected
        .flat_map(|operation| match validity::invalid(&index, &operation) {
            Some(warning) => vec![warning],
            None => validity::undeclared_types(&index, plan.options, &operation),
        })
        .collect();
    warnings.sort_by(|one, other| one.element().cmp(other.element()));
    // Overloads of an unbound operation without an import have the same warning.
    warnings.dedup();
    warnings
}

/// Returns the qualified names of the types that the selected operations use, including primitive types.
pub(in crate::generate) fn type_names<'d>(
    document: &'d Document,
    options: &Options,
) -> impl Iterator<Item = &'d str> {
    let signatures = document.signatures().filter(|signature| is_in_model(signature, options));
    signatures.flat_map(|signature| {
        let parameters = signature.parameters.iter().chain(&signature.return_type);
        parameters.map(|parameter| parameter.value_type.name.as_str())
    })
}

fn is_in_model(signature: &Action, options: &Options) -> bool {
    let binding = signature.binding_parameter().map(|parameter| parameter.value_type.name.as_str());
    // The patterns select types of the document: an operation on a primitive value is selected by its own name.
    let name = binding.filter(|name| primitive(name).is_none()).unwrap_or(&signature.qualified_name);
    is_selected(&options.patterns, name) && !options.is_replaced(name)
}

fn all(document: &Document) -> Vec<Operation<'_>> {
    let imports = imports(document);
    let schemas = document.schemas.iter();
    schemas
        .flat_map(|schema| {
            let actions = schema.actions.iter().map(|action| (action, Kind::Action));
            let functions = schema.functions.iter().map(|function| {
                (&function.signature, Kind::Function { is_composable: function.is_composable })
            });
            actions.chain(functions)
        })
        .map(|(signature, kind)| {
            let import = imports.get(signature.qualified_name.as_str()).copied();
            Operation { signature, kind, import: import.filter(|_| !signature.is_bound), name: String::new() }
        })
        .collect()
}

/// Returns a map from the qualified name of an operation to the name of its action import or function import. If an operation has several
/// imports, the first name is used.
fn imports(document: &Document) -> BTreeMap<&str, &str> {
    let containers = document.schemas.iter().filter_map(|schema| schema.container.as_ref());
    let imports = containers.flat_map(|EntityContainer { action_imports, function_imports, .. }| {
        let actions = action_imports.iter().map(|(name, import)| (import.action.as_str(), name.as_str()));
        let functions =
            function_imports.iter().map(|(name, import)| (import.function.as_str(), name.as_str()));
        actions.chain(functions)
    });
    let mut names = BTreeMap::new();
    for (operation, name) in imports {
        names.entry(operation).or_insert(name);
    }
    names
}
