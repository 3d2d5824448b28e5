//! The types of a model: all that can be reached from some of them.

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
    /// These types, their base types, the types of their properties, and so on.
    ///
    /// Of two types with one qualified name the one that is reached first is kept: those that are near go before those that
    /// are far.
    pub(crate) fn of(types: impl IntoIterator<Item = ValueType>) -> Self {
        let mut model = Self::default();
        let mut waiting = VecDeque::new();
        for value_type in types {
            model.reach(value_type, &mut waiting);
        }
        while let Some(structured) = waiting.pop_front() {
            if let Some(base) = structured.base() {
                model.note(base, &mut waiting);
            }
            for property in structured.own_properties() {
                model.reach(property.value_type(), &mut waiting);
            }
        }
        model
    }

    fn reach(&mut self, value_type: ValueType, waiting: &mut VecDeque<&'static StructuredType>) {
        match innermost(value_type).kind() {
            TypeKind::Structured(structured) => self.note(structured(), waiting),
            TypeKind::Polymorphic(declared, types) => {
                self.note(declared(), waiting);
                for structured in types().types() {
                    self.note(structured, waiting);
                }
            }
            TypeKind::Enumeration(enumeration) => {
                let enumeration = enumeration();
                self.enumerations.entry(enumeration.qualified_name()).or_insert(enumeration);
            }
            _ => {}
        }
    }

    fn note(&mut self, structured: &'static StructuredType, waiting: &mut VecDeque<&'static StructuredType>) {
        if let Entry::Vacant(entry) = self.structured.entry(structured.qualified_name()) {
            entry.insert(structured);
            waiting.push_back(structured);
        }
    }
}

/// The type of the elements, or of the elements' elements: a model may have what CSDL has not.
pub(crate) fn innermost(mut value_type: ValueType) -> ValueType {
    while let Some(element) = value_type.element() {
        value_type = *element;
    }
    value_type
}
