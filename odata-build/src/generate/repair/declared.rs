//! The declared types and valid base types of a document.

use std::collections::HashMap;

use super::{Warning, bases};
use crate::Document;
use crate::document::{Index, StructuredKind, StructuredType};
use crate::generate::primitive_types::primitive;

/// The kind of type that a name in a document refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A primitive type or an enumeration type.
    Primitive,
    /// An abstract type such as `Edm.Untyped`.
    Untyped,
    Structured(StructuredKind),
    /// A type with a configured Rust type.
    Mapped,
    Undeclared,
}

/// The types of a document by their qualified names.
pub(super) struct Declared<'d> {
    index: Index<'d>,
    /// The valid base types, by derived types.
    pub(super) bases: HashMap<&'d str, &'d str>,
    pub(super) follows_navigation: bool,
    is_mapped: &'d dyn Fn(&str) -> bool,
}

impl<'d> Declared<'d> {
    pub(super) fn of(
        document: &'d Document,
        follows_navigation: bool,
        is_mapped: &'d dyn Fn(&str) -> bool,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let index = Index::of(document);
        let bases = bases::valid(document, &index, warnings);
        Self { index, bases, follows_navigation, is_mapped }
    }

    /// Returns the base types of a type, nearest first.
    pub(super) fn bases_of(&self, qualified_name: &'d str) -> impl Iterator<Item = &'d StructuredType> {
        let base_of = |name: &str| self.bases.get(name).copied();
        core::iter::successors(base_of(qualified_name), move |name| base_of(name))
            .filter_map(|name| self.index.structured_types.get(name).copied())
    }

    /// Returns the underlying type of a type definition, or the name itself for other types.
    pub(super) fn underlying<'n>(&'n self, name: &'n str) -> &'n str {
        self.index.type_definitions.get(name).map_or(name, |definition| &definition.underlying_type)
    }

    pub(super) fn structured(&self, name: &str) -> Option<&'d StructuredType> {
        self.index.structured_types.get(name).copied()
    }

    pub(super) fn meaning(&self, name: &str) -> Meaning {
        if (self.is_mapped)(name) {
            return Meaning::Mapped;
        }
        if let Some(structured) = self.index.structured_types.get(name) {
            return Meaning::Structured(structured.kind);
        }
        if self.index.enumeration_types.contains_key(name) {
            return Meaning::Primitive;
        }
        match primitive(self.underlying(name)) {
            None => Meaning::Undeclared,
            Some(rust) if rust.to_string() == "Untyped" => Meaning::Untyped,
            Some(_) => Meaning::Primitive,
        }
    }
}
