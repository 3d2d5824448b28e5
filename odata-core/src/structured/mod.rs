//! Entity types and complex types: the traits that the derive macros implement, and the code that reads and writes
//! values of these types.

mod inheritance;
pub(crate) mod kind;
mod partial;
pub(crate) mod polymorphic;
mod property;
pub(crate) mod read;
pub(crate) mod rules;
mod serde_functions;
mod without_properties;
pub(crate) mod write;

use serde::ser::SerializeMap;

use crate::extra::Extra;
use crate::incoming::{Incoming, Receiver};
use crate::metadata::StructuredType;
use crate::read_error::ReadError;
use crate::value::ODataValue;
use crate::value::kind::{PropertyType, Unbox};

pub use inheritance::{BaseTypeOf, Derived, DerivedFrom, Here, There};
pub use partial::{Empty, Partial};
pub use polymorphic::{Polymorphic, ReadVariant, Variant};
pub use property::{PropertyValue, finish_property, finish_required, read_into, read_property};
pub use serde_functions::{deserialize_polymorphic, deserialize_structured, serialize_polymorphic};
pub use without_properties::WithoutProperties;
pub use write::PropertyWriter;

/// An entity type, a complex type or a polymorphic enum.
///
/// The derive macros [`ODataEntity`](derive@crate::ODataEntity) and [`ODataComplex`](derive@crate::ODataComplex)
/// implement `ODataStructured`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an entity type nor a complex type: use a type that derives `ODataEntity` or `ODataComplex`",
    label = "not a structured type",
    note = "a structured type is a struct or an enum that derives `ODataEntity` or `ODataComplex`"
)]
pub trait ODataStructured: ODataValue + PropertyType<Kind: Unbox<Self>> {
    /// The name, the base type and the properties of this entity type or complex type. For a polymorphic enum,
    /// `METADATA` is the metadata of the type in the variant that is marked `#[odata(base)]`.
    const METADATA: &'static StructuredType;

    /// The type that stores the properties of a value while the value is being read. For a polymorphic enum, `Partial`
    /// stores the properties that all variants have: the properties of the type in the variant that is marked
    /// `#[odata(base)]`.
    #[doc(hidden)]
    type Partial;

    /// Returns the constant [`METADATA`](Self::METADATA). The enum [`TypeKind`](crate::metadata::TypeKind) stores the
    /// function `metadata` instead of the constant, because constants can't refer to each other in cycles.
    #[must_use]
    fn metadata() -> &'static StructuredType {
        Self::METADATA
    }

    /// Returns the metadata of this value's type. For a polymorphic enum, the result is the metadata of the type in the
    /// current variant.
    ///
    /// If the polymorphic enum has no variant for the type in `@odata.type`, [`Extra::type_name`] returns the type's
    /// name.
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

/// The position of a property among all properties of a type. Inherited properties precede the properties that the type
/// itself declares. For example, if `User` inherits only `id`, `id` has the position 0, and the first property of
/// `User` itself has the position 1.
pub(crate) type Slot = usize;

/// A struct that derives `ODataEntity` or `ODataComplex`, with the functions that read and write its properties. The
/// generated code for a derived type calls the `BaseType` functions of its base type.
///
/// An invalid base type, such as `String`, must cause only one compiler error: `String` doesn't implement `BaseType`.
/// `BaseType` has no supertraits, and generated code requires no other trait of a base type, because every missing
/// trait would cause another compiler error. Generated code uses the same span for all uses of `BaseType`, because the
/// compiler then reports a missing implementation of `BaseType` only once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type, because it is not a struct that derives `ODataEntity` or `ODataComplex`",
    label = "not a valid base type",
    note = "if `{Self}` is a struct, derive `ODataEntity` or `ODataComplex` for it; if it is a polymorphic enum, use the struct in its variant with `#[odata(base)]`"
)]
pub trait BaseType: Sized {
    /// The tuple that stores the struct's own properties, without inherited properties, while the struct is being read.
    type Own;

    /// The [`Partial`] that stores all properties of the struct, including inherited properties, while the struct is
    /// being read. A struct without properties of its own uses the `Parts` of its base type.
    type Parts;

    /// Creates the struct from the properties that were read. If the struct has an `Extra`, the undeclared members are
    /// moved from `extra` to the struct.
    ///
    /// # Errors
    ///
    /// Returns an error if the object doesn't contain a required property.
    fn finish(partial: Self::Parts, extra: &mut Extra) -> Result<Self, ReadError>;

    /// Writes the declared properties, beginning with the properties of the root type. For a struct with an `Extra`,
    /// this function must first call [`PropertyWriter::extra`], which writes annotations that precede the properties,
    /// such as `@odata.context`.
    fn write_properties<'w, M: SerializeMap>(&'w self, writer: &mut PropertyWriter<'w, M>);
}

/// A struct that derives `ODataEntity` or `ODataComplex`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type, because it is not a struct that derives `ODataEntity` or `ODataComplex`",
    label = "not a valid base type",
    note = "if `{Self}` is a struct, derive `ODataEntity` or `ODataComplex` for it; if it is a polymorphic enum, use the struct in its variant with `#[odata(base)]`"
)]
pub trait Structured: BaseType + ODataStructured<Partial = <Self as BaseType>::Parts> {
    /// The position of the first property that the struct itself declares. For a struct that inherits two properties,
    /// `FIRST_SLOT` is 2.
    const FIRST_SLOT: Slot = Self::METADATA.first_slot();
}

/// A [`Structured`] type that can be deserialized. The fields of the type may borrow from the input with the lifetime
/// `'de`.
///
/// A struct without properties of its own doesn't implement `read_property`, because its base type reads all
/// properties.
pub trait ReadStructured<'de>: Structured + BaseType<Parts: Receiver<'de> + Empty> {
    /// Reads the value of a property that the struct itself declares. `position` is the index of the property among the
    /// properties that the struct itself declares.
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
