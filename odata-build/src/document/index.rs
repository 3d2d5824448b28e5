//! An index of the types of a document.

use std::collections::HashMap;

use super::{Document, EnumerationType, StructuredType, TypeDefinition};

/// An index of a document's types by qualified name, for fast lookups in documents with thousands of types.
pub(crate) struct Index<'d> {
    pub(crate) structured_types: HashMap<&'d str, &'d StructuredType>,
    pub(crate) enumeration_types: HashMap<&'d str, &'d EnumerationType>,
    pub(crate) type_definitions: HashMap<&'d str, &'d TypeDefinition>,
}

impl<'d> Index<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        let definitions = document.schemas.iter().flat_map(|schema| &schema.type_definitions);
        Self {
            structured_types: document.structured_types().map(|item| (&*item.qualified_name, item)).collect(),
            enumeration_types: document
                .enumeration_types()
                .map(|item| (&*item.qualified_name, item))
                .collect(),
            type_definitions: definitions.map(|item| (&*item.qualified_name, item)).collect(),
        }
    }

    /// Checks whether the document declares an entity, complex or enumeration type with this qualified name.
    pub(crate) fn contains_type(&self, name: &str) -> bool {
        self.structured_types.contains_key(name) || self.enumeration_types.contains_key(name)
    }
}
