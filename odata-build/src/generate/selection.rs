//! Selection of the types in a model.

use std::collections::BTreeMap;

use super::GenerateError;
use super::options::Options;
use super::pattern::matches;
use crate::Document;
use crate::document::{EnumerationType, Index, StructuredType};

/// The types of a model, stored by qualified name: the selected types, their base types, and the types of their properties.
#[derive(Debug, Default)]
pub(super) struct Selection<'d> {
    pub(super) structured_types: BTreeMap<&'d str, &'d StructuredType>,
    pub(super) enumeration_types: BTreeMap<&'d str, &'d EnumerationType>,
}

impl<'d> Selection<'d> {
    pub(super) fn contains(&self, name: &str) -> bool {
        self.structured_types.contains_key(name) || self.enumeration_types.contains_key(name)
    }

    /// Returns the base types of a type, from its direct base type to the root type.
    pub(super) fn bases(&self, structured: &'d StructuredType) -> impl Iterator<Item = &'d StructuredType> {
        let base_of =
            |structured: &&'d StructuredType| self.structured_types.get(structured.base.as_deref()?).copied();
        core::iter::successors(base_of(&structured), base_of)
    }
}

/// Checks whether a type matches one of the patterns. If `patterns` is empty, all types are selected.
pub(super) fn is_selected(patterns: &[String], name: &str) -> bool {
    patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, name))
}

pub(super) fn select<'d>(
    document: &'d Document,
    patterns: &[String],
    options: &Options,
) -> Result<Selection<'d>, GenerateError> {
    let declared = Index::of(document);
    let mut selected: Vec<&str> = Vec::new();
    for pattern in patterns {
        let before = selected.len();
        selected.extend(names(&declared).filter(|name| matches(pattern, name)));
        if selected.len() == before {
            return Err(GenerateError::NoSuchType(pattern.clone()));
        }
    }
    if patterns.is_empty() {
        selected.extend(names(&declared));
    }
    selected.retain(|name| !options.is_replaced(name));
    Ok(with_needed_types(&declared, selected, options))
}

/// Returns the qualified names of all entity, complex and enumeration types.
fn names<'d>(declared: &Index<'d>) -> impl Iterator<Item = &'d str> {
    declared.structured_types.keys().chain(declared.enumeration_types.keys()).copied()
}

/// Returns the selected types, their base types, and the types of their properties, recursively.
fn with_needed_types<'d>(
    declared: &Index<'d>,
    mut needed_names: Vec<&'d str>,
    options: &Options,
) -> Selection<'d> {
    let mut selection = Selection::default();
    while let Some(name) = needed_names.pop() {
        if let Some(enumeration) = declared.enumeration_types.get(name) {
            selection.enumeration_types.insert(name, enumeration);
            continue;
        }
        let Some(structured) = declared.structured_types.get(name) else { continue };
        if selection.structured_types.insert(name, structured).is_some() {
            continue;
        }
        let properties = structured
            .properties
            .iter()
            .filter(|property| options.follows_navigation || !property.is_navigation);
        let types = properties.map(|property| property.value_type.name.as_str());
        needed_names.extend(structured.base.as_deref());
        needed_names.extend(types.filter(|name| !options.is_replaced(name)));
    }
    selection
}
