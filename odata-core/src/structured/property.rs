//! Properties, as the derive macros use them.

use serde::de::Error;
use serde::ser::SerializeMap;

use super::PropertyWriter;
use crate::incoming::Incoming;
use crate::metadata::{StructuredType, ValueType};
use crate::read_error::ReadError;
use crate::value::read::replace_empty;
use crate::value::{ODataValue, ReadValue};

/// The derive macros' view of [`ReadValue`], which is implemented for every `ReadValue`.
///
/// Expansions refer to the type of a field without parameters only as `<Type as PropertyValue<'_>>::…`. If a type isn't a
/// value, every use has the same error at the same place, and the compiler reports it once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not supported as the type of an OData value",
    label = "not supported as the type of an OData property",
    note = "supported types: `bool`, `i8` to `i64`, `u8`, `f32`, `f64`, `String`, `DateTime<Utc>`, `NaiveDate`, `NaiveTime`, \
            `TimeDelta`, `Uuid`, `Decimal`, `odata_core::Duration`, `odata_core::Binary`, `odata_core::Stream`, \
            `odata_core::Untyped`, the types in `odata_core::spatial`, and `Option`, `Vec` and `Box` of these types",
    note = "for a struct or an enum of your model, derive `ODataEntity`, `ODataComplex` or `ODataEnum`; for any JSON, \
            use `odata_core::Json<_>`; for other types, add `#[odata(with = \"module\")]` to the field",
    note = "for a set of members of an enumeration `E` with `#[odata(flags)]`, use `Flags<E>`"
)]
pub trait PropertyValue<'de>: Sized {
    /// See [`ODataValue::TYPE`]. It also includes whether values can be read with `deserialize_any`.
    const TYPE: ValueType;

    /// Reads the property's value into `place`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't match the property's type.
    fn read_property(place: &mut Option<Self>, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// Replaces an empty value in `place` with the property's value.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't match the property's type.
    fn read_into(place: &mut Self, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// Returns the value that was read, or the value of an absent property.
    ///
    /// # Errors
    ///
    /// Returns an error if a required property is missing.
    fn finish(place: Option<Self>, name: &'static str, owner: &StructuredType) -> Result<Self, ReadError>;

    /// Writes the property, unless the value is absent.
    fn write_property<M: SerializeMap>(&self, name: &'static str, writer: &mut PropertyWriter<'_, M>);
}

impl<'de, T: ReadValue<'de>> PropertyValue<'de> for T {
    const TYPE: ValueType = T::TYPE.delivered(T::USES_DESERIALIZE_ANY);

    fn read_property(place: &mut Option<Self>, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        read_property(place, value)
    }

    fn read_into(place: &mut Self, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        read_into(place, value)
    }

    fn finish(place: Option<T>, name: &'static str, owner: &StructuredType) -> Result<Self, ReadError> {
        finish_property(place, name, owner)
    }

    fn write_property<M: SerializeMap>(&self, name: &'static str, writer: &mut PropertyWriter<'_, M>) {
        writer.property(name, self);
    }
}

/// Reads a property's value into `place`.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value doesn't match the property's type.
#[inline(never)]
pub fn read_property<'de, T: ReadValue<'de>>(
    place: &mut Option<T>,
    value: Incoming<'_, 'de>,
) -> Result<(), ReadError> {
    replace_empty(place, Some(T::read_incoming(value)?));
    Ok(())
}

/// Replaces an empty value in `place` with the property's value.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value doesn't match the property's type.
#[inline(never)]
pub fn read_into<'de, T: ReadValue<'de>>(place: &mut T, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
    replace_empty(place, T::read_incoming(value)?);
    Ok(())
}

/// Returns the value that was read, or the value of an absent property.
///
/// # Errors
///
/// Returns an error if a required property is missing.
pub fn finish_property<T: ODataValue>(
    place: Option<T>,
    name: &'static str,
    owner: &StructuredType,
) -> Result<T, ReadError> {
    match place.or_else(T::absent) {
        Some(value) => Ok(value),
        None => Err(missing(name, owner)),
    }
}

#[cold]
fn missing(name: &str, owner: &StructuredType) -> ReadError {
    ReadError::custom(format_args!("missing property `{name}` of `{}`", owner.qualified_name()))
}

/// Returns the value that a `with` module read.
///
/// # Errors
///
/// Returns an error if nothing was read: only a field with `default` may be absent.
pub fn finish_required<T>(
    read: Option<T>,
    name: &'static str,
    owner: &StructuredType,
) -> Result<T, ReadError> {
    read.ok_or_else(|| missing(name, owner))
}
