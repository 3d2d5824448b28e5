//! The methods of `StructuredType` for the name of an entity or complex type.

use super::StructuredType;
use super::names::is_equal;
use super::version::without_version;

impl StructuredType {
    /// Sets the alias of the schema, a short name for the namespace.
    ///
    /// In a payload, an `@odata.type` may contain the alias instead of the namespace. For example, `#graph.user` is the type
    /// `microsoft.graph.user` if the alias of `microsoft.graph` is `graph`.
    #[must_use]
    pub const fn with_alias(self, alias: &'static str) -> Self {
        Self { alias: Some(alias), ..self }
    }

    /// Returns the alias of the schema, a short name for the namespace of the type. Returns `None` if the schema has no
    /// alias.
    #[must_use]
    pub const fn alias(&self) -> Option<&'static str> {
        self.alias
    }

    /// Checks whether `name` is the qualified name of the type (`microsoft.graph.user`), or the name with the alias of
    /// the schema (`graph.user`). For a type with [`any_version`](Self::with_any_version), also accepts the qualified
    /// name of another version, such as `Chassis.v1_5_0.Chassis`.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.qualified_name() == name || self.is_named_by_alias(name) || self.is_other_version(name)
    }

    /// Checks whether `name` is the qualified name of the type (`microsoft.graph.user`), or the name with the alias of
    /// the schema (`graph.user`).
    ///
    /// The qualified name may have any letter case, such as `Microsoft.Graph.User`, because the letter case varies in
    /// responses of Microsoft Graph. A name with the alias, such as `graph.user`, must have the exact letter case.
    pub(crate) fn is_named_in_any_case(&self, name: &str) -> bool {
        self.qualified_name().eq_ignore_ascii_case(name) || self.is_named_by_alias(name)
    }

    /// Checks whether the type has `#[odata(any_version)]` and `name` is the qualified name of another version of the type.
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

    /// Returns the `@odata.type` of the type's instances, such as `#microsoft.graph.security.caseOperation`.
    #[must_use]
    pub const fn type_annotation(&self) -> &'static str {
        self.type_annotation
    }

    /// Sets the hash of the type's qualified name. The qualified names of two types are compared only if their hashes
    /// are equal.
    ///
    /// The derive macros compute the hash, because comparing every pair of names byte by byte at compile time is slow.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_hash(self, hash: u64) -> Self {
        Self { hash, ..self }
    }

    /// Returns the hash of the qualified name.
    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Checks whether this type and `other` have the same qualified name.
    pub(super) const fn has_same_name_as(&self, other: &Self) -> bool {
        self.hash == other.hash && is_equal(self.type_annotation.as_bytes(), other.type_annotation.as_bytes())
    }

    /// Returns the qualified name of the type, such as `microsoft.graph.security.caseOperation`.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.type_annotation.split_at(1).1
    }

    /// Returns the namespace of the type, such as `microsoft.graph.security`.
    #[must_use]
    pub fn namespace(&self) -> &'static str {
        self.qualified_name().rsplit_once('.').map_or("", |(namespace, _)| namespace)
    }

    /// Returns the name of the type without its namespace, such as `caseOperation`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.qualified_name().rsplit_once('.').map_or(self.qualified_name(), |(_, name)| name)
    }
}
