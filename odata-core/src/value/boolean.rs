//! `Edm.Boolean` as `bool`.

use core::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;

impl ODataValue for bool {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Boolean).with_deserialize_any(true);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*self)
    }
}

impl<'de> ReadValue<'de> for bool {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bool(BooleanVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        match value {
            Incoming::Boolean(value) => Ok(value),
            other => Self::read(other),
        }
    }

    const USES_DESERIALIZE_ANY: bool = true;
}

struct BooleanVisitor;

impl Visitor<'_> for BooleanVisitor {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.Boolean`")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}
