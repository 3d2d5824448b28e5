//! Arrays and objects.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};

use super::Writer;
use super::key::KeyWriter;
use crate::json::Error;

/// An array that is being written.
pub(in crate::json) struct Array<'w> {
    writer: &'w mut Writer,
    is_empty: bool,
    /// The text after the last element: `]`, or `]}` for an enum variant.
    end: &'static str,
}

impl<'w> Array<'w> {
    #[inline]
    pub(super) fn start(writer: &'w mut Writer, end: &'static str) -> Self {
        writer.push("[");
        Self { writer, is_empty: true, end }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if !core::mem::replace(&mut self.is_empty, false) {
            self.writer.push(",");
        }
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn finish(self) {
        self.writer.push(self.end);
    }
}

/// Implements `SerializeSeq`, `SerializeTuple` and similar traits of serde for [`Array`]. The macro parameter
/// `$function` is the trait's function that writes an element, such as `serialize_element`.
macro_rules! arrays {
    ($($serialize:ident: $function:ident),*) => {$(
        impl $serialize for Array<'_> {
            type Ok = ();
            type Error = Error;

            #[inline]
            fn $function<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.element(value)
            }

            #[inline]
            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        }
    )*};
}

arrays! {
    SerializeSeq: serialize_element, SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field, SerializeTupleVariant: serialize_field
}

/// An object that is being written.
pub(in crate::json) struct Object<'w> {
    pub(super) writer: &'w mut Writer,
    is_empty: bool,
    /// The text after the last member: `}`, or `}}` for an enum variant.
    end: &'static str,
}

impl<'w> Object<'w> {
    #[inline]
    pub(super) fn start(writer: &'w mut Writer, end: &'static str) -> Self {
        writer.push("{");
        Self { writer, is_empty: true, end }
    }

    #[inline]
    fn separate(&mut self) {
        if !core::mem::replace(&mut self.is_empty, false) {
            self.writer.push(",");
        }
    }

    pub(super) fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        self.separate();
        self.writer.push_string(name);
        self.writer.push(":");
        value.serialize(&mut *self.writer)
    }

    #[inline]
    pub(super) fn finish(self) {
        self.writer.push(self.end);
    }
}

impl SerializeMap for Object<'_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate();
        key.serialize(KeyWriter(&mut *self.writer))
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.push(":");
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

impl SerializeStructVariant for Object<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.member(name, value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}
