//! Conversions of strings, integers and other values into a `Key`.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::invalid_key::InvalidKey;
use super::key::Key;
use crate::enumeration::ODataEnum;
use crate::query::Literal;
use crate::value::{Duration, ODataValue};

/// The Rust type of a key property (CSDL 4.01, clause 6.5), which can be converted into a [`Key`]. The trait is
/// implemented for strings, Booleans, the integers with an EDM type (`u8`, `i8`, `i16`, `i32`, `i64`), dates and times,
/// durations, `Decimal`, `Uuid`, and enumerations that derive `ODataEnum`.
#[diagnostic::on_unimplemented(
    message = "a key can't be created from `{Self}`: use `Key::try_from` for an `Option`, or `Key::by` for several values",
    label = "a key property can't have this type",
    note = "use `Key::try_from` for an `Option`, and `Key::by` for a composite key"
)]
pub trait KeyValue: ODataValue {}

impl<V: KeyValue> From<V> for Key {
    fn from(value: V) -> Self {
        Self::single(Literal::new(&value))
    }
}

#[diagnostic::do_not_recommend]
impl<E: ODataEnum + ODataValue> KeyValue for E {}

macro_rules! values {
    ($($value:ty),* $(,)?) => {$(
        impl KeyValue for $value {}

        impl From<&$value> for Key {
            fn from(value: &$value) -> Self {
                Self::single(Literal::new(value))
            }
        }
    )*};
}

values! {
    bool, u8, i8, i16, i32, i64, String, Box<str>, Arc<str>, Cow<'_, str>,
    NaiveDate, NaiveTime, DateTime<Utc>, DateTime<FixedOffset>, TimeDelta, Duration,
}
#[cfg(feature = "uuid")]
values! { uuid::Uuid }
#[cfg(feature = "rust_decimal")]
values! { rust_decimal::Decimal }

impl From<&str> for Key {
    fn from(value: &str) -> Self {
        Self::single(Literal::new(&Cow::Borrowed(value)))
    }
}

/// Implements the conversion into a [`Key`] for integers without a corresponding EDM type, such as `u32`.
macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Key {
            fn from(value: $integer) -> Self {
                Self::single(Literal::integer(value.into()))
            }
        }

        impl From<&$integer> for Key {
            fn from(value: &$integer) -> Self {
                (*value).into()
            }
        }
    )*};
}

integers! { u16, u32, u64 }

impl From<usize> for Key {
    fn from(value: usize) -> Self {
        (value as u64).into()
    }
}

impl From<isize> for Key {
    fn from(value: isize) -> Self {
        (value as i64).into()
    }
}

/// Converts `Some(value)` into a [`Key`], and `None` into the error [`InvalidKey::Missing`].
impl<T: Into<Key>> TryFrom<Option<T>> for Key {
    type Error = InvalidKey;

    fn try_from(value: Option<T>) -> Result<Self, InvalidKey> {
        value.map(Into::into).ok_or(InvalidKey::Missing)
    }
}

/// Converts a reference to `Some(value)` into a [`Key`], and a reference to `None` into the error
/// [`InvalidKey::Missing`].
impl<'a, T> TryFrom<&'a Option<T>> for Key
where
    &'a T: Into<Key>,
{
    type Error = InvalidKey;

    fn try_from(value: &'a Option<T>) -> Result<Self, InvalidKey> {
        value.as_ref().map(Into::into).ok_or(InvalidKey::Missing)
    }
}
