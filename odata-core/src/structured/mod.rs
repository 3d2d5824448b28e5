//! Entity and complex types: the traits that the derive macros implement, and shared code for reading and writing.

mod adds_nothing;
mod entry_points;
mod inheritance;
pub(crate) mod kind;
mod partial;
pub(crate) mod polymorphic;
mod property;
pub(crate) mod read;
pub(crate) mod rules;
pub(crate) mod write;

use serde::ser::SerializeMap;

use crate::extra::Extra;
use crate::incoming::{Incoming, Receiver};
use crate::metadata::StructuredType;
use crate::read_error::ReadError;
use crate::value::ODataValue;
use crate::value::kind::{PropertyType, Unbox};

pub use adds_nothing::AddsNothing;
pub use entry_points::{deserialize_polymorphic, deserialize_structured, serialize_polymorphic};
pub use inheritance::{BaseTypeOf, Derived, DerivedFrom, Here, There};
pub use partial::{Empty, Partial};
pub use polymorphic::{Polymorphic, ReadVariant, Variant};
pub use property::{PropertyValue, finish_property, finish_required, read_into, read_property};
pub use write::PropertyWriter;

/// An entity type, a complex type or a polymorphic enum.
///
/// The derive macros [`ODataEntity`](derive@crate::ODataEntity) and [`ODataComplex`](derive@crate::ODataComplex) implement this
/// trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an entity type nor a complex type",
    label = "not a structured type",
    note = "a structured type is a struct or an enum that derives `ODataEntity` or `ODataComplex`"
)]
pub trait ODataStructured: ODataValue + PropertyType<Kind: Unbox<Self>> {
    /// The type's name, base type and properties. For a polymorphic enum, the metadata of the declared type.
    const METADATA: &'static StructuredType;

    /// The properties that were read so far. For a polymorphic enum, the properties of the declared type.
    #[doc(hidden)]
    type Partial;

    /// Returns [`METADATA`](Self::METADATA). [`TypeKind`](crate::metadata::TypeKind) needs a function.
    #[must_use]
    fn metadata() -> &'static StructuredType {
        Self::METADATA
    }

    /// Returns the type of this instance. For a polymorphic enum, the type of the variant.
    ///
    /// If `@odata.type` names a type without a variant, [`Extra::type_name`] returns its name.
    fn instance_type(&self) -> &'static StructuredType {
        Self::METADATA
    }
}

impl<T: ODataStructured> ODataStructured for Box<T> {
    const METADATA: &'static StructuredType = T::METADATA;

    type Partial = T::Partial;

    fn instance_type(&self) -> &'static StructuredType {
        T::instance_type(self)
    }
}

/// The position of a property in the inheritance chain, counted from the first property of the root type.
pub(crate) type Slot = usize;

/// A struct that is an entity or complex type. It can be read and written property by property, on its own or as a base type.
///
/// It has no supertraits. An expansion only requires this trait of a base type, and always at the same place, so that an
/// invalid base type is reported as a single error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type",
    label = "not a struct that derives `ODataEntity` or `ODataComplex`",
    note = "a base type must be a struct that derives `ODataEntity` or `ODataComplex`; a polymorphic enum can't be a base type"
)]
pub trait BaseType: Sized {
    /// The type of the places for the own properties.
    type Own;

    /// The properties that were read so far: a [`Partial`] with these places, or the base type's partial.
    type Parts;

    /// Creates the value from the properties that were read. Moves undeclared members out of `extra` if the value has an
    /// `Extra`.
    ///
    /// # Errors
    ///
    /// Returns an error if a required property is missing.
    fn finish(partial: Self::Parts, extra: &mut Extra) -> Result<Self, ReadError>;

    /// Writes the declared properties, beginning with the root type. The `Extra` must be passed to the writer before.
    fn write_properties<'w, M: SerializeMap>(&'w self, writer: &mut PropertyWriter<'w, M>);
}

/// A struct that is an entity or complex type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type",
    label = "not a struct that derives `ODataEntity` or `ODataComplex`",
    note = "a base type must be a struct that derives `ODataEntity` or `ODataComplex`; a polymorphic enum can't be a base type"
)]
pub trait Structured: BaseType + ODataStructured<Partial = <Self as BaseType>::Parts> {
    /// The slot of the first own property.
    const FIRST_SLOT: Slot = Self::METADATA.first_slot();
}

/// A [`Structured`] type that can be read. It may borrow from an input with the lifetime `'de`.
///
/// A struct without own properties uses the default implementation: the values are read into its base type's partial.
pub trait ReadStructured<'de>: Structured + BaseType<Parts: Receiver<'de> + Empty> {
    /// Reads the value of the own property at a position.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't match the property's type.
    fn read_property(
        _own: &mut Self::Own,
        _position: usize,
        value: Incoming<'_, 'de>,
    ) -> Result<(), ReadError> {
        read::skip_property(value)
    }
}
