//! Creation of the actions, functions and entity containers of CSDL documents from the metadata of Rust types.

use std::collections::BTreeMap;

use odata_core::metadata::{self, ContainerMemberKind, Operation, OperationKind, ValueType};

use super::from_types::{self, schema, type_reference};
use super::types::OPTIONAL_PARAMETER;
use super::{
    Action, ActionImport, Annotation, Annotations, EntityContainer, EntitySet, Expression, Function,
    FunctionImport, Property, Schema, Singleton, TypeReference, last_segment,
};

/// The name of every binding parameter in the created document, because a Rust operation doesn't specify the name of
/// its binding parameter.
const BINDING_PARAMETER: &str = "bindingParameter";

/// Adds an action or a function to the schema of its namespace.
pub(super) fn add_operation(schemas: &mut BTreeMap<&'static str, Schema>, operation: &Operation) {
    let schema = schema(schemas, operation.qualified_name());
    let signature = signature(operation);
    match operation.kind() {
        OperationKind::Action => schema.actions.push(signature),
        OperationKind::Function => {
            schema.functions.push(Function { signature, is_composable: operation.is_composable() });
        }
    }
}

fn signature(operation: &Operation) -> Action {
    let binding = operation.binding().map(|value_type| {
        let value_type = TypeReference { is_nullable: false, ..type_reference(value_type) };
        Property { name: BINDING_PARAMETER.to_owned(), value_type, ..Property::default() }
    });
    let parameters = operation.parameters().iter().map(|parameter| {
        let optional = parameter.is_optional().then(optional_parameter);
        Property {
            annotations: Annotations { others: optional.into_iter().collect(), ..Annotations::default() },
            ..value(parameter.name(), parameter.value_type())
        }
    });
    Action {
        qualified_name: operation.qualified_name().to_owned(),
        is_bound: binding.is_some(),
        parameters: binding.into_iter().chain(parameters).collect(),
        return_type: operation.result().map(|result| value("$ReturnType", result)),
        ..Action::default()
    }
}

/// Creates a CSDL parameter or return type from the corresponding Rust type.
fn value(name: &str, of_model: ValueType) -> Property {
    let value_type = type_reference(of_model);
    let facets = from_types::facets(&value_type);
    Property { name: name.to_owned(), value_type, facets, ..Property::default() }
}

fn optional_parameter() -> Annotation {
    let record = Expression::Record { type_name: None, properties: Vec::new(), annotations: Vec::new() };
    Annotation { term: OPTIONAL_PARAMETER.to_owned(), value: record, ..Annotation::default() }
}

/// Adds an entity container to the schema of its namespace. A schema has only one entity container, so further containers of the namespace
/// are ignored.
pub(super) fn add_container(schemas: &mut BTreeMap<&'static str, Schema>, of_model: &metadata::Container) {
    let schema = schema(schemas, of_model.qualified_name());
    if schema.container.is_some() {
        return;
    }
    let mut container = EntityContainer {
        name: last_segment(of_model.qualified_name()).to_owned(),
        ..EntityContainer::default()
    };
    for member in of_model.members() {
        let name = member.name().to_owned();
        match member.kind() {
            ContainerMemberKind::EntitySet(entity) => {
                let entity_set = EntitySet { entity_type: entity.to_string(), ..EntitySet::default() };
                container.entity_sets.insert(name, entity_set);
            }
            ContainerMemberKind::Singleton(entity) => {
                let (entity_type, is_nullable) = (entity.to_string(), entity.is_nullable());
                let singleton = Singleton { entity_type, is_nullable, ..Singleton::default() };
                container.singletons.insert(name, singleton);
            }
            ContainerMemberKind::Import(operation) => add_import(&mut container, name, operation),
        }
    }
    schema.container = Some(container);
}

fn add_import(container: &mut EntityContainer, name: String, operation: &Operation) {
    let operation_name = operation.qualified_name().to_owned();
    match operation.kind() {
        OperationKind::Action => {
            let import = ActionImport { action: operation_name, ..ActionImport::default() };
            container.action_imports.insert(name, import);
        }
        OperationKind::Function => {
            let import = FunctionImport { function: operation_name, ..FunctionImport::default() };
            container.function_imports.insert(name, import);
        }
    }
}
