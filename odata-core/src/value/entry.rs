//! Entry points from serde's traits, one function for each kind of derived types. The compiler proves less for such a call than
//! for the bound [`ODataValue`](super::ODataValue).

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::incoming::read_with;
use crate::enumeration::{ODataEnum, read_enumeration};
use crate::error;
use crate::incoming::{Incoming, ReadResult};
use crate::structured::ReadStructured;
use crate::structured::polymorphic::{Polymorphic, ReadVariant};
use crate::structured::read::{read_polymorphic, read_structured};

/// Serializes a polymorphic value.
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

/// Deserializes an entity or complex value.
///
/// # Errors
///
/// Returns an error if the input is malformed or a value doesn't match its declared type.
#[inline]
pub fn deserialize_structured<'de, T: ReadStructured<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserialize(deserializer, read_structured)
}

/// Deserializes a polymorphic value.
///
/// # Errors
///
/// Returns an error if the input is malformed or a value doesn't match its declared type.
#[inline]
pub fn deserialize_polymorphic<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
    D: Deserializer<'de>,
{
    deserialize(deserializer, read_polymorphic)
}

/// Deserializes a member of an enumeration type.
///
/// # Errors
///
/// Returns an error if the input is malformed or the member is unknown and the type has no variant for unknown members.
#[inline]
pub fn deserialize_enumeration<'de, T: ODataEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserialize(deserializer, read_enumeration)
}

/// The error message for types whose derive failed. Such a type never compiles.
pub(super) const DERIVE_FAILED: &str = "the derive macro reported errors for this type";

/// Replaces the serialization of a type whose derive failed.
///
/// # Errors
///
/// Always returns an error.
pub fn serialize_mistaken<T, S: Serializer>(_value: &T, _serializer: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom(DERIVE_FAILED))
}

/// Replaces the deserialization of a type whose derive failed.
///
/// # Errors
///
/// Always returns an error.
pub fn deserialize_mistaken<'de, T, D: Deserializer<'de>>(_deserializer: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom(DERIVE_FAILED))
}

/// Deserializes a value and adds the path to an error.
#[inline]
fn deserialize<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: impl Fn(Incoming<'_, 'de>) -> ReadResult<T>,
) -> Result<T, D::Error> {
    read_with(deserializer, true, read).map_err(error::located)
}
