//! Nullable properties as `Option<T>`. A property with the type `Option<T>` is `None` if it is null or absent in the
//! payload. A property with the type `Option<Option<T>>` is `None` if it is absent, and `Some(None)` if it is null.

use serde::ser::Serializer;

use super::kind::{PropertyType, ReadKind, WriteKind};
use super::{ODataValue, ReadValue};
use crate::incoming::{Hint, Incoming};
use crate::metadata::ValueType;
use crate::read_error::ReadError;

/// The implementation of serialization and deserialization for `Option<T>`.
#[derive(Debug)]
pub struct NullableKind(());

impl<T> PropertyType for Option<T> {
    type Kind = NullableKind;
}

impl<T: ODataValue> WriteKind<Option<T>> for NullableKind {
    const TYPE: ValueType = T::TYPE.nullable();

    #[inline]
    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => value.write(serializer),
            None => serializer.serialize_none(),
        }
    }

    #[inline]
    fn absent() -> Option<Option<T>> {
        Some(None)
    }

    #[inline]
    fn null() -> Option<Option<T>> {
        Some(T::null())
    }

    #[inline]
    fn is_absent(value: &Option<T>) -> bool {
        value.is_none()
    }
}

impl<'de, T: ReadValue<'de>> ReadKind<'de, Option<T>> for NullableKind {
    const USES_DESERIALIZE_ANY: bool = T::USES_DESERIALIZE_ANY;

    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Option<T>, ReadError> {
        let value = match value {
            Incoming::Null => return Ok(T::null()),
            value if T::USES_DESERIALIZE_ANY => value,
            value => return value.with_hint(Hint::Option, or_null),
        };
        T::read_incoming(value).map(Some)
    }
}

/// Reads the value of a nullable property. Returns `T::null()` for `null`, and reads any other value as a `T`.
fn or_null<'de, T: ReadValue<'de>>(value: Incoming<'_, 'de>) -> Result<Option<T>, ReadError> {
    match value {
        Incoming::Null => Ok(T::null()),
        value => T::read_incoming(value).map(Some),
    }
}
