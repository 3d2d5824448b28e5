//! Where serde's traits are entered, a function for each kind of derived types: the compiler has less to prove of it than that
//! the type is an [`ODataValue`](super::ODataValue).

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::incoming::read_delivered;
use crate::enumeration::{ODataEnum, read_enumeration};
use crate::error;
use crate::incoming::{Incoming, ReadResult};
use crate::structured::ReadStructured;
use crate::structured::polymorphic::{Polymorphic, ReadVariant};
use crate::structured::read::{read_polymorphic, read_structured};

/// Writes a polymorphic value.
///
/// # Errors
///
/// Those of the serializer.
#[inline]
pub fn serialize_polymorphic<T: Polymorphic, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.write_variant(serializer)
}

/// Reads an entity or complex value.
///
/// # Errors
///
/// Those of the format, and what is not as the type declares it.
#[inline]
pub fn deserialize_structured<'de, T: ReadStructured<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserialize(deserializer, read_structured)
}

/// Reads a polymorphic value.
///
/// # Errors
///
/// Those of the format, and what is not as the value's type declares it.
#[inline]
pub fn deserialize_polymorphic<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
    D: Deserializer<'de>,
{
    deserialize(deserializer, read_polymorphic)
}

/// Reads a member.
///
/// # Errors
///
/// Those of the format, and a member that the type neither has nor keeps.
#[inline]
pub fn deserialize_enumeration<'de, T: ODataEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserialize(deserializer, read_enumeration)
}

/// What a type with mistakes says: it never compiles.
pub(super) const MISTAKEN: &str = "the derive of this type found mistakes";

/// Stands where a type with mistakes would be written.
///
/// # Errors
///
/// It is none to be written.
pub fn serialize_mistaken<T, S: Serializer>(_value: &T, _serializer: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom(MISTAKEN))
}

/// Stands where a type with mistakes would be read.
///
/// # Errors
///
/// It is none to be read.
pub fn deserialize_mistaken<'de, T, D: Deserializer<'de>>(_deserializer: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom(MISTAKEN))
}

/// An error is given its path.
#[inline]
fn deserialize<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: impl Fn(Incoming<'_, 'de>) -> ReadResult<T>,
) -> Result<T, D::Error> {
    read_delivered(deserializer, true, read).map_err(error::located)
}
