//! Trait implementations for Rust types whose derive macro reported errors. Without the implementations in this module,
//! the compiler would report missing trait implementations in addition to the errors of the derive macro.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::kind::{ReadKind, Unbox, WriteKind};
use crate::incoming::Incoming;
use crate::metadata::{TypeKind, ValueType};
use crate::read_error::ReadError;

/// The placeholder `PropertyType::Kind` of a Rust type whose derive macro reported errors. Values of the type are never
/// read or written, because the errors of the derive macro prevent the program from compiling.
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

/// The error message for a Rust type whose derive macro reported errors.
const DERIVE_FAILED: &str = "the derive macro reported errors for this type";

/// Replaces `Serialize::serialize` for a Rust type whose derive macro reported errors. Without this function, the
/// compiler would also report that the Rust type doesn't implement `Serialize`.
///
/// # Errors
///
/// Always returns an error.
pub fn serialize_derive_failed<T, S: Serializer>(_value: &T, _serializer: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom(DERIVE_FAILED))
}

/// Replaces `Deserialize::deserialize` for a Rust type whose derive macro reported errors. Without this function, the
/// compiler would also report that the Rust type doesn't implement `Deserialize`.
///
/// # Errors
///
/// Always returns an error.
pub fn deserialize_derive_failed<'de, T, D: Deserializer<'de>>(_deserializer: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom(DERIVE_FAILED))
}
