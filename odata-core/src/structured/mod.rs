//! Entity and complex types: what the derives implement, and the reading and writing that they share.

mod adds_nothing;
mod inheritance;
mod partial;
pub(crate) mod polymorphic;
mod property;
pub(crate) mod read;
pub(crate) mod rules;
pub(crate) mod write;

use serde::ser::SerializeMap;

use crate::extra::Extra;
use crate::incoming::{Incoming, ReadError, Receiver};
use crate::metadata::StructuredType;
use crate::value::ODataValue;
use crate::value::kind::{PropertyType, Unbox};

pub use adds_nothing::AddsNothing;
pub use inheritance::{BaseTypeOf, Derived, DerivedFrom, Here, There};
pub use partial::{Empty, Partial};
pub use polymorphic::{Polymorphic, ReadVariant, Variant};
pub(crate) use property::fill;
pub use property::{PropertyValue, finish_property, finish_required, read_into, read_property};
pub use write::PropertyWriter;

/// An entity or complex type, or a value of one of several types that derive from one.
///
/// The derives [`ODataEntity`](derive@crate::ODataEntity) and [`ODataComplex`](derive@crate::ODataComplex) implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an entity type nor a complex type",
    label = "not a structured type",
    note = "derive `ODataEntity` or `ODataComplex` for it"
)]
pub trait ODataStructured: ODataValue + PropertyType<Kind: Unbox<Self>> {
    /// The type's name, base type and properties; for a polymorphic value those of the declared type.
    const METADATA: &'static StructuredType;

    /// The properties read so far; of a polymorphic value, those of the declared type.
    #[doc(hidden)]
    type Partial;

    /// [`METADATA`](Self::METADATA), where a function is asked for.
    #[must_use]
    fn metadata() -> &'static StructuredType {
        Self::METADATA
    }

    /// The type that this value is an instance of; for a polymorphic value that of the variant.
    ///
    /// A type that came as `@odata.type` and has no variant is in [`Extra::type_name`].
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

/// The position of a property among those of a type and of its base types, the base-most type's first.
pub(crate) type Slot = usize;

/// A struct that is an entity or complex type, taken apart so that it can be read and written property by property, by itself or
/// as a base type.
///
/// It has no supertraits: so an expansion that asks this of a base type, always at its place, and nothing else, is one error
/// where that is none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type",
    label = "not a struct with `ODataEntity` or `ODataComplex`",
    note = "a base type is a struct that derives `ODataEntity` or `ODataComplex` itself"
)]
pub trait BaseType: Sized {
    /// A place for each of the own properties.
    type Own;

    /// The properties read so far: a [`Partial`] with these places, or the base type's.
    type Parts;

    /// Makes the value of what was read. Undeclared members are taken out of `extra` if the value keeps them.
    ///
    /// # Errors
    ///
    /// A property that must be there is not.
    fn finish(partial: Self::Parts, extra: &mut Extra) -> Result<Self, ReadError>;

    /// Writes the declared properties, the base-most type's first. What the value has beyond them is told before.
    fn write_properties<'w, M: SerializeMap>(&'w self, writer: &mut PropertyWriter<'w, M>);
}

/// A struct that is an entity or complex type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type",
    label = "not a struct with `ODataEntity` or `ODataComplex`",
    note = "a base type is a struct that derives `ODataEntity` or `ODataComplex` itself"
)]
pub trait Structured: BaseType + ODataStructured<Partial = <Self as BaseType>::Parts> {
    /// The slot of the first property that is no base type's.
    const FIRST_SLOT: Slot = Self::METADATA.first_slot();
}

/// A [`Structured`] whose properties can be read, perhaps borrowing from an input that lives for `'de`.
///
/// A struct without properties of its own has nothing to say here: what is read goes into its base type's partial.
pub trait ReadStructured<'de>: Structured + BaseType<Parts: Receiver<'de> + Empty> {
    /// Reads the value of the own property at a position.
    ///
    /// # Errors
    ///
    /// Those of the format, and a value that is not of the property's type.
    fn read_property(
        _own: &mut Self::Own,
        _position: usize,
        value: Incoming<'_, 'de>,
    ) -> Result<(), ReadError> {
        read::skip_property(value)
    }
}
