//! `Option<T>`: null or absent. `Option<Option<T>>`: absent, null and value told apart.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
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
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(NullableVisitor(PhantomData))
    }
}

struct NullableVisitor<T>(PhantomData<T>);

impl<'de, T: ReadValue<'de>> Visitor<'de> for NullableVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting(&T::TYPE, f)
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(T::null())
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(T::null())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

#[cold]
fn expecting(expected: &ValueType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "`{expected}` or null")
}
