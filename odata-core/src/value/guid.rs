//! `Edm.Guid` as `uuid::Uuid`.

use core::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::Serializer;
use uuid::Uuid;
use uuid::fmt::Hyphenated;

use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;
use crate::untyped::Untyped;

/// Writes an `Edm.Guid` as lowercase hexadecimal digits with hyphens, such as `"359c4f92-4f92-359c-924f-9c35924f9c35"`.
impl ODataValue for Uuid {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Guid).with_deserialize_any(true);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_hyphenated().encode_lower(&mut [0; Hyphenated::LENGTH]))
    }
}

impl From<Uuid> for Untyped {
    fn from(guid: Uuid) -> Self {
        Self::String(guid.as_hyphenated().to_string())
    }
}

/// Reads an `Edm.Guid` from hexadecimal digits with hyphens, in any letter case. A UUID without hyphens or in braces is
/// rejected.
impl<'de> ReadValue<'de> for Uuid {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(GuidVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        match value.text().and_then(parse) {
            Some(guid) => Ok(guid),
            None => Self::read(value),
        }
    }

    const USES_DESERIALIZE_ANY: bool = true;
}

fn parse(text: &str) -> Option<Uuid> {
    (text.len() == Hyphenated::LENGTH).then(|| Uuid::try_parse(text).ok()).flatten()
}

struct GuidVisitor;

impl Visitor<'_> for GuidVisitor {
    type Value = Uuid;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.Guid` such as \"359c4f92-4f92-359c-924f-9c35924f9c35\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Uuid, E> {
        parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
