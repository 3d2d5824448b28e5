//! `Vec<T>`: a collection.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, SeqAccess, Visitor};
use serde::ser::{SerializeSeq, Serializer};

use super::{AsSerialize, ODataValue, ReadValue, ValueSeed};
use crate::error;
use crate::metadata::{TypeKind, ValueType};

/// A payload may claim any length before its first element: memory is asked for only up to here in advance.
const LARGEST_RESERVATION: usize = 1024;

impl<T: ODataValue> ODataValue for Vec<T> {
    const TYPE: ValueType = ValueType::new(TypeKind::Collection(&T::TYPE));

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(self.len()))?;
        for element in self {
            sequence.serialize_element(&AsSerialize(element))?;
        }
        sequence.end()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<'de, T: ReadValue<'de>> ReadValue<'de> for Vec<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(CollectionVisitor(PhantomData))
    }
}

struct CollectionVisitor<T>(PhantomData<T>);

impl<'de, T: ReadValue<'de>> Visitor<'de> for CollectionVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting(&Vec::<T>::TYPE, f)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<T>, A::Error> {
        let mut elements = Vec::with_capacity(sequence.size_hint().unwrap_or(0).min(LARGEST_RESERVATION));
        loop {
            match sequence.next_element_seed(ValueSeed::<T>::new()) {
                Ok(Some(element)) => elements.push(element),
                Ok(None) => return Ok(elements),
                Err(error) => return Err(error::in_element(error, elements.len())),
            }
        }
    }
}

#[cold]
fn expecting(expected: &ValueType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "`{expected}`")
}
