//! The types of a model: given types, and all types that they refer to.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use odata_core::metadata::{EnumerationType, StructuredType, TypeKind, ValueType};

/// The types of a model by their qualified names.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) structured: BTreeMap<&'static str, &'static StructuredType>,
    pub(crate) enumerations: BTreeMap<&'static str, &'static EnumerationType>,
}

impl Model {
    /// Returns the given types, their base types and the types of their properties, recursively.
    ///
    /// If several types have the same qualified name, the first one in a breadth-first search is used.
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

/// Returns the element type of a collection, or the type itself. A model can have nested collections, although CSDL doesn't.
pub(crate) fn innermost(mut value_type: ValueType) -> ValueType {
    while let Some(element) = value_type.element() {
        value_type = *element;
    }
    value_type
}
