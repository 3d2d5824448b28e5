//! The options of a [`Generator`](super::Generator).

use super::GenerateError;
use super::computed::{Computed, is_match, properties};
use super::derives::Derives;
use super::keys::Keys;
use super::pattern::matches;
use super::preset_patterns::PresetPatterns;
use super::renames::Renames;
use super::type_map::TypeMap;
use crate::Document;

/// The values of all options of a [`Generator`](super::Generator).
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent option")]
pub(super) struct Options {
    /// The patterns of the types to generate. Without patterns, all types are generated.
    pub(super) patterns: Vec<String>,
    pub(super) follows_navigation: bool,
    /// Whether actions, functions and entity containers are generated as types.
    pub(super) has_operations: bool,
    /// Whether polymorphic enums have accessor methods for each variant, such as `as_export`.
    pub(super) has_accessors: bool,
    /// Whether polymorphic enums have variants for directly and indirectly derived types (the generator option `flat_enums`).
    pub(super) is_flat: bool,
    /// Whether navigation properties are generated with the type `Related<T>`: always (`Some(true)`), never
    /// (`Some(false)`), or only if the model would otherwise exceed the recursion limit of the compiler (`None`).
    pub(super) has_related: Option<bool>,
    /// Whether one struct is generated for all versions of a type (the generator option `merge_versions`).
    pub(super) merges_versions: bool,
    pub(super) is_strict: bool,
    pub(super) has_default_values: bool,
    pub(super) has_alternate_keys: bool,
    pub(super) is_non_exhaustive: bool,
    /// The patterns of the types that aren't generated (the generator option `exclude`).
    pub(super) excluded: Vec<String>,
    pub(super) renames: Renames,
    pub(super) derives: Derives,
    /// The patterns of types and properties for the generator option `non_null_elements`. If a pattern matches a collection without a
    /// `Nullable` facet, the collection is generated as `Vec<T>` instead of `Vec<Option<T>>`.
    pub(super) non_null_elements: Vec<String>,
    pub(super) keys: Keys,
    pub(super) computed: Computed,
    /// Whether structs have constants for inherited properties, such as `CaseOperation::ID` for `Entity::ID`.
    pub(super) has_inherited_constants: bool,
    pub(super) type_map: TypeMap,
    /// The patterns that a preset has set.
    pub(super) of_preset: PresetPatterns,
}

impl Options {
    /// Checks whether a generator option replaces an OData type: `exclude` replaces the type with `Untyped`, and
    /// `map_type` replaces it with a given Rust type.
    pub(super) fn is_replaced(&self, qualified_name: &str) -> bool {
        self.type_map.contains(qualified_name) || self.is_excluded(qualified_name)
    }

    pub(super) fn is_excluded(&self, qualified_name: &str) -> bool {
        !qualified_name.starts_with("Edm.")
            && self.excluded.iter().any(|pattern| matches(pattern, qualified_name))
    }

    /// Returns the first invalid option value (a Rust type, a derive or a name), and the reason why it is invalid.
    /// Returns `None` if all Rust types, derives and names in the options are valid.
    pub(super) fn invalid(&self) -> Option<(String, String)> {
        let derives = || self.derives.invalid();
        self.type_map.invalid().or_else(derives).or_else(|| self.renames.invalid())
    }

    /// Checks whether the option `non_null_elements` matches a property.
    pub(super) fn has_non_null_elements(&self, owner: &str, property: &str) -> bool {
        if self.non_null_elements.is_empty() {
            return false;
        }
        let element = format!("{owner}/{property}");
        self.non_null_elements.iter().any(|pattern| matches(pattern, owner) || matches(pattern, &element))
    }

    /// Returns an error if a pattern in `computed` or `non_null_elements` matches no type or property of the document.
    pub(super) fn check_properties(&self, document: &Document) -> Result<(), GenerateError> {
        self.computed.check(document)?;
        let is_unused = |pattern: &&String| {
            !document.structured_types().any(|one| matches(pattern, &one.qualified_name))
                && !properties(document).any(|(owner, property)| is_match(pattern, owner, property))
        };
        let mut patterns = self.non_null_elements.iter().filter(|pattern| !self.of_preset.contains(pattern));
        match patterns.find(is_unused) {
            Some(pattern) if pattern.contains('/') => Err(GenerateError::NoSuchProperty(pattern.clone())),
            Some(pattern) => Err(GenerateError::NoSuchType(pattern.clone())),
            None => Ok(()),
        }
    }
}
