//! The implementation of serde's `Deserializer` for [`Untyped`], which converts an `Untyped` into a typed value.

use std::borrow::Cow;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::{SerdeNumber, Untyped, transfer};
use crate::exact_digits;
use crate::json;
use crate::member_name::MemberName;
use crate::raw_json;
use crate::read_error::ReadError;

impl<'de> Deserializer<'de> for Untyped {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Boolean(value) => visitor.visit_bool(value),
            Self::Number(number) => match (number.to_serde(), number.digits()) {
                (SerdeNumber::Signed(number), _) => visitor.visit_i64(number),
                (SerdeNumber::Unsigned(number), _) => visitor.visit_u64(number),
                (SerdeNumber::Double(number), None) => visitor.visit_f64(number),
                (SerdeNumber::Double(number), Some(digits)) => {
                    exact_digits::with_digits(digits, || visitor.visit_f64(number))
                }
            },
            Self::String(value) => visitor.visit_string(value),
            Self::Collection(elements) => visitor.visit_seq(SeqDeserializer::new(elements.into_iter())),
            Self::Object(members) => visitor.visit_map(MapDeserializer::new(members.into_iter().map(named))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self {
            Self::Null => visitor.visit_none(),
            value => visitor.visit_some(value),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name == raw_json::NAME {
            let value = match transfer::send(self) {
                Ok(()) => return visitor.visit_unit(),
                Err(value) => value,
            };
            let text = json::to_string(&value).map_err(ReadError::custom)?;
            return visitor.visit_map(MapDeserializer::new(core::iter::once((name, text))));
        }
        visitor.visit_newtype_struct(self)
    }

    /// Deserializes an enum that derives serde's `Deserialize`, for example in a [`Json`](crate::Json).
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        serde_json::Value::from(self).deserialize_enum(name, variants, visitor).map_err(ReadError::custom)
    }

    /// Passes an integer of more than 64 bits to the visitor as an `i128`, without a loss of digits. The method
    /// `deserialize_any` would round the integer to a double.
    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.long_digits().and_then(|digits| digits.parse().ok()) {
            Some(number) => visitor.visit_i128(number),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.long_digits().and_then(|digits| digits.parse().ok()) {
            Some(number) => visitor.visit_u128(number),
            None => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl Untyped {
    fn long_digits(&self) -> Option<&str> {
        match self {
            Self::Number(number) => number.digits(),
            _ => None,
        }
    }

    /// Describes this value for an error message about an invalid type.
    pub(crate) fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Boolean(value) => Unexpected::Bool(*value),
            Self::Number(number) => match number.to_serde() {
                SerdeNumber::Signed(number) => Unexpected::Signed(number),
                SerdeNumber::Unsigned(number) => Unexpected::Unsigned(number),
                SerdeNumber::Double(number) => Unexpected::Float(number),
            },
            Self::String(value) => Unexpected::Str(value),
            Self::Collection(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
        }
    }
}

impl IntoDeserializer<'_, ReadError> for Untyped {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Converts the name of a member into a [`MemberName`]. To reduce build times, `named` isn't a closure: rustc would
/// compile a closure again for each serde visitor.
fn named<'de>((name, value): (Box<str>, Untyped)) -> (MemberName<'de>, Untyped) {
    (MemberName(Cow::Owned(name.into())), value)
}
