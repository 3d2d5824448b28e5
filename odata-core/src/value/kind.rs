//! The kinds of derived types. [`ODataValue`] and [`ReadValue`] are implemented here once for all types of a kind, so that an
//! expansion only declares the kind of its type. Separate impls took six percent of the time of `cargo check` for a generated
//! model.
//!
//! The functions that derived types use are `#[inline]`: a function with a single caller is compiled as part of the caller, and
//! not a second time on its own.
//!
//! Types that contain another type, such as `Option<T>` and `Box<T>`, also have a kind. With a separate impl, the compiler
//! would see two candidates for an `Option<Duration>`, neither of which applies, and wouldn't report that `Duration` isn't a
//! value.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::read::read_with;
use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::ValueType;
use crate::read_error::ReadError;

/// A type whose values are read and written in the same way as all types of its kind.
///
/// The compiler reports this trait if a type isn't an OData value.
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
pub trait PropertyType: Sized {
    /// The kind, which implements reading and writing.
    type Kind;
}

/// A kind of structured types and boxed structured types.
pub trait Unbox<T> {
    /// The type itself, or the type inside the box.
    type Unboxed;
}

/// Writes all types `T` of a kind. The items correspond to the items of [`ODataValue`].
pub trait WriteKind<T> {
    /// See [`ODataValue::TYPE`].
    const TYPE: ValueType;

    /// See [`ODataValue::write`].
    ///
    /// # Errors
    ///
    /// Returns an error if the serializer fails.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;

    /// See [`ODataValue::absent`].
    #[must_use]
    fn absent() -> Option<T> {
        None
    }

    /// See [`ODataValue::null`].
    #[must_use]
    fn null() -> Option<T> {
        None
    }

    /// See [`ODataValue::is_absent`].
    #[must_use]
    fn is_absent(_value: &T) -> bool {
        false
    }
}

/// Reads all types `T` of a kind. The items correspond to the items of [`ReadValue`]. A kind must implement one of the two
/// functions; the default of the second calls the first.
pub trait ReadKind<'de, T>: WriteKind<T> {
    /// See [`ReadValue::USES_DESERIALIZE_ANY`].
    const USES_DESERIALIZE_ANY: bool = true;

    /// See [`ReadValue::read`].
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value isn't of this type.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        read_with(deserializer, Self::USES_DESERIALIZE_ANY, Self::read_incoming)
    }

    /// See [`ReadValue::read_incoming`].
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value isn't of this type.
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        Self::read(value)
    }
}

impl<T: PropertyType> ODataValue for T
where
    T::Kind: WriteKind<T>,
{
    const TYPE: ValueType = <T::Kind as WriteKind<T>>::TYPE;

    #[inline]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        <T::Kind as WriteKind<T>>::write(self, serializer)
    }

    #[inline]
    fn absent() -> Option<Self> {
        <T::Kind as WriteKind<T>>::absent()
    }

    #[inline]
    fn null() -> Option<Self> {
        <T::Kind as WriteKind<T>>::null()
    }

    #[inline]
    fn is_absent(&self) -> bool {
        <T::Kind as WriteKind<T>>::is_absent(self)
    }
}

impl<'de, T: PropertyType> ReadValue<'de> for T
where
    T::Kind: ReadKind<'de, T>,
{
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <T::Kind as ReadKind<'de, T>>::read(deserializer)
    }

    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        <T::Kind as ReadKind<'de, T>>::read_incoming(value)
    }

    const USES_DESERIALIZE_ANY: bool = <T::Kind as ReadKind<'de, T>>::USES_DESERIALIZE_ANY;
}
