//! Lookup of the types that a document declares, and of their valid base types.

use std::collections::HashMap;

use super::{Warning, bases};
use crate::Document;
use crate::document::{Index, StructuredKind, StructuredType};
use crate::generate::primitive_types::primitive;

/// The category of a property's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TypeCategory {
    /// A primitive type or an enumeration type.
    Primitive,
    /// An abstract type such as `Edm.Untyped`.
    Untyped,
    /// An entity type or a complex type.
    Structured(StructuredKind),
    /// A type to which the option `exclude` or `map_type` applies.
    Replaced,
    /// A type that the document doesn't declare.
    Undeclared,
}

/// The types that a document declares, and their valid base types.
pub(super) struct Declared<'d> {
    index: Index<'d>,
    /// A map from the qualified name of each derived type to the qualified name of its base type. Types with an invalid base type aren't in
    /// the map.
    pub(super) bases: HashMap<&'d str, &'d str>,
    pub(super) follows_navigation: bool,
    is_replaced: &'d dyn Fn(&str) -> bool,
}

impl<'d> Declared<'d> {
    pub(super) fn of(
        document: &'d Document,
        follows_navigation: bool,
        is_replaced: &'d dyn Fn(&str) -> bool,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let index = Index::of(document);
        let bases = bases::valid(document, &index, warnings);
        Self { index, bases, follows_navigation, is_replaced }
    }

    /// Returns the base types of a type, from its direct base type to the root type.
    pub(super) fn bases_of(&self, qualified_name: &'d str) -> impl Iterator<Item = &'d StructuredType> {
        let base_of = |name: &str| self.bases.get(name).copied();
        core::iter::successors(base_of(qualified_name), move |name| base_of(name))
            .filter_map(|name| self.index.structured_types.get(name).copied())
    }

    /// Returns the name of the underlying type of a type definition, such as `Edm.String` for `clinic.phone`. Returns
    /// `name` unchanged if the type isn't a type definition.
    pub(super) fn underlying<'n>(&'n self, name: &'n str) -> &'n str {
        self.index.type_definitions.get(name).map_or(name, |definition| &definition.underlying_type)
    }

    pub(super) fn structured(&self, name: &str) -> Option<&'d StructuredType> {
        self.index.structured_types.get(name).copied()
    }

    pub(super) fn category_of(&self, name: &str) -> TypeCategory {
        if (self.is_replaced)(name) {
            return TypeCategory::Replaced;
        }
        if let Some(structured) = self.index.structured_types.get(name) {
            return TypeCategory::Structured(structured.kind);
        }
        if self.index.enumeration_types.contains_key(name) {
            return TypeCategory::Primitive;
        }
        match primitive(self.underlying(name)) {
            None => TypeCategory::Undeclared,
            Some(rust) if rust.to_string() == "Untyped" => TypeCategory::Untyped,
            Some(_) => TypeCategory::Primitive,
        }
    }
}
