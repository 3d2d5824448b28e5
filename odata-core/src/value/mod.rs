//! The values of properties: how each Rust type stands in OData JSON.
//!
//! A property's type implements [`ODataValue`] and [`ReadValue`], not serde's traits, because OData JSON is not
//! serde's default: an `Edm.Int64` may come as a string, an `Edm.Double` as `"INF"`, and an absent property is
//! not the same as one that is null.

pub(crate) mod binary;
mod boolean;
mod collection;
#[cfg(feature = "rust_decimal")]
mod decimal;
mod duration;
mod entry;
#[cfg(feature = "uuid")]
mod guid;
mod ieee754;
mod incoming;
mod json;
pub(crate) mod kind;
mod nullable;
mod number;
mod pointer;
mod related;
mod temporal;
mod text;

use serde::de::{DeserializeSeed, Deserializer};
use serde::ser::{Serialize, Serializer};

use core::marker::PhantomData;

use crate::incoming::{Incoming, ReadError};
use crate::metadata::ValueType;

pub(crate) use binary::depends_on_alphabet;
pub use binary::{Binary, InvalidBinary};
pub use duration::{Duration, DurationTooLong, InvalidDuration};
pub use entry::{
    deserialize_enumeration, deserialize_mistaken, deserialize_polymorphic, deserialize_structured,
    serialize_mistaken, serialize_polymorphic,
};
pub use ieee754::Ieee754Compatible;
pub use json::Json;
pub use related::Related;

/// A type whose values stand in properties, parameters and collections: how they are written.
///
/// Every type that derives [`ODataEntity`](crate::ODataEntity), [`ODataComplex`](crate::ODataComplex) or
/// [`ODataEnum`](crate::ODataEnum) is one, and so are the types below, and `Option`, `Vec` and `Box` of one,
/// [`Flags`](crate::Flags) and [`Json`]. A type of your own joins by implementing this trait and [`ReadValue`]:
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
    message = "`{Self}` is not an OData value",
    label = "not the type of an OData property",
    note = "supported types: `bool`, `i8` to `i64`, `u8`, `f32`, `f64`, `String`, `DateTime<Utc>`, `NaiveDate`, `NaiveTime`, \
            `TimeDelta`, `Uuid`, `Decimal`, the `Duration`, `Binary`, `Stream` and `Untyped` of `odata_core`, the types in \
            `odata_core::spatial`, and `Option`, `Vec` and `Box` of these",
    note = "for other types, derive `ODataEntity`, `ODataComplex` or `ODataEnum`, use `Json<_>` for any JSON, or add \
            `#[odata(with = \"module\")]` to the field",
    note = "a set of members is `Flags<_>` of an enumeration with `#[odata(flags)]`"
)]
pub trait ODataValue: Sized {
    /// The declared type, as CSDL names it.
    const TYPE: ValueType;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// What a property of this type holds when the payload does not mention it; `None` where it must.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// What a property of this type holds when the payload says `null`; `None` where it must not.
    #[must_use]
    fn null() -> Option<Self> {
        None
    }

    /// Whether a property with this value is left out when it is written.
    #[must_use]
    fn is_absent(&self) -> bool {
        false
    }
}

/// An [`ODataValue`] that can be read, perhaps borrowing from an input that lives for `'de`.
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
pub trait ReadValue<'de>: ODataValue {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and one that names the EDM type and the value where it is not of that type.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads the value as it comes from any format.
    ///
    /// The types of this crate write it out where it is the same: so it is compiled here, and not in the crates that use them.
    #[doc(hidden)]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        Self::read(value)
    }

    /// Whether the value is read as the format delivers it, without a word of how it is wanted.
    #[doc(hidden)]
    const USES_DESERIALIZE_ANY: bool = false;
}

/// Reads a `T` where serde asks for a seed.
pub(crate) struct ValueSeed<T>(PhantomData<T>);

impl<T> ValueSeed<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: ReadValue<'de>> DeserializeSeed<'de> for ValueSeed<T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

/// Writes a `T` where serde asks for a `Serialize`.
pub(crate) struct AsSerialize<'v, T>(pub(crate) &'v T);

impl<T: ODataValue> Serialize for AsSerialize<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}
