//! The names of entity and complex types.

use super::StructuredType;
use super::names::is_equal;
use super::version::without_version;

impl StructuredType {
    /// Sets the alias of the schema, a short name for the namespace.
    ///
    /// An `@odata.type` may use the alias: with the alias `graph`, `#graph.user` means `microsoft.graph.user`.
    #[must_use]
    pub const fn with_alias(self, alias: &'static str) -> Self {
        Self { alias: Some(alias), ..self }
    }

    /// Returns the alias of the schema, a short name for its namespace.
    #[must_use]
    pub const fn alias(&self) -> Option<&'static str> {
        self.alias
    }

    /// Checks whether a name is the type's qualified name, with the namespace or its alias, or the name of another
    /// [version](Self::with_any_version).
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.qualified_name() == name || self.is_named_by_alias(name) || self.is_other_version(name)
    }

    /// Checks whether a name is the type's qualified name, ignoring letter case, which varies in Graph's responses.
    pub(crate) fn is_named_in_any_case(&self, name: &str) -> bool {
        self.qualified_name().eq_ignore_ascii_case(name) || self.is_named_by_alias(name)
    }

    /// Checks whether a name is the qualified name of another version of the type.
    pub(crate) fn is_other_version(&self, name: &str) -> bool {
        self.has_any_version
            && self.qualified_name() != name
            && without_version(self.qualified_name()).eq(without_version(name))
    }

    fn is_named_by_alias(&self, name: &str) -> bool {
        self.alias.is_some_and(|alias| {
            let simple_name = name.strip_prefix(alias).and_then(|rest| rest.strip_prefix('.'));
            simple_name == Some(self.name())
        })
    }

    /// Returns the value of `@odata.type`, such as `#microsoft.graph.security.caseOperation`.
    #[must_use]
    pub const fn type_annotation(&self) -> &'static str {
        self.type_annotation
    }

    /// Sets a hash of the qualified name.
    ///
    /// The derive macros compute it, because comparing names byte by byte in constants slows down compilation.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_hash(self, hash: u64) -> Self {
        Self { hash, ..self }
    }

    /// Returns the hash of the qualified name.
    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Checks whether two types have the same name.
    pub(super) const fn has_same_name_as(&self, other: &Self) -> bool {
        self.hash == other.hash && is_equal(self.type_annotation.as_bytes(), other.type_annotation.as_bytes())
    }

    /// Returns the qualified name, such as `microsoft.graph.security.caseOperation`.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.type_annotation.split_at(1).1
    }

    /// Returns the namespace, such as `microsoft.graph.security`.
    #[must_use]
    pub fn namespace(&self) -> &'static str {
        self.qualified_name().rsplit_once('.').map_or("", |(namespace, _)| namespace)
    }

    /// Returns the name without its namespace, such as `caseOperation`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.qualified_name().rsplit_once('.').map_or(self.qualified_name(), |(_, name)| name)
    }
}
