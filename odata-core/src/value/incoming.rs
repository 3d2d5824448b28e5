//! From serde's side to a type that takes an [`Incoming`].

use serde::de::{Deserializer, Error};

use super::ReadValue;
use crate::incoming::{Incoming, ReadError, Receiver, deliver};

/// Reads a value of a type that takes an [`Incoming`].
///
/// # Errors
///
/// Those of the format, and a value that is not of the type.
pub fn read_value<'de, T: ReadValue<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut place = Place::<T>(None);
    match deliver(deserializer, T::IS_AT_ONCE, &mut place, 0) {
        Ok(()) => place.0.ok_or_else(nothing),
        Err(error) => Err(error),
    }
}

/// The place of one value.
struct Place<T>(Option<T>);

impl<'de, T: ReadValue<'de>> Receiver<'de> for Place<T> {
    fn receive(&mut self, _slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        self.0 = Some(T::read_incoming(value)?);
        Ok(())
    }
}

#[cold]
fn nothing<E: Error>() -> E {
    E::custom("no value was delivered")
}
