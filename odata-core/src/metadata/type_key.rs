//! The methods of `StructuredType` for the key of an entity type.

use super::{KeyAccess, KeyPath, Property, StructuredType};

impl StructuredType {
    /// Sets the paths of the key properties inside of complex properties, such as `Info/ID`.
    #[must_use]
    pub const fn with_key_paths(self, key_paths: &'static [KeyPath]) -> Self {
        Self { key_paths, ..self }
    }

    /// Returns the key paths that this type declares. A key path is the path of a key property inside of a complex
    /// property, such as `Info/ID`.
    #[must_use]
    pub const fn own_key_paths(&self) -> &'static [KeyPath] {
        self.key_paths
    }

    /// Returns the declared and inherited key paths. A key path is the path of a key property inside of a complex
    /// property, such as `Info/ID`.
    pub fn key_paths(&'static self) -> impl Iterator<Item = &'static KeyPath> {
        self.inheritance_chain().flat_map(|metadata| metadata.key_paths)
    }

    /// Overrides the [`KeyAccess`] of the inherited key. Call this method after [`Self::with_base`], because
    /// `with_base` replaces the [`KeyAccess`] with that of the base type.
    #[must_use]
    pub const fn with_key_access(self, access: KeyAccess) -> Self {
        Self { key_access: Some(access), ..self }
    }

    /// Returns the [`KeyAccess`] of a key property in instances of this type: whether the service or the client
    /// provides the key. Returns `None` if the property isn't part of the key.
    ///
    /// The declaration of the key field, such as `#[odata(key, computed)] id: Option<String>`, determines the
    /// [`KeyAccess`] of the property. A derived type can override the [`KeyAccess`] of its inherited key with
    /// `#[odata(base, key = "…")]`. An override with `#[odata(base, key = "…")]` also applies to all types that derive
    /// from the overriding type.
    ///
    /// ```
    /// use odata_core::metadata::KeyAccess;
    /// use odata_core::{ODataEntity, ODataStructured};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph", abstract)]
    /// struct Entity {
    ///     #[odata(key, computed)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph.externalConnectors")]
    /// struct ExternalConnection {
    ///     #[odata(base, key = "optional")]
    ///     entity: Entity,
    /// }
    ///
    /// let id = Entity::METADATA.property_named("id").unwrap();
    /// assert_eq!(Entity::METADATA.key_access(id), Some(KeyAccess::Computed));
    /// assert_eq!(ExternalConnection::METADATA.key_access(id), Some(KeyAccess::Optional));
    /// ```
    #[must_use]
    pub const fn key_access(&self, property: &Property) -> Option<KeyAccess> {
        match (property.key_access(), self.key_access) {
            (Some(_), Some(access)) => Some(access),
            (declared, _) => declared,
        }
    }

    /// Returns the [`KeyAccess`] that `#[odata(base, key = "…")]` sets in this type or in a base type, or `None` if the
    /// attribute isn't used.
    #[must_use]
    pub const fn key_access_override(&self) -> Option<KeyAccess> {
        self.key_access
    }

    /// Checks whether the service computes the value of `property` in instances of this type.
    ///
    /// Unlike [`Property::is_computed`], this method also considers `#[odata(base, key = "…")]`, which overrides the
    /// access of an inherited key.
    #[must_use]
    pub const fn is_computed(&self, property: &Property) -> bool {
        match self.key_access(property) {
            Some(access) => matches!(access, KeyAccess::Computed),
            None => property.is_computed(),
        }
    }

    /// Checks whether this type or a base type has a key.
    #[must_use]
    pub const fn has_key(&self) -> bool {
        if !self.key_paths.is_empty() {
            return true;
        }
        let mut position = 0;
        while position < self.properties.len() {
            if self.properties[position].is_key() {
                return true;
            }
            position += 1;
        }
        matches!(self.base, Some(base) if base.has_key())
    }

    /// Returns the declared and inherited key properties. Key properties inside of complex properties, such as
    /// `Info/ID`, aren't included.
    pub fn key_properties(&'static self) -> impl Iterator<Item = &'static Property> {
        self.inheritance_chain().flat_map(Self::own_properties).filter(|property| property.is_key())
    }
}
