//! The options of a generator.

use super::keys::Keys;
use super::selection::matches;
use super::type_map::TypeMap;

/// What the user configured.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent option")]
pub(super) struct Options {
    /// The patterns of the types to generate; all types if there is none.
    pub(super) patterns: Vec<String>,
    pub(super) follows_navigation: bool,
    pub(super) has_actions: bool,
    /// Whether polymorphic enums have methods for each variant.
    pub(super) has_accessors: bool,
    pub(super) is_strict: bool,
    /// The patterns of types and properties whose collections have no null elements although the document doesn't say so.
    pub(super) non_null_elements: Vec<String>,
    pub(super) keys: Keys,
    pub(super) type_map: TypeMap,
}

impl Options {
    /// Checks whether the elements of a collection are known to be non-null.
    pub(super) fn has_non_null_elements(&self, owner: &str, property: &str) -> bool {
        let element = format!("{owner}/{property}");
        self.non_null_elements.iter().any(|pattern| matches(pattern, owner) || matches(pattern, &element))
    }
}
