//! `Edm.String` as `String`, `Box<str>`, `Arc<str>`, `Cow<str>` and `&str`.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;
use std::sync::Arc;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;

macro_rules! strings {
    ($($text:ty),*) => {$(
        impl ODataValue for $text {
            const TYPE: ValueType = ValueType::primitive(PrimitiveType::String).with_deserialize_any(true);

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self)
            }
        }
    )*};
}

strings!(String, Box<str>, Arc<str>, &str, Cow<'_, str>);

macro_rules! owned_strings {
    ($($text:ty),*) => {$(
        impl<'de> ReadValue<'de> for $text {
            fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_string(TextVisitor(PhantomData))
            }

            fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
                match value {
                    Incoming::Text(text) | Incoming::Borrowed(text) => Ok(text.into()),
                    other => Self::read(other),
                }
            }

            const USES_DESERIALIZE_ANY: bool = true;
        }
    )*};
}

owned_strings!(String, Box<str>, Arc<str>);

struct TextVisitor<T>(PhantomData<T>);

impl<T: From<String> + for<'s> From<&'s str>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.String`")
    }

    #[inline]
    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        Ok(T::from(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        Ok(T::from(value))
    }
}

/// Reads an `Edm.String` as a `Cow<str>`. The `Cow` borrows from the input, or owns a copy if the JSON string has
/// escapes such as `\n`.
impl<'de: 'a, 'a> ReadValue<'de> for Cow<'a, str> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(CowVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        match value {
            Incoming::Borrowed(text) => Ok(Cow::Borrowed(text)),
            other => Self::read(other),
        }
    }

    const USES_DESERIALIZE_ANY: bool = true;
}

struct CowVisitor;

impl<'de> Visitor<'de> for CowVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.String`")
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value))
    }
}

/// Reads an `Edm.String` as a `&str` that borrows from the input. Returns an error if the string can't be borrowed: the
/// JSON string has escapes such as `\n`, or the input is read from an [`std::io::Read`].
impl<'de: 'a, 'a> ReadValue<'de> for &'a str {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(BorrowedVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        match value {
            Incoming::Borrowed(text) => Ok(text),
            other => Self::read(other),
        }
    }

    const USES_DESERIALIZE_ANY: bool = true;
}

struct BorrowedVisitor;

impl<'de> Visitor<'de> for BorrowedVisitor {
    type Value = &'de str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.String` that can be borrowed from the input (use `Cow<str>` for other strings)")
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<&'de str, E> {
        Ok(value)
    }
}
