//! The functions that the derived implementations of `Serialize` and `Deserialize` call for structs and polymorphic
//! enums. The bounds of the functions are specific traits such as [`ReadStructured`] instead of
//! [`ODataValue`](super::ODataValue), because the compiler checks the specific bounds faster.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::ReadStructured;
use super::polymorphic::{Polymorphic, ReadVariant};
use super::read::{read_polymorphic, read_structured};
use crate::value::read::deserialize;

/// Serializes a polymorphic enum.
///
/// # Errors
///
/// Returns an error if the serializer fails.
#[inline]
pub fn serialize_polymorphic<T: Polymorphic, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.write_variant(serializer)
}

/// Deserializes a struct that is an entity type or a complex type.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value of a property doesn't match the property's declared type.
#[inline]
pub fn deserialize_structured<'de, T: ReadStructured<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserialize(deserializer, read_structured)
}

/// Deserializes a polymorphic enum.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value of a property doesn't match the property's declared type.
#[inline]
pub fn deserialize_polymorphic<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
    D: Deserializer<'de>,
{
    deserialize(deserializer, read_polymorphic)
}
