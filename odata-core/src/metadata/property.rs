//! Declared properties of structured types.

use super::{KeyAccess, ValueType};

/// A declared structural or navigation property, or a parameter of an operation.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent attribute or annotation in CSDL")]
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
    optional: bool,
}

impl Property {
    /// Creates a structural property that is neither a key property nor computed nor immutable.
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
            optional: false,
        }
    }

    /// Marks the property as part of the key.
    #[must_use]
    pub const fn key(self) -> Self {
        Self { key: true, ..self }
    }

    /// Requires the key property in create requests, even if its type is nullable ([`KeyAccess::Required`]).
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Marks the key property as dependent: a referential constraint requires that its value is equal to the key of the
    /// parent entity (CSDL 4.01, clause 8.5).
    #[must_use]
    pub const fn dependent(self) -> Self {
        Self { dependent: true, ..self }
    }

    /// Marks the property as computed by the service (`Org.OData.Core.V1.Computed`).
    #[must_use]
    pub const fn computed(self) -> Self {
        Self { computed: true, ..self }
    }

    /// Marks the property as immutable (`Org.OData.Core.V1.Immutable`). A client can set an immutable property only in
    /// a create request.
    #[must_use]
    pub const fn immutable(self) -> Self {
        Self { immutable: true, ..self }
    }

    /// Marks the property as a navigation property.
    #[must_use]
    pub const fn navigation(self) -> Self {
        Self { navigation: true, ..self }
    }

    /// Marks the navigation property as a containment navigation property (`ContainsTarget`, CSDL 4.01, clause 8.4).
    #[must_use]
    pub const fn contained(self) -> Self {
        Self { contained: true, ..self }
    }

    /// Marks the parameter of an operation as optional, so that callers may omit the parameter
    /// (`Org.OData.Core.V1.OptionalParameter`). If the parameter's field is `None`, the request omits the parameter.
    /// The type of the parameter becomes non-nullable, because `None` is never sent as `null`.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { optional: true, value_type: self.value_type.not_nullable(), ..self }
    }

    /// Allows `null` as the value of an optional parameter (a field of the type `Option<Option<T>>`).
    #[must_use]
    pub const fn nullable(self) -> Self {
        Self { value_type: self.value_type.nullable(), ..self }
    }

    /// Returns the wire name of the property, such as `createdDateTime`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the declared type of the property.
    #[must_use]
    pub const fn value_type(&self) -> ValueType {
        self.value_type
    }

    /// Checks whether the property's values are read with [`deserialize_any`](crate::incoming) instead of a typed
    /// method such as `deserialize_f64`.
    pub(crate) const fn uses_deserialize_any(&self) -> bool {
        self.value_type.uses_deserialize_any()
    }

    /// Checks whether the property is part of the key of its entity type.
    #[must_use]
    pub const fn is_key(&self) -> bool {
        self.key
    }

    /// Returns the declared [`KeyAccess`] of a key property, or `None` for a property that isn't part of the key.
    ///
    /// A derived type can override the [`KeyAccess`] of an inherited key with `#[odata(base, key = "…")]`. For the key
    /// of a derived type, use [`StructuredType::key_access`](super::StructuredType::key_access), which considers
    /// `#[odata(base, key = "…")]`.
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

    /// Checks whether the key property always contains the key of the parent entity, such as the `OrderID` of an order
    /// item. See [`dependent`](Self::dependent).
    #[must_use]
    pub const fn is_dependent(&self) -> bool {
        self.dependent
    }

    /// Checks whether the declaration of the property has the annotation `Org.OData.Core.V1.Computed`.
    ///
    /// A derived type can change whether its inherited key is computed, with `#[odata(base, key = "…")]`. For the key
    /// of a derived type, use [`StructuredType::is_computed`](super::StructuredType::is_computed), which considers
    /// `#[odata(base, key = "…")]`.
    #[must_use]
    pub const fn is_computed(&self) -> bool {
        self.computed
    }

    /// Checks whether the property is immutable. A client can set an immutable property only in a create request.
    #[must_use]
    pub const fn is_immutable(&self) -> bool {
        self.immutable
    }

    /// Checks whether the property is a navigation property.
    #[must_use]
    pub const fn is_navigation(&self) -> bool {
        self.navigation
    }

    /// Checks whether the parameter of an action or function is optional. For a property of an entity or complex type,
    /// the result is always `false`, because only parameters can be optional.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.optional
    }

    /// Checks whether the property is a containment navigation property (`ContainsTarget`).
    #[must_use]
    pub const fn is_contained(&self) -> bool {
        self.contained
    }
}
