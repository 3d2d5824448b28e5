//! Reads values of types that implement `read_incoming` with a serde deserializer.

use serde::de::{Deserializer, Error};

use crate::error;
use crate::incoming::{Incoming, Receiver, read_value};
use crate::read_error::ReadResult;

/// Reads a value with a function that accepts an [`Incoming`]. The format is called with `deserialize_any` or with a typed
/// hint.
#[inline]
pub(crate) fn read_with<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    uses_deserialize_any: bool,
    read: impl Fn(Incoming<'_, 'de>) -> ReadResult<T>,
) -> Result<T, D::Error> {
    let mut place = Place { value: None, read };
    match read_value(deserializer, uses_deserialize_any, &mut place, 0) {
        Ok(()) => place.value.ok_or_else(nothing),
        Err(error) => Err(error),
    }
}

/// Storage for one value that is read.
struct Place<T, R> {
    value: Option<T>,
    read: R,
}

impl<'de, T, R: Fn(Incoming<'_, 'de>) -> ReadResult<T>> Receiver<'de> for Place<T, R> {
    #[inline]
    fn receive(&mut self, _slot: usize, value: Incoming<'_, 'de>) -> ReadResult<()> {
        replace_empty(&mut self.value, Some((self.read)(value)?));
        Ok(())
    }
}

#[cold]
fn nothing<E: Error>() -> E {
    E::custom("no value was read")
}

/// Replaces an empty value without dropping it. An empty value owns nothing, so no drop code is generated.
pub(crate) fn replace_empty<T>(place: &mut T, value: T) {
    core::mem::forget(core::mem::replace(place, value));
}

/// Deserializes a value and adds the path to an error.
#[inline]
pub(crate) fn deserialize<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: impl Fn(Incoming<'_, 'de>) -> ReadResult<T>,
) -> Result<T, D::Error> {
    read_with(deserializer, true, read).map_err(error::located)
}
