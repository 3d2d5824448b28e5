//! The patterns in the options of a preset. A preset contains the types of the complete document of a service.

use std::collections::BTreeMap;

use super::computed::{is_match, properties};
use super::pattern::{matches, type_names};
use super::{Generator, Warning};
use crate::Document;

/// The patterns and names of types that a preset has set, and the name of the preset. If such a pattern matches
/// nothing in the document, the generator returns a warning. The same pattern in an option of the user is an error.
#[derive(Debug, Clone, Default)]
pub(super) struct PresetPatterns(BTreeMap<String, &'static str>);

impl PresetPatterns {
    pub(super) fn contains(&self, pattern: &str) -> bool {
        self.0.contains_key(pattern)
    }

    /// Returns a warning for each pattern that matches no type and no property of the document.
    pub(super) fn warnings(&self, document: &Document) -> Vec<Warning> {
        let names = type_names(document);
        let is_used = |pattern: &str| {
            names.iter().any(|name| matches(pattern, name))
                || properties(document).any(|(owner, property)| is_match(pattern, owner, property))
        };
        let unused = self.0.iter().filter(|(pattern, _)| !is_used(pattern));
        unused.map(|(pattern, preset)| Warning::UnusedPreset { element: pattern.clone(), preset }).collect()
    }
}

impl Generator<'_> {
    /// Records whether a preset has set an option for a pattern or for the name of a type.
    pub(crate) fn pattern_of_preset(mut self, pattern: &str, preset: Option<&'static str>) -> Self {
        match preset {
            Some(preset) => self.options.of_preset.0.insert(pattern.to_owned(), preset),
            None => self.options.of_preset.0.remove(pattern),
        };
        self
    }
}
