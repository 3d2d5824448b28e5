//! Key properties that are properties of a complex value, such as `Info/ID`.

/// A key property that is a property of a complex value, with its alias in URLs (CSDL 4.01, clause 6.5).
///
/// For example, if the key path `Info/ID` has the alias `EntityInfoID`, the URL of an entity is `Entities(EntityInfoID=5)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct KeyPath {
    path: &'static str,
    alias: &'static str,
}

impl KeyPath {
    /// Creates a key path with its alias.
    #[must_use]
    pub const fn new(path: &'static str, alias: &'static str) -> Self {
        Self { path, alias }
    }

    /// Returns the path of the key property, such as `Info/ID`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the alias of the key path in URLs, such as `EntityInfoID`.
    #[must_use]
    pub const fn alias(&self) -> &'static str {
        self.alias
    }
}
