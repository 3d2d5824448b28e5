//! A serde serializer that writes JSON into a string. The output is the same as that of `serde_json::to_string`.

mod compound;
mod key;
mod raw;
mod string;

use core::fmt::{self, Display};

use serde::ser::{Serialize, Serializer};

use super::Error;
pub(super) use compound::{Array, Object};
pub(super) use raw::Structure;

/// A JSON text that is being written.
#[derive(Default)]
pub(in crate::json) struct Writer {
    output: String,
}

impl Writer {
    /// Writes a value and returns the JSON text.
    pub(in crate::json) fn write<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
        let mut writer = Self { output: String::with_capacity(128) };
        value.serialize(&mut writer)?;
        Ok(writer.output)
    }

    /// Writes a number, `true`, `false` or `null`.
    #[inline]
    fn push(&mut self, text: &str) {
        self.output.push_str(text);
    }

    /// Writes the start of an object with one member, such as `{"name":`. serde represents the value of an enum variant
    /// with fields by such an object.
    fn start_variant(&mut self, name: &str) {
        self.push("{");
        self.push_string(name);
        self.push(":");
    }
}

/// Implements the functions of `Serializer` for integers.
macro_rules! integers {
    ($($function:ident: $integer:ty),*) => {$(
        #[inline]
        fn $function(self, value: $integer) -> Result<(), Error> {
            self.push(itoa::Buffer::new().format(value));
            Ok(())
        }
    )*};
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Array<'w>;
    type SerializeTuple = Array<'w>;
    type SerializeTupleStruct = Array<'w>;
    type SerializeTupleVariant = Array<'w>;
    type SerializeMap = Object<'w>;
    type SerializeStruct = Structure<'w>;
    type SerializeStructVariant = Object<'w>;

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
    }

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.push(if value { "true" } else { "false" });
        Ok(())
    }

    /// Writes the shortest number that is read as the same `f32`. Infinite numbers and NaN are written as `null`.
    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.push(&serde_json::to_string(&value)?);
        Ok(())
    }

    /// Writes the shortest number that is read as the same `f64`. Infinite numbers and NaN are written as `null`.
    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.push(&serde_json::to_string(&value)?);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.push_string(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.push_string(value);
        Ok(())
    }

    /// Writes the bytes as an array of numbers.
    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.collect_seq(value)
    }

    #[inline]
    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result<(), Error> {
        self.push("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Error> {
        self.serialize_unit()
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
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.start_variant(variant);
        value.serialize(&mut *self)?;
        self.push("}");
        Ok(())
    }

    #[inline]
    fn serialize_seq(self, _length: Option<usize>) -> Result<Array<'w>, Error> {
        Ok(Array::start(self, "]"))
    }

    fn serialize_tuple(self, _length: usize) -> Result<Array<'w>, Error> {
        Ok(Array::start(self, "]"))
    }

    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<Array<'w>, Error> {
        Ok(Array::start(self, "]"))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Array<'w>, Error> {
        self.start_variant(variant);
        Ok(Array::start(self, "]}"))
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<Object<'w>, Error> {
        Ok(Object::start(self, "}"))
    }

    fn serialize_struct(self, name: &'static str, _length: usize) -> Result<Structure<'w>, Error> {
        Ok(Structure::start(self, name))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Object<'w>, Error> {
        self.start_variant(variant);
        Ok(Object::start(self, "}}"))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.push_display(value)
            .map_err(|fmt::Error| serde::ser::Error::custom("a `Display` implementation failed"))
    }
}
