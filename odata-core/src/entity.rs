//! The traits of entity types and complex types.

use crate::body::{Create, InvalidBody, Update};
use crate::metadata::TypeKind;
use crate::structured::ODataStructured;

/// An [entity type](derive@crate::ODataEntity), or a polymorphic enum of entity types.
pub trait ODataEntity: ODataStructured {
    /// Creates the body of a create request, initially without properties.
    #[must_use]
    fn create() -> Create<Self> {
        Create::empty()
    }

    /// Creates the body of a create request with the property values of this entity.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Create::of`].
    fn to_create(&self) -> Result<Create<Self>, InvalidBody> {
        Create::of(self)
    }

    /// Creates the body of an update request, initially without properties.
    ///
    /// If `Self` is a struct such as `User`, the body contains its `@odata.type`, such as `#microsoft.graph.user`.
    /// Don't use the body of `User::update()` to update an entity of a type that derives from `user`, because the body
    /// contains the `@odata.type` of `user`. If `Self` is a polymorphic enum such as `DirectoryObject`, the body
    /// contains no `@odata.type`, because the updated entity may have any derived type.
    #[must_use]
    fn update() -> Update<Self> {
        Update::new(!matches!(Self::TYPE.kind(), TypeKind::Polymorphic(..)))
    }

    /// Creates the body of an update request with the properties whose values differ from `original`.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Update::from_changes`].
    fn changes_since(&self, original: &Self) -> Result<Update<Self>, InvalidBody> {
        Update::from_changes(original, self)
    }

    /// Creates the body of an update request with the properties whose values differ from `original`, including the
    /// properties of related entities (deep update, OData 4.01).
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Update::deep`].
    fn deep_changes_since(&self, original: &Self) -> Result<Update<Self>, InvalidBody> {
        Update::deep(original, self)
    }
}

/// A [complex type](derive@crate::ODataComplex), or a polymorphic enum of complex types.
pub trait ODataComplex: ODataStructured {
    /// Creates the body of a request that updates a complex property, initially without properties.
    #[must_use]
    fn update() -> Update<Self> {
        Update::new(!matches!(Self::TYPE.kind(), TypeKind::Polymorphic(..)))
    }

    /// Creates the body of a request that updates a complex property, with the properties whose values differ from
    /// `original`.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Update::from_changes`].
    fn changes_since(&self, original: &Self) -> Result<Update<Self>, InvalidBody> {
        Update::from_changes(original, self)
    }
}
