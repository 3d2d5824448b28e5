//! The types of a document, and the base types that are valid.

use std::collections::HashMap;

use super::{Warning, bases};
use crate::Document;
use crate::document::{Index, StructuredKind, StructuredType};
use crate::generate::primitive_types::primitive;

/// What a name in a document refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A primitive value, or an enumeration value.
    Primitive,
    /// A value whose type the document leaves open, such as `Edm.Untyped`.
    Untyped,
    Structured(StructuredKind),
    /// A value of a Rust type that the user configured.
    Mapped,
    Undeclared,
}

/// The types of a document by their qualified names.
pub(super) struct Declared<'d> {
    index: Index<'d>,
    /// The base types, without those that are invalid.
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

    /// Returns the base types of a type, the nearest first.
    pub(super) fn bases_of(&self, qualified_name: &'d str) -> impl Iterator<Item = &'d StructuredType> {
        let base_of = |name: &str| self.bases.get(name).copied();
        core::iter::successors(base_of(qualified_name), move |name| base_of(name))
            .filter_map(|name| self.index.structured_types.get(name).copied())
    }

    /// Returns the type definition's underlying type; of any other type, its own name.
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
