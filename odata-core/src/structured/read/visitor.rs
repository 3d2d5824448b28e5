//! From an incoming value to its members.

use serde::de::Error;

use super::PartialOf;
use super::reading::{Reading, read_struct};
use crate::incoming::{Incoming, Object, ReadError};
use crate::metadata::StructuredType;
use crate::structured::{ODataStructured, Polymorphic, ReadStructured, ReadVariant, Structured, Variant};

/// Reads a struct.
///
/// # Errors
///
/// Those of the format, and what is not as the struct declares it.
pub fn read_structured<'de, T: ReadStructured<'de>>(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
    read_struct(T::EMPTY, &mut Reading::new(T::METADATA), object(value, T::METADATA)?)
}

/// Reads a polymorphic value.
///
/// # Errors
///
/// Those of the format, and what is not as the value's type declares it.
pub fn read_polymorphic<'de, T>(value: Incoming<'_, 'de>) -> Result<T, ReadError>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
{
    let metadata = T::Declared::METADATA;
    let object = object(value, metadata)?;
    let mut partial = T::EMPTY;
    let mut reading = Reading::new(metadata);
    let target = &mut PartialOf::<T::Declared>(&mut partial);
    let position = reading.read_to_tag(target, object, (<T as Variant>::TYPES, <T as Variant>::index()))?;
    if let Some(position) = position {
        return T::read_rest(position, partial, &mut reading, object);
    }
    let mut undeclared = reading.read_as_declared(&mut PartialOf::<T::Declared>(&mut partial), object)?;
    T::Declared::finish(partial, &mut undeclared).map(T::from_declared)
}

/// The value as an object, which one of this type has to be.
fn object<'v, 'de>(
    value: Incoming<'v, 'de>,
    metadata: &'static StructuredType,
) -> Result<&'v mut dyn Object<'de>, ReadError> {
    match value {
        Incoming::Object(object) => Ok(object),
        other => {
            let expected = format!("an object, `{}`", metadata.qualified_name());
            Err(ReadError::invalid_type(other.unexpected(), &expected.as_str()))
        }
    }
}
