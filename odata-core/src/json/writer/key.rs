//! `KeyWriter`: writes the keys of a map as the names of members.

use core::fmt::Display;

use serde::ser::{Error as _, Impossible, Serialize, Serializer};

use super::Writer;
use crate::json::Error;

/// A serializer for the key of a map. As in `serde_json`, numbers and Booleans are written as strings, and a key of any
/// other type is an error.
pub(super) struct KeyWriter<'w>(pub(super) &'w mut Writer);

impl KeyWriter<'_> {
    /// Writes a number or a Boolean between quotation marks.
    fn quoted<T: Serialize>(self, value: T) -> Result<(), Error> {
        self.0.push("\"");
        value.serialize(&mut *self.0)?;
        self.0.push("\"");
        Ok(())
    }

    fn float<T: Serialize + Into<f64> + Copy>(self, value: T) -> Result<(), Error> {
        if !value.into().is_finite() {
            return Err(Error::custom("float key must be finite (got NaN or +/-inf)"));
        }
        self.quoted(value)
    }
}

#[cold]
fn not_a_string<T>() -> Result<T, Error> {
    Err(Error::custom("key must be a string"))
}

/// Implements functions of `Serializer` such as `serialize_i32`, which write a key between quotation marks.
macro_rules! quoted {
    ($($function:ident: $key:ty),*) => {$(
        fn $function(self, value: $key) -> Result<(), Error> {
            self.quoted(value)
        }
    )*};
}

impl Serializer for KeyWriter<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    quoted! {
        serialize_bool: bool,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.float(value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.float(value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.0.serialize_char(value)
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.0.push_string(value);
        Ok(())
    }

    fn serialize_bytes(self, _value: &[u8]) -> Result<(), Error> {
        not_a_string()
    }

    fn serialize_none(self) -> Result<(), Error> {
        not_a_string()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        not_a_string()
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Error> {
        not_a_string()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<(), Error> {
        not_a_string()
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Self::SerializeSeq, Error> {
        not_a_string()
    }

    fn serialize_tuple(self, _length: usize) -> Result<Self::SerializeTuple, Error> {
        not_a_string()
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        not_a_string()
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        not_a_string()
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Self::SerializeMap, Error> {
        not_a_string()
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Self::SerializeStruct, Error> {
        not_a_string()
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        not_a_string()
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.0.collect_str(value)
    }
}
