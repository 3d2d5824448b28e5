//! A part of a key inside of a complex property.

/// A part of a key that is a property of a complex property, with the alias that stands for it in a URL (CSDL 4.01, clause 6.5):
/// `Info/ID` with the alias `EntityInfoID` is written `Entities(EntityInfoID=5)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct KeyPath {
    path: &'static str,
    alias: &'static str,
}

impl KeyPath {
    /// Creates a part of a key with its path and its alias.
    #[must_use]
    pub const fn new(path: &'static str, alias: &'static str) -> Self {
        Self { path, alias }
    }

    /// Returns the path: `Info/ID`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the name that stands for the path in a URL: `EntityInfoID`.
    #[must_use]
    pub const fn alias(&self) -> &'static str {
        self.alias
    }
}
