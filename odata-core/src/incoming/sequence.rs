//! Reads the elements of a JSON array with serde's `SeqAccess`.

use serde::de::SeqAccess;

use super::{Receiver, ReceiverSeed, Sequence};
use crate::read_error::ReadError;

/// A JSON array whose elements are read with serde's `SeqAccess`. The field `error` stores the error of the
/// `SeqAccess`, because [`Sequence::next`] can only return a [`ReadError`].
pub(super) struct Elements<A, E> {
    pub(super) sequence: A,
    pub(super) error: Option<E>,
}

impl<'de, A: SeqAccess<'de>> Sequence<'de> for Elements<A, A::Error> {
    fn next(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<bool, ReadError> {
        match self.sequence.next_element_seed(ReceiverSeed { uses_deserialize_any, receiver, slot: 0 }) {
            Ok(element) => Ok(element.is_some()),
            Err(error) => Err(ReadError::placeholder_for(error, &mut self.error)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        self.sequence.size_hint()
    }
}
