//! The implementation of serde's `Deserializer` for [`Incoming`]. Custom types, modules in `#[odata(with = "module")]`
//! and the primitive types of this crate use this `Deserializer` to read their values.

use core::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::access::{Elements, Members};
use super::{Hint, Incoming, Receiver};
use crate::raw_json;
use crate::read_error::ReadError;

impl<'de> Incoming<'_, 'de> {
    /// Passes this `Incoming` to a serde visitor.
    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Boolean(value) => visitor.visit_bool(value),
            Self::Signed(number) => visitor.visit_i64(number),
            Self::Unsigned(number) => visitor.visit_u64(number),
            Self::Signed128(number) => visitor.visit_i128(*number),
            Self::Unsigned128(number) => visitor.visit_u128(*number),
            Self::Double(number) => visitor.visit_f64(number),
            Self::Text(text) => visitor.visit_str(text),
            Self::Borrowed(text) => visitor.visit_borrowed_str(text),
            Self::Owned(text) => visitor.visit_string(core::mem::take(text)),
            Self::Object(object) => visitor.visit_map(Members(object)),
            Self::Sequence(sequence) => visitor.visit_seq(Elements(sequence)),
            Self::Pending(_) => visitor.visit_newtype_struct(self),
        }
    }
}

/// A [`Receiver`] that passes the received value to a serde visitor and stores the result of the visitor.
struct Waiting<'de, V: Visitor<'de>> {
    visitor: Option<V>,
    value: Option<V::Value>,
}

impl<'de, V: Visitor<'de>> Receiver<'de> for Waiting<'de, V> {
    fn receive(&mut self, _slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        self.value = self.visitor.take().map(|visitor| value.visit(visitor)).transpose()?;
        Ok(())
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.as_ref().map_or(Ok(()), |visitor| visitor.expecting(f))
    }
}

impl<'de> Incoming<'_, 'de> {
    /// Passes this value to a serde visitor. If the value hasn't been read from the format yet ([`Incoming::Pending`]),
    /// reads the value with the `Deserializer` function that `hint` specifies, such as `deserialize_f64`.
    fn request<V: Visitor<'de>>(self, hint: Hint, visitor: V) -> Result<V::Value, ReadError> {
        let Self::Pending(source) = self else { return self.visit(visitor) };
        let mut waiting = Waiting { visitor: Some(visitor), value: None };
        source.read(hint, &mut waiting)?;
        waiting.value.ok_or_else(|| ReadError::new("the deserializer provided no value"))
    }
}

impl<'de> Deserializer<'de> for Incoming<'_, 'de> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.request(Hint::AsIs, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.with_hint(Hint::Option, |value| match value {
            Incoming::Null => visitor.visit_none(),
            value => visitor.visit_some(value),
        })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name != raw_json::NAME {
            return visitor.visit_newtype_struct(self);
        }
        // `serde_json` recognizes the reserved name and passes the raw JSON. Other formats ignore the name and pass the
        // value.
        self.request(Hint::RawJson, visitor)
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.request(Hint::Signed128, visitor)
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.request(Hint::Unsigned128, visitor)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.request(Hint::Single, visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.request(Hint::Double, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.with_hint(Hint::AsIs, |value| match value {
            Incoming::Object(object) => {
                MapAccessDeserializer::new(Members(object)).deserialize_enum(name, variants, visitor)
            }
            value => match value.text() {
                Some(variant) => StrDeserializer::new(variant).deserialize_enum(name, variants, visitor),
                None => value.visit(visitor),
            },
        })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
