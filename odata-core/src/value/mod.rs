//! The values of properties, and their representation in OData JSON.
//!
//! The Rust type of a property implements [`ODataValue`] and [`ReadValue`] instead of serde's traits, because OData
//! JSON differs from serde's defaults. For example, OData JSON allows the string `"42"` as the value of an `Edm.Int64`,
//! but serde rejects the string for an `i64`. In OData JSON, an absent property is different from a `null` property.

pub(crate) mod binary;
mod boolean;
mod collection;
#[cfg(feature = "rust_decimal")]
mod decimal;
mod derive_failed;
mod duration;
#[cfg(feature = "uuid")]
mod guid;
mod ieee754;
mod json;
pub(crate) mod kind;
mod nullable;
mod number;
mod pointer;
pub(crate) mod read;
mod related;
mod temporal;
mod text;

use serde::de::Deserializer;
use serde::ser::{Serialize, Serializer};

use crate::incoming::Incoming;
use crate::metadata::ValueType;
use crate::read_error::ReadError;

pub(crate) use binary::depends_on_alphabet;
pub use binary::{Binary, InvalidBinary};
#[cfg(feature = "http")]
pub(crate) use collection::CollectionKind;
pub use derive_failed::{DeriveFailedKind, deserialize_derive_failed, serialize_derive_failed};
pub use duration::{Duration, DurationTooLong, InvalidDuration};
pub use ieee754::Ieee754Compatible;
pub use json::Json;
#[cfg(feature = "http")]
pub(crate) use json::JsonKind;
#[cfg(feature = "http")]
pub(crate) use nullable::NullableKind;
#[cfg(feature = "http")]
pub(crate) use pointer::BoxKind;
pub use related::Related;

/// A Rust type that a property, a parameter or an element of a collection can have. The methods of `ODataValue` write a
/// value, and the methods of [`ReadValue`] read a value.
///
/// `ODataValue` is implemented for every type that derives [`ODataEntity`](crate::ODataEntity),
/// [`ODataComplex`](crate::ODataComplex) or [`ODataEnum`](crate::ODataEnum), and for the foreign types listed below.
/// `ODataValue` is also implemented for [`Flags`](crate::Flags) and [`Json`], and for an `Option`, `Vec` or `Box` of a
/// type that implements `ODataValue`. Implement `ODataValue` and [`ReadValue`] to use your own type:
///
/// ```
/// use odata_core::metadata::{PrimitiveType, ValueType};
/// use odata_core::serde::{Deserializer, Serializer, de::Error};
/// use odata_core::{ODataComplex, ODataValue, ReadValue};
///
/// /// A percentage, `Edm.Int32` on the wire.
/// #[derive(Debug, PartialEq)]
/// struct Percent(u8);
///
/// impl ODataValue for Percent {
///     const TYPE: ValueType = ValueType::primitive(PrimitiveType::Int32);
///
///     fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
///         i32::from(self.0).write(serializer)
///     }
/// }
///
/// impl<'de> ReadValue<'de> for Percent {
///     fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
///         let number = i32::read(deserializer)?;
///         match u8::try_from(number) {
///             Ok(percent @ 0..=100) => Ok(Self(percent)),
///             _ => Err(D::Error::custom(format_args!("`{number}` is not a percentage"))),
///         }
///     }
/// }
///
/// #[derive(Debug, PartialEq, ODataComplex)]
/// #[odata(namespace = "example")]
/// struct Progress {
///     percent: Option<Percent>,
/// }
///
/// let progress: Progress = serde_json::from_str(r#"{"percent": 50}"#)?;
/// assert_eq!(progress.percent, Some(Percent(50)));
///
/// let error = serde_json::from_str::<Progress>(r#"{"percent": 500}"#).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`percent` (property of `example.progress`): `500` is not a percentage at line 1 column 16",
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
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
pub trait ODataValue: Sized {
    /// The CSDL type of the value, such as `Edm.Int32`, and whether the value is nullable.
    const TYPE: ValueType;

    /// Writes the value in the OData JSON format.
    ///
    /// # Errors
    ///
    /// Returns an error if the serializer fails.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// Returns the Rust value for a property that is absent in the payload. Returns `None` if a property of this type
    /// must not be absent.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Returns the Rust value for a property that is `null` in the payload. Returns `None` if a property of this type
    /// must not be `null`.
    #[must_use]
    fn null() -> Option<Self> {
        None
    }

    /// Returns `true` if a property with this value is omitted when the entity or complex value is serialized.
    #[must_use]
    fn is_absent(&self) -> bool {
        false
    }
}

/// An [`ODataValue`] that can be deserialized. The value may borrow from the input, which has the lifetime `'de`.
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
pub trait ReadValue<'de>: ODataValue {
    /// Reads the value from the OData JSON format.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't have the type [`TYPE`](ODataValue::TYPE). The
    /// error message contains the expected EDM type and the invalid value.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads the value from an `Incoming`. An `Incoming` is independent of the format of the payload.
    ///
    /// The types in this crate implement `read_incoming` themselves, because the default implementation would be
    /// compiled again in each dependent crate.
    #[doc(hidden)]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        Self::read(value)
    }

    /// Whether the value is read with `deserialize_any` instead of a typed method such as `deserialize_f64`.
    #[doc(hidden)]
    const USES_DESERIALIZE_ANY: bool = false;
}

/// An adapter that implements serde's `Serialize` for an OData value.
pub(crate) struct AsSerialize<'v, T>(pub(crate) &'v T);

impl<T: ODataValue> Serialize for AsSerialize<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}
