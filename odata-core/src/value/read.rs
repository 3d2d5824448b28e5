//! Functions that read a value from a serde `Deserializer`.

use serde::de::{Deserializer, Error};

use crate::error;
use crate::incoming::{Incoming, Receiver, read_value};
use crate::json::document;
use crate::read_error::ReadResult;

/// Reads a value from a serde `Deserializer` with the function `read`, which converts an [`Incoming`] into a `T`. If
/// `uses_deserialize_any` is `true`, `read_with` calls `deserialize_any`, and passes the value to `read`. If
/// `uses_deserialize_any` is `false`, the function `read` chooses the method of the deserializer, such as
/// `deserialize_f64`.
#[inline]
pub(crate) fn read_with<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    uses_deserialize_any: bool,
    read: impl Fn(Incoming<'_, 'de>) -> ReadResult<T>,
) -> Result<T, D::Error> {
    let mut receiver = SingleValue { value: None, read };
    let read = if document::is_document::<D>() {
        document::read(deserializer, uses_deserialize_any, &mut receiver, 0)
    } else {
        read_value(deserializer, uses_deserialize_any, &mut receiver, 0)
    };
    match read {
        Ok(()) => receiver.value.ok_or_else(nothing),
        Err(error) => Err(error),
    }
}

/// A [`Receiver`] that calls the function `read` and stores the value that `read` returns.
struct SingleValue<T, R> {
    value: Option<T>,
    read: R,
}

impl<'de, T, R: Fn(Incoming<'_, 'de>) -> ReadResult<T>> Receiver<'de> for SingleValue<T, R> {
    #[inline]
    fn receive(&mut self, _slot: usize, value: Incoming<'_, 'de>) -> ReadResult<()> {
        replace_empty(&mut self.value, Some((self.read)(value)?));
        Ok(())
    }
}

#[cold]
fn nothing<E: Error>() -> E {
    E::custom("the deserializer provided no value")
}

/// Replaces an empty value, such as `None`, without dropping it. An assignment (`*target = value`) would have the same
/// result, but the compiler would also generate code that drops the previous value. An empty value such as `None` owns
/// no memory, so it doesn't have to be dropped.
pub(crate) fn replace_empty<T>(target: &mut T, value: T) {
    core::mem::forget(core::mem::replace(target, value));
}

/// Deserializes a value with the function `read`. If reading fails, adds the JSON path of the invalid value to the
/// error message.
#[inline]
pub(crate) fn deserialize<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: impl Fn(Incoming<'_, 'de>) -> ReadResult<T>,
) -> Result<T, D::Error> {
    read_with(deserializer, true, read).map_err(error::located)
}
