//! Polymorphic values: an instance of the declared type or of a type derived from it, chosen by `@odata.type`.

use serde::ser::Serializer;

use super::read::read_struct;
use super::{BaseType, Derived, ODataStructured, ReadStructured, Structured};
use crate::incoming::{Object, ReadError};
use crate::metadata::{TypeIndex, TypeSet};

/// What a variant of a polymorphic value may hold: a struct, a polymorphic value again, or either of them boxed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a variant of a polymorphic value",
    label = "neither a structured type nor a polymorphic value",
    note = "derive `ODataEntity` or `ODataComplex` for it"
)]
pub trait Variant: ODataStructured {
    /// The type whose properties every instance has.
    type Declared: Structured;

    /// The types that an instance may be of.
    const TYPES: TypeSet;

    /// The index of [`TYPES`](Self::TYPES), where they are many.
    #[must_use]
    fn index() -> Option<&'static TypeIndex> {
        None
    }

    /// In which variant the type at `position` is, and where in that.
    #[must_use]
    fn locate(position: usize) -> (usize, usize) {
        match Self::index() {
            Some(index) => index.locate(Self::TYPES, position),
            None => Self::TYPES.locate(position),
        }
    }

    /// [`TYPES`](Self::TYPES), where a function is asked for.
    #[must_use]
    fn types() -> TypeSet {
        Self::TYPES
    }
}

/// A [`Variant`] that can be read, perhaps borrowing from an input that lives for `'de`.
pub trait ReadVariant<'de>: Variant {
    /// Reads on as the type at `position` among [`TYPES`](Variant::TYPES).
    ///
    /// # Errors
    ///
    /// Those of the object, and what is not as that type declares it.
    fn read_rest(
        position: usize,
        partial: Self::Partial,
        object: &mut dyn Object<'de>,
    ) -> Result<Self, ReadError>;
}

/// An enum of types: what the derive knows of it.
pub trait Polymorphic:
    Variant
    + ODataStructured<Partial = <<Self as Variant>::Declared as BaseType>::Parts>
    + Derived<Base = <Self as Variant>::Declared>
{
    /// The value of the declared type, when no variant's type was named.
    fn from_declared(declared: <Self as Variant>::Declared) -> Self;

    /// Writes what the variant holds.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
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
