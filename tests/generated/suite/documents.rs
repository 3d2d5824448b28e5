//! Compares the operations and entity containers of generated models with their documents.

use std::collections::BTreeSet;
use std::path::Path;

use odata_build::document::{Action, Property};
use odata_build::{Check, Document};
use odata_core::ODataContainer;
use odata_core::metadata::{Container, Operation};

use crate::keys::cap::catalog;

/// The operations and the entity containers of a model.
pub(crate) type Operations = (Vec<&'static Operation>, Vec<&'static Container>);

/// Returns a line for each operation and each member of an entity container, without the name of the binding parameter, annotations other
/// than `Core.OptionalParameter`, and the entity sets of results and navigation properties, which a model doesn't contain.
fn lines(document: &Document) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for schema in &document.schemas {
        lines.extend(schema.actions.iter().map(|action| format!("action {}", signature(action))));
        for function in &schema.functions {
            let composable = if function.is_composable { "composable " } else { "" };
            lines.insert(format!("{composable}function {}", signature(&function.signature)));
        }
        let Some(container) = &schema.container else { continue };
        let of = format!("{}.{}", schema.namespace, container.name);
        let sets = container.entity_sets.iter();
        lines.extend(sets.map(|(name, set)| format!("entity set {of}/{name}: {}", set.entity_type)));
        lines.extend(container.singletons.iter().map(|(name, singleton)| {
            let nullable = if singleton.is_nullable { "?" } else { "" };
            format!("singleton {of}/{name}: {}{nullable}", singleton.entity_type)
        }));
        let actions = container.action_imports.iter();
        lines.extend(actions.map(|(name, import)| format!("action import {of}/{name}: {}", import.action)));
        let functions = container.function_imports.iter();
        lines.extend(
            functions.map(|(name, import)| format!("function import {of}/{name}: {}", import.function)),
        );
    }
    lines
}

/// Returns the binding, the name, the parameters and the result of an operation. `?` marks a nullable value.
fn signature(action: &Action) -> String {
    let value = |property: &Property| {
        let nullable = if property.value_type.is_nullable { "?" } else { "" };
        let name = format!("{}{nullable}", property.value_type.name);
        if property.value_type.is_collection { format!("Collection({name})") } else { name }
    };
    let binding = action.binding_parameter().map(|it| value(it).replace('?', "")).unwrap_or_default();
    let parameters: Vec<String> = action
        .body_parameters()
        .iter()
        .map(|parameter| {
            let mut annotations = parameter.annotations.others.iter();
            let is_optional = annotations.any(|one| one.term == "Org.OData.Core.V1.OptionalParameter");
            let optional = if is_optional { "optional " } else { "" };
            format!("{optional}{}: {}", parameter.name, value(parameter))
        })
        .collect();
    let result = action.return_type.as_ref().map(|result| format!(" -> {}", value(result)));
    format!("{binding} {}({}){}", action.qualified_name, parameters.join(", "), result.unwrap_or_default())
}

/// Checks that the model of a document has the same operations and entity containers as the document, also after the model is written as XML
/// and JSON. Returns the number of operations and members.
#[track_caller]
fn assert_same(file: &Path, (operations, containers): Operations) -> usize {
    let original = Document::read_file(file).expect("CSDL");
    let check = Check::new(&original).operations(operations.iter().copied());
    let findings = containers.iter().copied().fold(check, Check::container).findings();
    assert!(findings.is_empty(), "{findings}");
    let of_model = Document::of_service([], operations, containers);
    let expected = lines(&original);
    for text in [of_model.to_xml(), of_model.to_json()] {
        let written = lines(&Document::read(&text).expect("CSDL"));
        let differences: Vec<&String> = expected.symmetric_difference(&written).collect();
        assert_eq!(differences, Vec::<&String>::new());
    }
    expected.len()
}

fn data() -> Option<std::path::PathBuf> {
    let data = std::env::var_os("ODATA_TEST_DATA");
    if data.is_none() {
        eprintln!("`ODATA_TEST_DATA` is not set: the operations of services are not compared");
    }
    Some(Path::new("../..").join(data?))
}

#[test]
fn document_of_cap_model_has_same_operations_and_members() {
    let Some(file) = data().map(|data| data.join("../servers/cap/metadata.edmx")) else { return };
    if !file.exists() {
        eprintln!("there is no `{}`: the operations of the CAP service are not compared", file.display());
        return;
    }
    // 26 operations, 22 entity sets, 2 singletons and 13 imports.
    let model = (catalog::operations::OPERATIONS.to_vec(), vec![catalog::EntityContainer::METADATA]);
    assert_eq!(assert_same(&file, model), 63);
}

#[test]
fn document_of_trippin_model_has_same_operations_and_members() {
    let Some(file) = data().map(|data| data.join("metadata/o2ts-trippin-rw.xml")) else { return };
    // 6 operations, 4 entity sets, a singleton and 2 imports.
    assert_eq!(assert_same(&file, crate::operations::trippin()), 13);
}
