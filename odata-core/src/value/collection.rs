//! Collections as `Vec<T>`.

use serde::ser::{SerializeSeq, Serializer};

use super::kind::{PropertyType, ReadKind, WriteKind};
use super::{AsSerialize, ODataValue, ReadValue};
use crate::error;
use crate::incoming::{Incoming, Receiver, Sequence};
use crate::metadata::{TypeKind, ValueType};
use crate::read_error::ReadError;

/// The maximum number of elements for which memory is allocated before the first element of a collection is read.
/// Without this maximum, a malicious CBOR array could cause the allocation of too much memory, by declaring billions of
/// elements at the start of the array.
const LARGEST_RESERVATION: usize = 1024;

/// The implementation of serialization and deserialization for `Vec<T>`.
#[derive(Debug)]
pub struct CollectionKind(());

impl<T> PropertyType for Vec<T> {
    type Kind = CollectionKind;
}

impl<T: ODataValue> WriteKind<Vec<T>> for CollectionKind {
    const TYPE: ValueType = ValueType::new(TypeKind::Collection(&T::TYPE));

    #[inline]
    fn write<S: Serializer>(elements: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(elements.len()))?;
        for element in elements {
            sequence.serialize_element(&AsSerialize(element))?;
        }
        sequence.end()
    }

    #[inline]
    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<'de, T: ReadValue<'de>> ReadKind<'de, Vec<T>> for CollectionKind {
    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Vec<T>, ReadError> {
        let sequence = sequence(value, &Vec::<T>::TYPE)?;
        let mut elements = Vec::with_capacity(sequence.size_hint().unwrap_or(0).min(LARGEST_RESERVATION));
        read_elements(sequence, T::USES_DESERIALIZE_ANY, &mut elements)?;
        Ok(elements)
    }
}

/// Reads an element of a collection and appends the element to the vector.
impl<'de, T: ReadValue<'de>> Receiver<'de> for Vec<T> {
    fn receive(&mut self, _slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        self.push(T::read_incoming(value)?);
        Ok(())
    }
}

/// Returns the elements of an array, or an error if the value isn't an array.
fn sequence<'v, 'de>(
    value: Incoming<'v, 'de>,
    expected: &ValueType,
) -> Result<&'v mut dyn Sequence<'de>, ReadError> {
    match value {
        Incoming::Sequence(sequence) => Ok(sequence),
        other => Err(other.invalid_type(format_args!("`{expected}`"))),
    }
}

fn read_elements<'de>(
    sequence: &mut dyn Sequence<'de>,
    uses_deserialize_any: bool,
    receiver: &mut dyn Receiver<'de>,
) -> Result<(), ReadError> {
    let mut index = 0;
    while sequence.next(uses_deserialize_any, receiver).map_err(|error| error::in_element(error, index))? {
        index += 1;
    }
    Ok(())
}
