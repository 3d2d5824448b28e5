//! The members of an object in a format.

use serde::de::MapAccess;

use super::{Name, Object, ReadError, Receiver, ReceiverSeed};
use crate::metadata::{TypeIndex, TypeSet};
use crate::structured::read::{Reading, Tag};

/// serde's map access, the state of reading, and the error of the format if there is one.
pub(super) struct Members<A, E> {
    pub(super) reading: Reading,
    pub(super) map: A,
    pub(super) error: Option<E>,
}

impl<'de, A: MapAccess<'de>> Object<'de> for Members<A, A::Error> {
    fn reading(&mut self) -> &mut Reading {
        &mut self.reading
    }

    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<Tag>, ReadError> {
        let read = self.reading.read_members(target, types, &mut self.map);
        read.map_err(|error| ReadError::placeholder_for(error, &mut self.error))
    }

    fn next_name(&mut self) -> Result<Option<Name<'de>>, ReadError> {
        self.map.next_key().map_err(|error| ReadError::placeholder_for(error, &mut self.error))
    }

    fn next_value(&mut self, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError> {
        let seed = ReceiverSeed { uses_deserialize_any: false, receiver, slot: 0 };
        self.map.next_value_seed(seed).map_err(|error| ReadError::placeholder_for(error, &mut self.error))
    }
}
