//! Entity types and complex types, as users see them.

use crate::body::{Create, InvalidBody, Update};
use crate::metadata::TypeKind;
use crate::structured::ODataStructured;

/// An [entity type](derive@crate::ODataEntity), or a value of one of several that derive from one.
pub trait ODataEntity: ODataStructured {
    /// The body of a request that creates one, with no property set yet.
    #[must_use]
    fn create() -> Create<Self> {
        Create::empty()
    }

    /// The body of a request that creates one like this.
    ///
    /// # Errors
    ///
    /// Those of [`Create::of`].
    fn to_create(&self) -> Result<Create<Self>, InvalidBody> {
        Create::of(self)
    }

    /// The body of a request that changes one, with no property set yet.
    ///
    /// It says the type of the instance, which has to be this one; as an update of a polymorphic value it says none.
    #[must_use]
    fn update() -> Update<Self> {
        Update::new(!matches!(Self::TYPE.kind(), TypeKind::Polymorphic(..)))
    }

    /// The body of a request that makes of the original what this is now.
    ///
    /// # Errors
    ///
    /// Those of [`Update::from_changes`].
    fn changes_since(&self, original: &Self) -> Result<Update<Self>, InvalidBody> {
        Update::from_changes(original, self)
    }

    /// Creates an update body with the differences from `original`, including changes in related entities (deep update, OData 4.01).
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Update::deep`].
    fn deep_changes_since(&self, original: &Self) -> Result<Update<Self>, InvalidBody> {
        Update::deep(original, self)
    }
}

/// A [complex type](derive@crate::ODataComplex), or a value of one of several that derive from one.
pub trait ODataComplex: ODataStructured {
    /// Creates an empty body of a request that updates a complex property by itself.
    #[must_use]
    fn update() -> Update<Self> {
        Update::new(!matches!(Self::TYPE.kind(), TypeKind::Polymorphic(..)))
    }

    /// Creates the body of a request that changes the original complex value to this one.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Update::from_changes`].
    fn changes_since(&self, original: &Self) -> Result<Update<Self>, InvalidBody> {
        Update::from_changes(original, self)
    }
}
