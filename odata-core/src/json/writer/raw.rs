//! `Structure`: writes a struct as an object, and a `RawValue` of `serde_json` as unchanged JSON.

use core::fmt::{self, Display, Write};

use serde::ser::{Error as _, Serialize, SerializeStruct};

use super::{Object, Writer};
use crate::json::Error;
use crate::{arbitrary_precision, raw_json};

/// Formats a string with the serializer `&mut Formatter` of serde, which adds no quotation marks and no escapes.
struct Unquoted<'v, T: ?Sized>(&'v T);

impl<T: Serialize + ?Sized> Display for Unquoted<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// A struct that is being written.
pub(in crate::json) enum Structure<'w> {
    /// A struct that is written as an object.
    Object(Object<'w>),
    /// A struct whose only field contains JSON that is written unchanged: a `RawValue` of `serde_json`, or a `Number`
    /// with the feature `arbitrary_precision`.
    Raw(&'w mut Writer),
}

impl<'w> Structure<'w> {
    pub(super) fn start(writer: &'w mut Writer, name: &'static str) -> Self {
        match name {
            raw_json::NAME | arbitrary_precision::NUMBER => Self::Raw(writer),
            _ => Self::Object(Object::start(writer, "}")),
        }
    }
}

impl SerializeStruct for Structure<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        match self {
            Self::Object(object) => object.member(name, value),
            Self::Raw(writer) => write!(writer.output, "{}", Unquoted(value))
                .map_err(|fmt::Error| Error::custom("expected raw JSON")),
        }
    }

    fn end(self) -> Result<(), Error> {
        if let Self::Object(object) = self {
            object.finish();
        }
        Ok(())
    }
}
