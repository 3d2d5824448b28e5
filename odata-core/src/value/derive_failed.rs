//! Types whose derive macro reported errors. Such a program doesn't compile; these items prevent further errors.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::kind::{ReadKind, Unbox, WriteKind};
use crate::incoming::Incoming;
use crate::metadata::{TypeKind, ValueType};
use crate::read_error::ReadError;

/// The kind of types whose derive failed. They are never read or written.
#[derive(Debug)]
pub struct DeriveFailedKind(());

impl<T> Unbox<T> for DeriveFailedKind {
    type Unboxed = T;
}

impl<T> WriteKind<T> for DeriveFailedKind {
    const TYPE: ValueType = ValueType::new(TypeKind::Untyped);

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_derive_failed(value, serializer)
    }
}

impl<'de, T> ReadKind<'de, T> for DeriveFailedKind {
    fn read_incoming(_value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        Err(ReadError::new(DERIVE_FAILED))
    }
}

/// The error message for types whose derive failed. Such a type never compiles.
const DERIVE_FAILED: &str = "the derive macro reported errors for this type";

/// Replaces the serialization of a type whose derive failed.
///
/// # Errors
///
/// Always returns an error.
pub fn serialize_derive_failed<T, S: Serializer>(_value: &T, _serializer: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom(DERIVE_FAILED))
}

/// Replaces the deserialization of a type whose derive failed.
///
/// # Errors
///
/// Always returns an error.
pub fn deserialize_derive_failed<'de, T, D: Deserializer<'de>>(_deserializer: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom(DERIVE_FAILED))
}
