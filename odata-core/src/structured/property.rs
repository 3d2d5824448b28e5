//! A field that is a property, as an expansion sees it.

use serde::de::Error;
use serde::ser::SerializeMap;

use super::PropertyWriter;
use crate::incoming::{Incoming, ReadError};
use crate::metadata::{StructuredType, ValueType};
use crate::value::{ODataValue, ReadValue};

/// Every [`ReadValue`], for the expansions.
///
/// They name the type of a field without parameters in no other way than `<Type as PropertyValue<'_>>::…`. So if it is
/// none, every use is the same error at the same place, and the compiler shows it once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData value",
    label = "not the type of an OData property",
    note = "supported types: `bool`, `i8` to `i64`, `u8`, `f32`, `f64`, `String`, `DateTime<Utc>`, `NaiveDate`, `NaiveTime`, \
            `TimeDelta`, `Uuid`, `Decimal`, the `Duration`, `Binary`, `Stream` and `Untyped` of `odata_core`, the types in \
            `odata_core::spatial`, and `Option`, `Vec` and `Box` of these",
    note = "for other types, derive `ODataEntity`, `ODataComplex` or `ODataEnum`, use `Json<_>` for any JSON, or add \
            `#[odata(with = \"module\")]` to the field",
    note = "a set of members is `Flags<_>` of an enumeration with `#[odata(flags)]`"
)]
pub trait PropertyValue<'de>: Sized {
    /// [`ODataValue::TYPE`], and whether values are delivered as they stand.
    const TYPE: ValueType;

    /// Reads the property's value into its place.
    ///
    /// # Errors
    ///
    /// Those of the format, and a value that is not of the property's type.
    fn read_property(place: &mut Option<Self>, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// Reads the property's value in the place of an empty one.
    ///
    /// # Errors
    ///
    /// Those of [`read_property`](Self::read_property).
    fn read_into(place: &mut Self, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// The value that was read, or what the property holds when nothing was.
    ///
    /// # Errors
    ///
    /// Nothing was read of a property that must be there.
    fn finish(place: Option<Self>, name: &'static str, owner: &StructuredType) -> Result<Self, ReadError>;

    /// Writes the property, unless its value stands for its absence.
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

/// Reads a property's value into its place.
///
/// # Errors
///
/// Those of the format, and a value that is not of the property's type.
#[inline(never)]
pub fn read_property<'de, T: ReadValue<'de>>(
    place: &mut Option<T>,
    value: Incoming<'_, 'de>,
) -> Result<(), ReadError> {
    fill(place, Some(T::read_incoming(value)?));
    Ok(())
}

/// Reads a property's value in the place of an empty one.
///
/// # Errors
///
/// Those of the format, and a value that is not of the property's type.
#[inline(never)]
pub fn read_into<'de, T: ReadValue<'de>>(place: &mut T, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
    fill(place, T::read_incoming(value)?);
    Ok(())
}

/// Puts a value in the place of an empty one, which owns nothing: no code is needed to drop that.
pub(crate) fn fill<T>(place: &mut T, value: T) {
    core::mem::forget(core::mem::replace(place, value));
}

/// The value that was read, or what the property holds when nothing was.
///
/// # Errors
///
/// Nothing was read of a property that must be there.
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

/// The value that a module of the user's read.
///
/// # Errors
///
/// Nothing was read: only a field with `default` may then be absent.
pub fn finish_required<T>(
    read: Option<T>,
    name: &'static str,
    owner: &StructuredType,
) -> Result<T, ReadError> {
    read.ok_or_else(|| missing(name, owner))
}
