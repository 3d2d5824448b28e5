//! Key properties inside complex properties.

/// A key property inside a complex property, with its alias in URLs (CSDL 4.01, clause 6.5). For example, the path `Info/ID`
/// with the alias `EntityInfoID` is written as `Entities(EntityInfoID=5)`.
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

    /// Returns the path, such as `Info/ID`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the alias of the path in URLs, such as `EntityInfoID`.
    #[must_use]
    pub const fn alias(&self) -> &'static str {
        self.alias
    }
}
