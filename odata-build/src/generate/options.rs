//! The options of a generator.

use super::keys::Keys;
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
    pub(super) keys: Keys,
    pub(super) type_map: TypeMap,
}
