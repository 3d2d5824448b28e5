//! Traits for polymorphic enums. The value of a polymorphic enum is an instance of the declared type or of a derived
//! type, depending on `@odata.type`.

use serde::ser::Serializer;

use super::read::read_struct;
use super::{BaseType, Derived, ODataStructured, ReadStructured, Structured};
use crate::incoming::Object;
use crate::metadata::{TypeIndex, TypeSet};
use crate::read_error::ReadError;

/// A type that a variant of a polymorphic enum can contain: a struct, a polymorphic enum, or a `Box` of one of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be the type of a variant, because it doesn't derive `ODataEntity` or `ODataComplex`",
    label = "neither a structured type nor a polymorphic enum",
    note = "derive `ODataEntity` or `ODataComplex` for `{Self}`"
)]
pub trait Variant: ODataStructured {
    /// The declared type of a polymorphic enum: the type of the variant that is marked `#[odata(base)]`. All values of
    /// a polymorphic enum have the properties of the declared type. For a struct, `Declared` is the struct itself.
    type Declared: Structured;

    /// The set of types that a value can have. `@odata.type` selects one type of the set. For a struct, the set of
    /// types contains only the struct itself.
    const TYPES: TypeSet;

    /// Returns an index that finds a type in [`TYPES`](Self::TYPES) by its name, or `None` if there are only a few
    /// types.
    #[must_use]
    fn index() -> Option<&'static TypeIndex> {
        None
    }

    /// Finds the enum variant that contains the type at `position` in [`TYPES`](Self::TYPES). Returns the index of the
    /// variant, and the index of the type among the types of the variant. For example, if the first variant contains a
    /// polymorphic enum with 3 types, the result for the position 3 is `(1, 0)`.
    #[must_use]
    fn locate(position: usize) -> (usize, usize) {
        match Self::index() {
            Some(index) => index.locate(Self::TYPES, position),
            None => Self::TYPES.locate(position),
        }
    }

    /// Returns [`TYPES`](Self::TYPES), the set of types that a value can have. A
    /// [`TypeKind`](crate::metadata::TypeKind) contains the function `types` instead of the constant `TYPES`, because
    /// Rust rejects constants that refer to each other. For example, the type `User` can have a property of the type
    /// `Group`, and the type `Group` can have a property of the type `User`.
    #[must_use]
    fn types() -> TypeSet {
        Self::TYPES
    }
}

/// A [`Variant`] that can be deserialized. The fields of the type may borrow from the input with the lifetime `'de`.
pub trait ReadVariant<'de>: Variant {
    /// Reads the remaining members of an object after `@odata.type` has been read. The parameter `position` is the
    /// index in [`TYPES`](Variant::TYPES) of the type that `@odata.type` names.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value of a property doesn't match the property's declared
    /// type.
    fn read_rest(
        position: usize,
        partial: Self::Partial,
        object: &mut dyn Object<'de>,
    ) -> Result<Self, ReadError>;
}

/// A polymorphic enum, which derives `ODataEntity` or `ODataComplex`.
pub trait Polymorphic:
    Variant
    + ODataStructured<Partial = <<Self as Variant>::Declared as BaseType>::Parts>
    + Derived<Base = <Self as Variant>::Declared>
{
    /// Creates the enum variant that is marked `#[odata(base)]`. A value is read as the variant marked `#[odata(base)]`
    /// if `@odata.type` is absent, or if the enum has no variant for the type in `@odata.type`.
    fn from_declared(declared: <Self as Variant>::Declared) -> Self;

    /// Serializes the struct or polymorphic enum that the variant contains.
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
