//! From an incoming value to its members.

use serde::de::Error;

use super::PartialOf;
use super::reading::{Reading, finish};
use crate::extra::Extra;
use crate::incoming::{Incoming, Object, ReadError, Receiver, Wanted};
use crate::metadata::StructuredType;
use crate::structured::{ODataStructured, Polymorphic, ReadStructured, ReadVariant, Variant};

/// Reads a struct.
///
/// # Errors
///
/// Those of the format, and what is not as the struct declares it.
pub fn read_structured<'de, T: ReadStructured<'de>>(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
    let mut partial = T::EMPTY;
    let undeclared = read_whole(value, T::METADATA, &mut PartialOf::<T>(&mut partial))?;
    finish(partial, undeclared)
}

/// Reads an object of one type, and returns what is not declared.
fn read_whole<'de>(
    value: Incoming<'_, 'de>,
    metadata: &'static StructuredType,
    target: &mut dyn Receiver<'de>,
) -> Result<Extra, ReadError> {
    value.wanted(Wanted::AsIs, |value| Reading::new(metadata).read_to_end(target, object(value, metadata)?))
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
    value.wanted(Wanted::AsIs, |value| read_members_of(object(value, T::Declared::METADATA)?))
}

fn read_members_of<'de, T>(object: &mut dyn Object<'de>) -> Result<T, ReadError>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
{
    let metadata = T::Declared::METADATA;
    let mut partial = T::EMPTY;
    let mut reading = Reading::new(metadata);
    let target = &mut PartialOf::<T::Declared>(&mut partial);
    let position = reading.read_to_tag(target, object, (<T as Variant>::TYPES, <T as Variant>::index()))?;
    if let Some(position) = position {
        return T::read_rest(position, partial, &mut reading, object);
    }
    let undeclared = reading.read_as_declared(&mut PartialOf::<T::Declared>(&mut partial), object)?;
    finish::<T::Declared>(partial, undeclared).map(T::from_declared)
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
