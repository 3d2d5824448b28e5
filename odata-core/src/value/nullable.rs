//! `Option<T>`: null or absent. `Option<Option<T>>`: absent, null and value told apart.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::{ODataValue, ReadValue, read_value};
use crate::incoming::{Incoming, ReadError, Wanted};
use crate::metadata::ValueType;

impl<T: ODataValue> ODataValue for Option<T> {
    const TYPE: ValueType = T::TYPE.nullable();

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer),
            None => serializer.serialize_none(),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn null() -> Option<Self> {
        Some(T::null())
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<'de, T: ReadValue<'de>> ReadValue<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_value(deserializer)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        let value = match value {
            Incoming::Null => return Ok(T::null()),
            value if T::IS_AT_ONCE => value,
            value => return value.wanted(Wanted::Option, or_null),
        };
        T::read_incoming(value).map(Some)
    }

    const IS_AT_ONCE: bool = T::IS_AT_ONCE;
}

/// Of a type that says how its value is wanted: that it may be null comes first.
fn or_null<'de, T: ReadValue<'de>>(value: Incoming<'_, 'de>) -> Result<Option<T>, ReadError> {
    match value {
        Incoming::Null => Ok(T::null()),
        value => T::read_incoming(value).map(Some),
    }
}
