//! Values in a `Box<T>`. A `Box<T>` allows a struct to contain a value of its own type.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::kind::{PropertyType, ReadKind, Unbox, WriteKind};
use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::ValueType;
use crate::read_error::ReadError;

/// The implementation of serialization and deserialization for `Box<T>`.
#[derive(Debug)]
pub struct BoxKind(());

impl<T> PropertyType for Box<T> {
    type Kind = BoxKind;
}

impl<T: PropertyType<Kind: Unbox<T>>> Unbox<Box<T>> for BoxKind {
    type Unboxed = <T::Kind as Unbox<T>>::Unboxed;
}

impl<T: ODataValue> WriteKind<Box<T>> for BoxKind {
    const TYPE: ValueType = T::TYPE;

    #[inline]
    fn write<S: Serializer>(value: &Box<T>, serializer: S) -> Result<S::Ok, S::Error> {
        T::write(value, serializer)
    }

    #[inline]
    fn absent() -> Option<Box<T>> {
        T::absent().map(Box::new)
    }

    #[inline]
    fn null() -> Option<Box<T>> {
        T::null().map(Box::new)
    }

    #[inline]
    fn is_absent(value: &Box<T>) -> bool {
        T::is_absent(value)
    }
}

impl<'de, T: ReadValue<'de>> ReadKind<'de, Box<T>> for BoxKind {
    const USES_DESERIALIZE_ANY: bool = T::USES_DESERIALIZE_ANY;

    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Box<T>, D::Error> {
        T::read(deserializer).map(Box::new)
    }

    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Box<T>, ReadError> {
        T::read_incoming(value).map(Box::new)
    }
}
