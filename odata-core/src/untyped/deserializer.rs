//! An [`Untyped`] read once more, as the typed value that it turned out to be.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::{Number, ReadError, Representation, Untyped};

impl<'de> Deserializer<'de> for Untyped {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Boolean(value) => visitor.visit_bool(value),
            Self::Number(Number(Representation::Signed(number))) => visitor.visit_i64(number),
            Self::Number(Number(Representation::Unsigned(number))) => visitor.visit_u64(number),
            Self::Number(Number(Representation::Double(number))) => visitor.visit_f64(number),
            Self::String(value) => visitor.visit_string(value),
            Self::Collection(elements) => visitor.visit_seq(SeqDeserializer::new(elements.into_iter())),
            Self::Object(members) => {
                let members = members.into_iter().map(|(name, value)| (String::from(name), value));
                visitor.visit_map(MapDeserializer::new(members))
            }
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
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    /// For the enums of serde that a [`Json`](crate::Json) may hold.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        serde_json::Value::from(self).deserialize_enum(name, variants, visitor).map_err(ReadError::custom)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, ReadError> for Untyped {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// One value where a reader asks a map for the value of the key that it has just seen.
pub(crate) struct UntypedEntry(Option<Untyped>);

impl UntypedEntry {
    pub(crate) const fn new(value: Untyped) -> Self {
        Self(Some(value))
    }
}

impl<'de> MapAccess<'de> for UntypedEntry {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _seed: K) -> Result<Option<K::Value>, ReadError> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        let value = self.0.take().ok_or_else(|| ReadError::custom("the value has been read already"))?;
        seed.deserialize(value)
    }
}
