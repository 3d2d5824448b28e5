//! Key properties inside of complex properties, such as `Info/ID`.

/// The path and the alias of a key property inside of a complex property (CSDL 4.01, clause 6.5). The URL of an entity
/// contains the alias of the key property instead of its path.
///
/// For example, the key property `ID` of the complex property `Info` has the path `Info/ID`. If the alias of the path
/// `Info/ID` is `EntityInfoID`, the URL of an entity is `Entities(EntityInfoID=5)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct KeyPath {
    path: &'static str,
    alias: &'static str,
}

impl KeyPath {
    /// Creates a key path from its path, such as `Info/ID`, and its alias, such as `EntityInfoID`.
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
