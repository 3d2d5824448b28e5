//! A JSON text as a serde `Deserializer`.
//!
//! The types of this crate, and types with its derive macros, are read with the fast parser [`Reader`]. A type that
//! only implements serde's `Deserialize`, such as `serde_json::Value`, is read with `serde_json`.

use core::fmt;

use serde::de::{Deserializer, Visitor};

use super::Error;
use super::reader::Reader;
use crate::error;
use crate::incoming::Receiver;

/// A reserved name: `deserialize_newtype_struct` with this name passes the JSON text of a [`Document`] to the visitor.
const NAME: &str = "$odata_core::json::Document";

/// A JSON text that hasn't been read yet.
pub(super) struct Document<'de>(pub(super) &'de str);

/// Checks whether `D` is a [`Document`].
///
/// This function compares the names of the types, because `TypeId` doesn't support types with lifetimes such as
/// `Document<'de>`. Comparing names is reliable: the name of a type includes its path, and no other type has the path
/// of `Document`.
#[inline]
pub(crate) fn is_document<D>() -> bool {
    core::any::type_name::<D>() == core::any::type_name::<Document<'static>>()
}

/// Reads the JSON text of a [`Document`] and passes the value to a receiver. The caller must check with [`is_document`]
/// that `D` is a [`Document`].
pub(crate) fn read<'de, D: Deserializer<'de>>(
    document: D,
    uses_deserialize_any: bool,
    receiver: &mut dyn Receiver<'de>,
    slot: usize,
) -> Result<(), D::Error> {
    document.deserialize_newtype_struct(NAME, TextVisitor { uses_deserialize_any, receiver, slot })
}

/// A serde visitor that receives the text of a [`Document`] and reads it with [`Reader`].
struct TextVisitor<'r, 'de> {
    uses_deserialize_any: bool,
    receiver: &'r mut dyn Receiver<'de>,
    slot: usize,
}

impl<'de> Visitor<'de> for TextVisitor<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.receiver.expecting(f)
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<(), E> {
        let mut reader = Reader::new(text);
        let read = reader.value(self.uses_deserialize_any, self.receiver, self.slot);
        read.and_then(|()| reader.finish()).map_err(|error| error::converted(&error))
    }
}

/// Forwards the functions of `Deserializer` to `serde_json`.
macro_rules! forward_to_serde_json {
    ($($function:ident($($argument:ident: $type:ty),*))*) => {$(
        fn $function<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, Error> {
            let mut deserializer = serde_json::Deserializer::from_str(self.0);
            let value = deserializer.$function($($argument,)* visitor)?;
            deserializer.end()?;
            Ok(value)
        }
    )*};
}

impl<'de> Deserializer<'de> for Document<'de> {
    type Error = Error;

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == NAME {
            return visitor.visit_borrowed_str(self.0);
        }
        let mut deserializer = serde_json::Deserializer::from_str(self.0);
        let value = deserializer.deserialize_newtype_struct(name, visitor)?;
        deserializer.end()?;
        Ok(value)
    }

    forward_to_serde_json! {
        deserialize_any() deserialize_bool()
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_f32() deserialize_f64() deserialize_char() deserialize_str() deserialize_string()
        deserialize_bytes() deserialize_byte_buf() deserialize_option() deserialize_unit()
        deserialize_unit_struct(name: &'static str) deserialize_seq() deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize) deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier() deserialize_ignored_any()
    }
}
