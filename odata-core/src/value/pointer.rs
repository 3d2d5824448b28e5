//! `Box<T>`: the same value behind a pointer, so that a type can contain itself.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::incoming::{Incoming, ReadError};
use crate::metadata::ValueType;

impl<T: ODataValue> ODataValue for Box<T> {
    const TYPE: ValueType = T::TYPE;

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::write(self, serializer)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }

    fn null() -> Option<Self> {
        T::null().map(Self::new)
    }

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }
}

impl<'de, T: ReadValue<'de>> ReadValue<'de> for Box<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self::new)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        T::read_incoming(value).map(Self::new)
    }

    const IS_AT_ONCE: bool = T::IS_AT_ONCE;
}
