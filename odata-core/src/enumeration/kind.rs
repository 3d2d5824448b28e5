//! Serialization and deserialization of enumeration types.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::{ODataEnum, read_enumeration, write_enumeration};
use crate::incoming::Incoming;
use crate::metadata::{TypeKind, ValueType};
use crate::read_error::ReadError;
use crate::value::kind::{ReadKind, WriteKind};
use crate::value::read::deserialize;

/// The implementation of serialization and deserialization for every type that derives `ODataEnum`.
#[derive(Debug)]
pub struct EnumerationKind(());

impl<T: ODataEnum> WriteKind<T> for EnumerationKind {
    const TYPE: ValueType = ValueType::new(TypeKind::Enumeration(T::metadata));

    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write_enumeration(value, serializer)
    }
}

impl<'de, T: ODataEnum> ReadKind<'de, T> for EnumerationKind {
    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        read_enumeration(value)
    }
}

/// Deserializes a member of an enumeration type.
///
/// # Errors
///
/// Returns an error if the input is malformed. Returns an error for an unknown member, unless the Rust enum has a
/// variant with `#[odata(unknown)]`.
#[inline]
pub fn deserialize_enumeration<'de, T: ODataEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserialize(deserializer, read_enumeration)
}
