//! serde's side: an object is asked for, and handed to the loop over its members.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};

use super::PartialOf;
use super::reading::{Reading, finish};
use crate::metadata::StructuredType;
use crate::structured::{ODataStructured, Polymorphic, ReadStructured, ReadVariant, Variant};

/// Reads a struct.
///
/// # Errors
///
/// Those of the deserializer, and what is not as the struct declares it.
pub fn read_structured<'de, T: ReadStructured<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(StructVisitor(PhantomData))
}

/// Reads a polymorphic value.
///
/// # Errors
///
/// Those of the deserializer, and what is not as the value's type declares it.
pub fn read_polymorphic<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(PolymorphicVisitor(PhantomData))
}

struct StructVisitor<T>(PhantomData<T>);

impl<'de, T: ReadStructured<'de>> Visitor<'de> for StructVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting(T::METADATA, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut partial = T::EMPTY;
        let undeclared =
            Reading::new(T::METADATA).read_to_end(&mut PartialOf::<T>(&mut partial), &mut map)?;
        finish(partial, undeclared)
    }
}

struct PolymorphicVisitor<T>(PhantomData<T>);

impl<'de, T> Visitor<'de> for PolymorphicVisitor<T>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting(T::METADATA, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let metadata = T::Declared::METADATA;
        let mut partial = T::EMPTY;
        let mut reading = Reading::new(metadata);
        let target = &mut PartialOf::<T::Declared>(&mut partial);
        let tag = reading.read_members(target, (<T as Variant>::TYPES, <T as Variant>::index()), &mut map)?;
        let position = tag.as_ref().and_then(|tag| tag.position);
        if let Some(tag) = tag {
            reading.keep(tag);
        }
        if let Some(position) = position {
            return T::read_rest(position, partial, &mut reading, map);
        }
        reading.refuse_denied(metadata)?;
        let undeclared = reading.read_to_end(&mut PartialOf::<T::Declared>(&mut partial), &mut map)?;
        finish::<T::Declared, A::Error>(partial, undeclared).map(T::from_declared)
    }
}

#[cold]
fn expecting(metadata: &'static StructuredType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "an object, `{}`", metadata.qualified_name())
}
