//! A search for all types of a Rust model. The search starts at given types, and follows base types and the types of properties.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use odata_core::metadata::{EnumerationType, StructuredType, TypeKind, ValueType};

/// The structured types and enumeration types of a Rust model, by qualified name.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) structured: BTreeMap<&'static str, &'static StructuredType>,
    pub(crate) enumerations: BTreeMap<&'static str, &'static EnumerationType>,
}

impl Model {
    /// Returns a model that contains the given types, their base types and the types of their properties, recursively.
    ///
    /// If several Rust types have the same qualified name, the model contains only the first type that a breadth-first search finds.
    pub(crate) fn of(types: impl IntoIterator<Item = ValueType>) -> Self {
        let mut model = Self::default();
        let mut queue = VecDeque::new();
        for value_type in types {
            model.add(value_type, &mut queue);
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
