//! One declared property of a structured type.

use super::ValueType;

/// A structural or navigation property.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent annotations of the standard")]
pub struct Property {
    name: &'static str,
    value_type: ValueType,
    key: bool,
    computed: bool,
    immutable: bool,
    navigation: bool,
}

impl Property {
    /// A structural property that a client may read and write.
    #[must_use]
    pub const fn new(name: &'static str, value_type: ValueType) -> Self {
        Self { name, value_type, key: false, computed: false, immutable: false, navigation: false }
    }

    /// The same property as part of the key.
    #[must_use]
    pub const fn key(self) -> Self {
        Self { key: true, ..self }
    }

    /// The same property as one that only the service sets (`Org.OData.Core.V1.Computed`).
    #[must_use]
    pub const fn computed(self) -> Self {
        Self { computed: true, ..self }
    }

    /// The same property as one that is set on create and never changed (`Org.OData.Core.V1.Immutable`).
    #[must_use]
    pub const fn immutable(self) -> Self {
        Self { immutable: true, ..self }
    }

    /// The same property as a navigation property.
    #[must_use]
    pub const fn navigation(self) -> Self {
        Self { navigation: true, ..self }
    }

    /// The name on the wire: `createdDateTime`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The declared type.
    #[must_use]
    pub const fn value_type(&self) -> ValueType {
        self.value_type
    }

    /// Whether its values are read [as a format delivers them](crate::incoming).
    pub(crate) const fn is_at_once(&self) -> bool {
        self.value_type.is_at_once()
    }

    /// Whether it is part of the key.
    #[must_use]
    pub const fn is_key(&self) -> bool {
        self.key
    }

    /// Whether only the service sets it.
    #[must_use]
    pub const fn is_computed(&self) -> bool {
        self.computed
    }

    /// Whether it is set on create and never changed.
    #[must_use]
    pub const fn is_immutable(&self) -> bool {
        self.immutable
    }

    /// Whether it is a navigation property.
    #[must_use]
    pub const fn is_navigation(&self) -> bool {
        self.navigation
    }
}
