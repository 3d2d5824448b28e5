//! Reads the members of a JSON object in one pass.

mod cursor;
mod member;
mod named_type;
mod replay;
mod seen;
mod state;

use serde::de::MapAccess;

use super::{Object, Receiver, ReceiverSeed};
use crate::member_name::MemberName;
use crate::metadata::{TypeIndex, TypeSet};
use crate::read_error::ReadError;

pub(crate) use cursor::is_same_name;
pub(crate) use member::Member;
pub(crate) use named_type::{NamedType, NamedTypeSeed};
pub(crate) use state::{ObjectState, in_slot, reject_undeclared};

/// A JSON object whose members are read with serde's `MapAccess`.
pub(super) struct Members<A, E> {
    pub(super) state: ObjectState,
    pub(super) map: A,
    /// The error that the `MapAccess` returned, if reading a member failed.
    pub(super) error: Option<E>,
}

impl<'de, A: MapAccess<'de>> Object<'de> for Members<A, A::Error> {
    fn state(&mut self) -> &mut ObjectState {
        &mut self.state
    }

    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError> {
        let read = self.state.read_members(target, types, &mut self.map);
        read.map_err(|error| ReadError::placeholder_for(error, &mut self.error))
    }

    fn next_name(&mut self) -> Result<Option<MemberName<'de>>, ReadError> {
        self.map.next_key().map_err(|error| ReadError::placeholder_for(error, &mut self.error))
    }

    fn next_value(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        let seed = ReceiverSeed { uses_deserialize_any, receiver, slot: 0 };
        self.map.next_value_seed(seed).map_err(|error| ReadError::placeholder_for(error, &mut self.error))
    }
}
