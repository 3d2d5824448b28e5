//! The elements of an array in a format.

use serde::de::SeqAccess;

use super::{DeliverySeed, ReadError, Receiver, Sequence};

/// serde's sequence access, and the error of the format if there is one.
pub(super) struct Elements<A, E> {
    pub(super) sequence: A,
    pub(super) error: Option<E>,
}

impl<'de, A: SeqAccess<'de>> Sequence<'de> for Elements<A, A::Error> {
    fn next(&mut self, is_at_once: bool, receiver: &mut dyn Receiver<'de>) -> Result<bool, ReadError> {
        match self.sequence.next_element_seed(DeliverySeed { is_at_once, receiver, slot: 0 }) {
            Ok(element) => Ok(element.is_some()),
            Err(error) => Err(ReadError::instead_of(error, &mut self.error)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        self.sequence.size_hint()
    }
}
