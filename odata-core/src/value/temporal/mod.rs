//! `Edm.DateTimeOffset`, `Edm.Date` and `Edm.TimeOfDay` as types of the crate `chrono`.
//!
//! The strings for dates and times follow the OData ABNF (`dateTimeOffsetValue` and related rules). The ABNF differs
//! from RFC 3339 and from chrono's serde support: seconds may be omitted, a fraction of a second has up to twelve
//! digits and is written without trailing zeros, and years may be negative or have more than four digits. When a date
//! or time is read, digits after the ninth digit of a fraction of a second are dropped.

mod common_form;
mod format;
mod parse;

use core::fmt;
use core::marker::PhantomData;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;
use crate::untyped::Untyped;
use format::Text;

/// A type of the crate `chrono` that represents a date or time, and that is read from a string and written as a string.
trait Lexical: Sized {
    const TYPE: PrimitiveType;

    /// An example string for error messages, such as `2022-05-23`.
    const EXAMPLE: &'static str;

    fn from_text(text: &str) -> Option<Self>;

    fn to_text(&self) -> Text;
}

macro_rules! temporal {
    ($($rust:ty: $edm:ident, $example:literal, $parse:path, $format:expr;)*) => {$(
        impl Lexical for $rust {
            const TYPE: PrimitiveType = PrimitiveType::$edm;
            const EXAMPLE: &'static str = $example;

            fn from_text(text: &str) -> Option<Self> {
                $parse(text)
            }

            fn to_text(&self) -> Text {
                $format(self)
            }
        }

        impl ODataValue for $rust {
            const TYPE: ValueType = ValueType::primitive(PrimitiveType::$edm).with_deserialize_any(true);

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(Lexical::to_text(self).as_str())
            }
        }

        impl From<$rust> for Untyped {
            fn from(value: $rust) -> Self {
                Self::from(Lexical::to_text(&value).as_str())
            }
        }

        impl<'de> ReadValue<'de> for $rust {
            fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(LexicalVisitor(PhantomData))
            }

            fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
                match value.text().and_then(Self::from_text) {
                    Some(parsed) => Ok(parsed),
                    None => Self::read(value),
                }
            }

            const USES_DESERIALIZE_ANY: bool = true;
        }
    )*};
}

temporal! {
    DateTime<Utc>: DateTimeOffset, "2022-05-23T16:51:34.8281972Z", parse::utc, format::utc;
    DateTime<FixedOffset>: DateTimeOffset, "2022-05-23T16:51:34.8281972Z", parse::date_time, format::date_time;
    NaiveDate: Date, "2022-05-23", parse::date, |value: &NaiveDate| format::date(*value);
    NaiveTime: TimeOfDay, "16:51:34.8281972", parse::time_of_day, |value: &NaiveTime| format::time_of_day(*value);
}

struct LexicalVisitor<T>(PhantomData<T>);

impl<T: Lexical> Visitor<'_> for LexicalVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` such as \"{}\"", T::TYPE.qualified_name(), T::EXAMPLE)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        T::from_text(value).ok_or_else(|| E::invalid_value(Unexpected::Str(value), &self))
    }
}
