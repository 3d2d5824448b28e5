//! What a document says, by name.

use core::iter;

use crate::Document;
use crate::document::{EnumerationType, Index, PropertyRef, StructuredType, namespace_of};

/// A document whose types are found by their names.
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

    /// The primitive type that a type definition stands for.
    pub(super) fn definition(&self, qualified_name: &str) -> Option<&'d str> {
        self.types.type_definitions.get(qualified_name).map(|definition| definition.underlying_type.as_str())
    }

    /// The type itself, its base type, that one's base type and so on; no further than a circle goes round.
    pub(super) fn line(&self, structured: &'d StructuredType) -> impl Iterator<Item = &'d StructuredType> {
        iter::successors(Some(structured), |structured| self.structured(structured.base.as_deref()?))
            .take(self.types.structured_types.len())
    }

    /// The key of a type, its own or the nearest along its line of base types.
    pub(super) fn key(&self, structured: &'d StructuredType) -> &'d [PropertyRef] {
        let mut keys = self.line(structured).map(|structured| structured.key.as_slice());
        keys.find(|key| !key.is_empty()).unwrap_or_default()
    }

    /// Whether instances may have dynamic properties: what derives from an open type is open.
    pub(super) fn is_open(&self, structured: &'d StructuredType) -> bool {
        self.line(structured).any(|structured| structured.is_open)
    }

    /// A type derived from this one that declares a property of that name; the first in document order.
    pub(super) fn derived_with(
        &self,
        structured: &'d StructuredType,
        property: &str,
    ) -> Option<&'d StructuredType> {
        let derives = |one: &'d StructuredType| {
            self.line(one).skip(1).any(|base| base.qualified_name == structured.qualified_name)
        };
        self.document.structured_types().find(|one| declares(one, property) && derives(one))
    }

    /// What the document has in the place of a type of the model, which is `expected`.
    pub(super) fn instead(&self, qualified_name: &str, expected: &str) -> String {
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

    /// Why a type may be missing: a name that differs in letter case, or a document that is referred to and not included.
    fn hint(&self, qualified_name: &str) -> String {
        let Index { structured_types, enumeration_types, type_definitions } = &self.types;
        let names = structured_types.keys().chain(enumeration_types.keys()).chain(type_definitions.keys());
        let nearest = names.filter(|name| name.eq_ignore_ascii_case(qualified_name)).min();
        if let Some(nearest) = nearest {
            return format!(", which has `{nearest}`");
        }
        let namespace = namespace_of(qualified_name);
        let mut references = self.document.references.iter();
        let reference = references.find(|one| one.namespaces().any(|included| included == namespace));
        reference.map_or_else(String::new, |one| format!(", which refers to `{}` for `{namespace}`", one.uri))
    }
}

/// Whether the type itself declares a property of that name.
pub(super) fn declares(structured: &StructuredType, property: &str) -> bool {
    structured.properties.iter().any(|declared| declared.name == property)
}
