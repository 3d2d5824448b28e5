//! Polymorphic enums: an instance of the declared type or of a derived type, selected by `@odata.type`.

use serde::ser::Serializer;

use super::read::read_struct;
use super::{BaseType, Derived, ODataStructured, ReadStructured, Structured};
use crate::incoming::Object;
use crate::metadata::{TypeIndex, TypeSet};
use crate::read_error::ReadError;

/// A type that a variant of a polymorphic enum can contain: a struct, a polymorphic enum, or a `Box` of either.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a variant of a polymorphic enum",
    label = "neither a structured type nor a polymorphic enum",
    note = "derive `ODataEntity` or `ODataComplex` for `{Self}`"
)]
pub trait Variant: ODataStructured {
    /// The declared type. Every instance has its properties.
    type Declared: Structured;

    /// The types of all instances.
    const TYPES: TypeSet;

    /// Returns the index of [`TYPES`](Self::TYPES) if there are many types.
    #[must_use]
    fn index() -> Option<&'static TypeIndex> {
        None
    }

    /// Returns the position of the variant for the type at `position`, and the position of the type in that variant.
    #[must_use]
    fn locate(position: usize) -> (usize, usize) {
        match Self::index() {
            Some(index) => index.locate(Self::TYPES, position),
            None => Self::TYPES.locate(position),
        }
    }

    /// Returns [`TYPES`](Self::TYPES). [`TypeKind`](crate::metadata::TypeKind) needs a function.
    #[must_use]
    fn types() -> TypeSet {
        Self::TYPES
    }
}

/// A [`Variant`] that can be read. It may borrow from an input with the lifetime `'de`.
pub trait ReadVariant<'de>: Variant {
    /// Reads the remaining members as the type at `position` in [`TYPES`](Variant::TYPES).
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or a value doesn't match its declared type.
    fn read_rest(
        position: usize,
        partial: Self::Partial,
        object: &mut dyn Object<'de>,
    ) -> Result<Self, ReadError>;
}

/// A polymorphic enum, as the derive macros describe it.
pub trait Polymorphic:
    Variant
    + ODataStructured<Partial = <<Self as Variant>::Declared as BaseType>::Parts>
    + Derived<Base = <Self as Variant>::Declared>
{
    /// Creates the variant for the declared type, if `@odata.type` is absent or names a type without a variant.
    fn from_declared(declared: <Self as Variant>::Declared) -> Self;

    /// Writes the content of the variant.
    ///
    /// # Errors
    ///
    /// Returns an error if the serializer fails.
    fn write_variant<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

impl<T: Structured> Variant for T {
    type Declared = T;

    const TYPES: TypeSet = TypeSet::One(T::METADATA);
}

impl<'de, T: ReadStructured<'de>> ReadVariant<'de> for T {
    #[inline]
    fn read_rest(
        _position: usize,
        partial: T::Partial,
        object: &mut dyn Object<'de>,
    ) -> Result<T, ReadError> {
        read_struct(partial, object)
    }
}
