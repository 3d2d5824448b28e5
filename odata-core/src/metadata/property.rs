//! One declared property of a structured type.

use super::{KeyAccess, ValueType};

/// A structural or navigation property.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent annotations of the standard")]
pub struct Property {
    name: &'static str,
    value_type: ValueType,
    key: bool,
    required: bool,
    dependent: bool,
    computed: bool,
    immutable: bool,
    navigation: bool,
    contained: bool,
}

impl Property {
    /// A structural property that a client may read and write.
    #[must_use]
    pub const fn new(name: &'static str, value_type: ValueType) -> Self {
        Self {
            name,
            value_type,
            key: false,
            required: false,
            dependent: false,
            computed: false,
            immutable: false,
            navigation: false,
            contained: false,
        }
    }

    /// The same property as part of the key.
    #[must_use]
    pub const fn key(self) -> Self {
        Self { key: true, ..self }
    }

    /// Marks the key property as required when an entity is created, although its type is nullable.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Marks the key property as one that a referential constraint sets to the key of the parent entity (CSDL 4.01, clause 8.5).
    #[must_use]
    pub const fn dependent(self) -> Self {
        Self { dependent: true, ..self }
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

    /// Marks the navigation property as one whose entities belong to the instance (`ContainsTarget`, CSDL 4.01, clause 8.4).
    #[must_use]
    pub const fn contained(self) -> Self {
        Self { contained: true, ..self }
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

    /// The access of a key property as it is declared; `None` if the property isn't part of the key.
    ///
    /// A derived type can override it: use [`StructuredType::key_access`](super::StructuredType::key_access) for a given type.
    #[must_use]
    pub const fn key_access(&self) -> Option<KeyAccess> {
        if !self.key {
            None
        } else if self.computed {
            Some(KeyAccess::Computed)
        } else if self.required || !self.value_type.is_nullable() {
            Some(KeyAccess::Required)
        } else {
            Some(KeyAccess::Optional)
        }
    }

    /// Returns whether a referential constraint sets it to the key of the parent entity.
    #[must_use]
    pub const fn is_dependent(&self) -> bool {
        self.dependent
    }

    /// Returns whether it is declared as a property that only the service sets.
    ///
    /// A derived type can override this for a key property: use
    /// [`StructuredType::is_computed`](super::StructuredType::is_computed) for a given type.
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

    /// Returns whether it is a navigation property whose entities belong to the instance.
    #[must_use]
    pub const fn is_contained(&self) -> bool {
        self.contained
    }
}
