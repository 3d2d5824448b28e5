//! Lookup of declarations in a document by name.

use core::iter;

use crate::Document;
use crate::document::{EnumerationType, Index, PropertyRef, StructuredType, namespace_of};

/// A document with an index of its types.
pub(super) struct Service<'d> {
    document: &'d Document,
    types: Index<'d>,
}

impl<'d> Service<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self { document, types: Index::of(document) }
    }

    pub(super) fn structured(&self, qualified_name: &str) -> Option<&'d StructuredType> {
        self.types.structured_types.get(qualified_name).copied()
    }

    pub(super) fn enumeration(&self, qualified_name: &str) -> Option<&'d EnumerationType> {
        self.types.enumeration_types.get(qualified_name).copied()
    }

    /// Returns the underlying type of the type definition with this name.
    pub(super) fn definition(&self, qualified_name: &str) -> Option<&'d str> {
        self.types.type_definitions.get(qualified_name).map(|definition| definition.underlying_type.as_str())
    }

    /// Returns the inheritance chain of a type, starting with the type itself. The number of types is limited, because the chain of an invalid
    /// document can be a cycle.
    pub(super) fn inheritance_chain(
        &self,
        structured: &'d StructuredType,
    ) -> impl Iterator<Item = &'d StructuredType> {
        iter::successors(Some(structured), |structured| self.structured(structured.base.as_deref()?))
            .take(self.types.structured_types.len())
    }

    /// Returns the key of a type, or of its nearest base type with a key.
    pub(super) fn key(&self, structured: &'d StructuredType) -> &'d [PropertyRef] {
        let mut keys = self.inheritance_chain(structured).map(|structured| structured.key.as_slice());
        keys.find(|key| !key.is_empty()).unwrap_or_default()
    }

    /// Checks whether a type or one of its base types is open. A type that derives from an open type is always open.
    pub(super) fn is_open(&self, structured: &'d StructuredType) -> bool {
        self.inheritance_chain(structured).any(|structured| structured.is_open)
    }

    /// Returns the first derived type, in document order, that declares a property with this name.
    pub(super) fn derived_with(
        &self,
        structured: &'d StructuredType,
        property: &str,
    ) -> Option<&'d StructuredType> {
        let derives = |one: &'d StructuredType| {
            self.inheritance_chain(one).skip(1).any(|base| base.qualified_name == structured.qualified_name)
        };
        self.document.structured_types().find(|one| declares(one, property) && derives(one))
    }

    /// Returns the message about a type that the document doesn't declare, or that has another kind in the document than in the model
    /// (`expected`).
    pub(super) fn missing_type(&self, qualified_name: &str, expected: &str) -> String {
        let found = if self.structured(qualified_name).is_some() {
            "a structured type"
        } else if self.enumeration(qualified_name).is_some() {
            "an enumeration type"
        } else if self.definition(qualified_name).is_some() {
            "a type definition"
        } else {
            return format!("not in the document{}", self.hint(qualified_name));
        };
        format!("{found} in the document, {expected} in the model")
    }

    /// Returns a possible reason for a missing type: a name that differs in letter case, or a referenced document that isn't included.
    fn hint(&self, qualified_name: &str) -> String {
        let Index { structured_types, enumeration_types, type_definitions } = &self.types;
        let names = structured_types.keys().chain(enumeration_types.keys()).chain(type_definitions.keys());
        let nearest = names.filter(|name| name.eq_ignore_ascii_case(qualified_name)).min();
        if let Some(nearest) = nearest {
            return format!(", which declares `{nearest}`");
        }
        let namespace = namespace_of(qualified_name);
        let mut references = self.document.references.iter();
        let reference = references.find(|one| one.namespaces().any(|included| included == namespace));
        reference.map_or_else(String::new, |one| {
            format!(", which includes the namespace `{namespace}` from `{}`", one.uri)
        })
    }
}

/// Checks whether the type itself, not a base type, declares a property with this name.
pub(super) fn declares(structured: &StructuredType, property: &str) -> bool {
    structured.properties.iter().any(|declared| declared.name == property)
}
