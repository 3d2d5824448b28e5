//! Entity and complex types: what the derives implement, and the reading and writing that they share.

mod inheritance;
pub(crate) mod polymorphic;
mod property;
pub(crate) mod read;
pub(crate) mod rules;
pub(crate) mod write;

use serde::ser::SerializeMap;

use crate::extra::Extra;
use crate::incoming::{Incoming, ReadError};
use crate::metadata::StructuredType;
use crate::value::ODataValue;

pub use inheritance::{Derived, DerivedFrom, HasPartial, Here, There};
pub use polymorphic::{Polymorphic, ReadVariant, Variant};
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
pub trait ODataStructured: ODataValue {
    /// The type's name, base type and properties; for a polymorphic value those of the declared type.
    const METADATA: &'static StructuredType;

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

    fn instance_type(&self) -> &'static StructuredType {
        T::instance_type(self)
    }
}

/// A struct that is an entity or complex type, taken apart so that it can be read property by property.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a base type",
    label = "not a struct with `ODataEntity` or `ODataComplex`",
    note = "a base type is a struct that derives `ODataEntity` or `ODataComplex` itself"
)]
pub trait Structured: ODataStructured + HasPartial {
    /// How many properties there are, those of the base types included.
    const PROPERTY_COUNT: usize = Self::METADATA.property_count();

    /// Makes the value of what was read. Undeclared members are taken out of `extra` if the value keeps them.
    ///
    /// # Errors
    ///
    /// A property that must be there is not.
    fn finish(partial: Self::Partial, extra: &mut Extra) -> Result<Self, ReadError>;

    /// What came with the value beyond its declared properties.
    fn extra(&self) -> Option<&Extra>;

    /// Writes the declared properties, the base-most type's first.
    fn write_properties<M: SerializeMap>(&self, writer: &mut PropertyWriter<'_, M>);
}

/// A [`Structured`] whose properties can be read, perhaps borrowing from an input that lives for `'de`.
pub trait ReadStructured<'de>: Structured {
    /// Reads the value of the property at `slot`.
    ///
    /// # Errors
    ///
    /// Those of the format, and a value that is not of the property's type.
    fn read_property(
        partial: &mut Self::Partial,
        slot: usize,
        value: Incoming<'_, 'de>,
    ) -> Result<(), ReadError>;
}
