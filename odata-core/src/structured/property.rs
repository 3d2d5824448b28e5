//! The trait and the functions that the generated code of the derive macros uses to read and write properties.

use serde::de::Error;
use serde::ser::SerializeMap;

use super::PropertyWriter;
use crate::incoming::Incoming;
use crate::metadata::{StructuredType, ValueType};
use crate::read_error::ReadError;
use crate::value::read::replace_empty;
use crate::value::{ODataValue, ReadValue};

/// A Rust type that a property can have. Every type that implements [`ReadValue`] also implements `PropertyValue`. Only
/// generated code uses `PropertyValue`.
///
/// If a field has an unsupported type, such as `std::time::Duration`, the compiler reports only one error, although
/// generated code contains the type several times. All uses of a type without generic parameters have the same span in
/// generated code, and the compiler doesn't repeat an error at the same span.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not supported as the type of an OData value: use a type listed below, or derive `ODataEntity`, \
               `ODataComplex` or `ODataEnum`",
    label = "not supported as the type of an OData property",
    note = "supported types: `bool`, `i8` to `i64`, `u8`, `f32`, `f64`, `String`, `DateTime<Utc>`, `NaiveDate`, `NaiveTime`, \
            `TimeDelta`, `Uuid`, `Decimal`, `odata_core::Duration`, `odata_core::Binary`, `odata_core::Stream`, \
            `odata_core::Untyped`, the types in `odata_core::spatial`, and `Option`, `Vec` and `Box` of these types",
    note = "for a struct or an enum of your model, derive `ODataEntity`, `ODataComplex` or `ODataEnum`; for any JSON, \
            use `odata_core::Json<_>`; for other types, add `#[odata(with = \"module\")]` to the field",
    note = "for a set of members of an enumeration `E` with `#[odata(flags)]`, use `Flags<E>`"
)]
pub trait PropertyValue<'de>: Sized {
    /// The constant [`ODataValue::TYPE`] of the property's type. The constant also specifies whether the property can
    /// be read with `deserialize_any`.
    const TYPE: ValueType;

    /// Reads the value of a property and stores it in `field`. Before the call, `field` must be `None`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't match the property's type.
    fn read_property(field: &mut Option<Self>, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// Reads the value of a property and stores it in `field`. Before the call, `field` must be an empty value such as
    /// `None` or an empty `Vec`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't match the property's type.
    fn read_into(field: &mut Self, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// Returns the value of a property after all members of an object have been read. If the property was absent, the
    /// value is [`ODataValue::absent`], such as `None` for an `Option`.
    ///
    /// # Errors
    ///
    /// Returns an error if the object doesn't contain the property and the property is required.
    fn finish(field: Option<Self>, name: &'static str, owner: &StructuredType) -> Result<Self, ReadError>;

    /// Writes the name and the value of the property, unless [`ODataValue::is_absent`] returns `true` for the value.
    fn write_property<M: SerializeMap>(&self, name: &'static str, writer: &mut PropertyWriter<'_, M>);
}

impl<'de, T: ReadValue<'de>> PropertyValue<'de> for T {
    const TYPE: ValueType = T::TYPE.with_deserialize_any(T::USES_DESERIALIZE_ANY);

    fn read_property(field: &mut Option<Self>, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        read_property(field, value)
    }

    fn read_into(field: &mut Self, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        read_into(field, value)
    }

    fn finish(field: Option<T>, name: &'static str, owner: &StructuredType) -> Result<Self, ReadError> {
        finish_property(field, name, owner)
    }

    fn write_property<M: SerializeMap>(&self, name: &'static str, writer: &mut PropertyWriter<'_, M>) {
        writer.property(name, self);
    }
}

/// Reads the value of a property and stores it in `field`. Before the call, `field` must be `None`.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value doesn't match the property's type.
#[inline(never)]
pub fn read_property<'de, T: ReadValue<'de>>(
    field: &mut Option<T>,
    value: Incoming<'_, 'de>,
) -> Result<(), ReadError> {
    replace_empty(field, Some(T::read_incoming(value)?));
    Ok(())
}

/// Reads the value of a property and stores it in `field`. Before the call, `field` must be an empty value such as
/// `None` or an empty `Vec`.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value doesn't match the property's type.
#[inline(never)]
pub fn read_into<'de, T: ReadValue<'de>>(field: &mut T, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
    replace_empty(field, T::read_incoming(value)?);
    Ok(())
}

/// Returns the value of a property after all members of an object have been read. If the property was absent, the value
/// is [`ODataValue::absent`], such as `None` for an `Option`.
///
/// # Errors
///
/// Returns an error if the object doesn't contain the property and the property is required.
pub fn finish_property<T: ODataValue>(
    field: Option<T>,
    name: &'static str,
    owner: &StructuredType,
) -> Result<T, ReadError> {
    match field.or_else(T::absent) {
        Some(value) => Ok(value),
        None => Err(missing(name, owner)),
    }
}

#[cold]
fn missing(name: &str, owner: &StructuredType) -> ReadError {
    ReadError::custom(format_args!("missing property `{name}` of `{}`", owner.qualified_name()))
}

/// Returns the value of a field with `#[odata(with = "module")]` after all members of an object have been read.
///
/// # Errors
///
/// Returns an error if the object doesn't contain the property. Generated code calls `finish_required` only for fields
/// without `#[odata(default)]`.
pub fn finish_required<T>(
    read: Option<T>,
    name: &'static str,
    owner: &StructuredType,
) -> Result<T, ReadError> {
    read.ok_or_else(|| missing(name, owner))
}
