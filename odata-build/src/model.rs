//! The types, operations and entity containers of a Rust model. A model consists of given types, operations and entity
//! containers, and of all types that they use, such as base types and the types of properties.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use odata_core::metadata::{
    Container, ContainerMemberKind, EnumerationType, Operation, OperationKind, Property, StructuredType,
    TypeKind, ValueType,
};

/// The types, operations and entity containers of a Rust model.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) structured: BTreeMap<&'static str, &'static StructuredType>,
    pub(crate) enumerations: BTreeMap<&'static str, &'static EnumerationType>,
    /// The actions and functions. The map keys are pairs of a signature, such as `clinic.close(clinic.ward)`, and a `bool` that is `true`
    /// for functions.
    pub(crate) operations: BTreeMap<(String, bool), &'static Operation>,
    pub(crate) containers: BTreeMap<&'static str, &'static Container>,
}

impl Model {
    /// Returns a model of the given types, operations and entity containers, and of all types and operations that they
    /// use directly or indirectly. For example, the model contains the operations of action imports, the types of
    /// parameters and properties, and base types.
    ///
    /// If several Rust types have the same qualified name, the model contains only the first type that a breadth-first search finds.
    pub(crate) fn of(
        types: impl IntoIterator<Item = ValueType>,
        operations: impl IntoIterator<Item = &'static Operation>,
        containers: impl IntoIterator<Item = &'static Container>,
    ) -> Self {
        let mut model = Self::default();
        let mut queue = VecDeque::new();
        for value_type in types {
            model.add(value_type, &mut queue);
        }
        for operation in operations {
            model.add_operation(operation, &mut queue);
        }
        for container in containers {
            model.add_container(container, &mut queue);
        }
        while let Some(structured) = queue.pop_front() {
            if let Some(base) = structured.base() {
                model.add_structured(base, &mut queue);
            }
            for property in structured.own_properties() {
                model.add(property.value_type(), &mut queue);
            }
        }
        model
    }

    fn add_operation(
        &mut self,
        operation: &'static Operation,
        queue: &mut VecDeque<&'static StructuredType>,
    ) {
        let is_function = operation.kind() == OperationKind::Function;
        self.operations.entry((overload(operation), is_function)).or_insert(operation);
        let parameters = operation.parameters().iter().map(Property::value_type);
        for value_type in operation.binding().into_iter().chain(parameters).chain(operation.result()) {
            self.add(value_type, queue);
        }
    }

    fn add_container(
        &mut self,
        container: &'static Container,
        queue: &mut VecDeque<&'static StructuredType>,
    ) {
        self.containers.entry(container.qualified_name()).or_insert(container);
        for member in container.members() {
            match member.kind() {
                ContainerMemberKind::EntitySet(entity) | ContainerMemberKind::Singleton(entity) => {
                    self.add(entity, queue);
                }
                ContainerMemberKind::Import(operation) => self.add_operation(operation, queue),
            }
        }
    }

    fn add(&mut self, value_type: ValueType, queue: &mut VecDeque<&'static StructuredType>) {
        match innermost(value_type).kind() {
            TypeKind::Structured(structured) => self.add_structured(structured(), queue),
            TypeKind::Polymorphic(declared, types) => {
                self.add_structured(declared(), queue);
                for structured in types().types() {
                    self.add_structured(structured, queue);
                }
            }
            TypeKind::Enumeration(enumeration) => {
                let enumeration = enumeration();
                self.enumerations.entry(enumeration.qualified_name()).or_insert(enumeration);
            }
            _ => {}
        }
    }

    fn add_structured(
        &mut self,
        structured: &'static StructuredType,
        queue: &mut VecDeque<&'static StructuredType>,
    ) {
        if let Entry::Vacant(entry) = self.structured.entry(structured.qualified_name()) {
            entry.insert(structured);
            queue.push_back(structured);
        }
    }
}

/// Returns the element type of a collection, or `value_type` itself if it isn't a collection. For a nested collection such as
/// `Vec<Vec<T>>`, the element type is `T`, because CSDL has no nested collections.
pub(crate) fn innermost(mut value_type: ValueType) -> ValueType {
    while let Some(element) = value_type.element() {
        value_type = *element;
    }
    value_type
}

/// Returns a name that distinguishes an operation from its other overloads. The name consists of the qualified name and the types of all
/// parameters: `microsoft.graph.delta(Collection(microsoft.graph.user))`.
fn overload(operation: &Operation) -> String {
    let parameters = operation.parameters().iter().map(Property::value_type);
    let types: Vec<_> = operation.binding().into_iter().chain(parameters).map(|of| of.to_string()).collect();
    format!("{}({})", operation.qualified_name(), types.join(","))
}
