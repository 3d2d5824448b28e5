//! Reads a value from a serde `Deserializer` and passes it to a [`Receiver`] as an [`Incoming`]. The code of this
//! module is compiled once for each format, not for each type that is read.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::number::{self, First};
use super::object::{Members, ObjectState};
use super::sequence::Elements;
use super::{Hint, Incoming, Receiver, Source};
use crate::read_error::ReadError;
use crate::{arbitrary_precision, error, exact_digits, raw_json};

/// Reads a value from a serde `Deserializer` and passes it to a receiver.
///
/// # Errors
///
/// Returns an error if the input is malformed or the receiver rejects the value.
#[inline(never)]
pub(crate) fn read_value<'de, D: Deserializer<'de>>(
    deserializer: D,
    uses_deserialize_any: bool,
    receiver: &mut dyn Receiver<'de>,
    slot: usize,
) -> Result<(), D::Error> {
    ReceiverSeed { uses_deserialize_any, receiver, slot }.deserialize(deserializer)
}

/// A serde `DeserializeSeed` that reads a value and passes it to a receiver.
pub(crate) struct ReceiverSeed<'r, 'de> {
    /// Whether the value is read with `deserialize_any`. If `uses_deserialize_any` is `false`, `receiver` gets an
    /// [`Incoming::Pending`] and reads it with another function, such as `deserialize_f64`.
    pub(crate) uses_deserialize_any: bool,
    pub(crate) receiver: &'r mut dyn Receiver<'de>,
    pub(crate) slot: usize,
}

impl<'de> DeserializeSeed<'de> for ReceiverSeed<'_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.uses_deserialize_any {
            deserializer.deserialize_any(self)
        } else {
            read_pending(deserializer, self.receiver, self.slot)
        }
    }
}

#[inline(never)]
fn read_pending<'de, D: Deserializer<'de>>(
    deserializer: D,
    receiver: &mut dyn Receiver<'de>,
    slot: usize,
) -> Result<(), D::Error> {
    let mut pending = Pending { deserializer: Some(deserializer), error: None };
    receiver
        .receive(slot, Incoming::Pending(&mut pending))
        .map_err(|error| error.into_error_of_format(&mut pending.error))
}

/// A serde `Deserializer` that hasn't been called yet, because the receiver must first choose the function to call,
/// such as `deserialize_f64`.
struct Pending<D, E> {
    deserializer: Option<D>,
    error: Option<E>,
}

impl<'de, D: Deserializer<'de>> Source<'de> for Pending<D, D::Error> {
    fn read(&mut self, hint: Hint, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError> {
        let Some(deserializer) = self.deserializer.take() else {
            return Err(ReadError::new("the value has already been read"));
        };
        let visitor = ReceiverSeed { uses_deserialize_any: false, receiver, slot: 0 };
        let read = match hint {
            Hint::AsIs => deserializer.deserialize_any(visitor),
            Hint::Option => deserializer.deserialize_option(visitor),
            Hint::RawJson => deserializer.deserialize_newtype_struct(raw_json::NAME, visitor),
            Hint::Signed128 => deserializer.deserialize_i128(visitor),
            Hint::Unsigned128 => deserializer.deserialize_u128(visitor),
            Hint::Single => deserializer.deserialize_f32(visitor),
            Hint::Double => deserializer.deserialize_f64(visitor),
        };
        read.map_err(|error| ReadError::placeholder_for(error, &mut self.error))
    }
}

impl<'de> ReceiverSeed<'_, 'de> {
    #[inline]
    fn pass<E: Error>(self, value: Incoming<'_, 'de>) -> Result<(), E> {
        match self.receiver.receive(self.slot, value) {
            Ok(()) => Ok(()),
            Err(error) => Err(error::converted(&error)),
        }
    }

    /// Passes a number with the decimal digits `digits` to the receiver as an `f64`. The receiver can call
    /// [`exact_digits::digits_of`] to get the exact digits.
    #[cold]
    fn pass_digits<E: Error>(self, digits: &str) -> Result<(), E> {
        let double = exact_digits::double(digits)?;
        exact_digits::with_digits(digits, || self.pass(Incoming::Double(double)))
    }

    fn pass_members<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let mut members = Members { state: ObjectState::default(), map, error: None };
        let received = self.receiver.receive(self.slot, Incoming::Object(&mut members));
        received.map_err(|error| error.into_error_of_format(&mut members.error))
    }
}

/// Passes each value that a serde `Deserializer` reads, such as the `bool` in `visit_bool`, to the receiver.
impl<'de> Visitor<'de> for ReceiverSeed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.receiver.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.pass(Incoming::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.pass(Incoming::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.pass(Incoming::Boolean(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.pass(Incoming::Signed(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.pass(Incoming::Unsigned(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.pass(Incoming::Signed128(&number))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.pass(Incoming::Unsigned128(&number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.pass(Incoming::Double(number))
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.pass(Incoming::Text(text))
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.pass(Incoming::Borrowed(text))
    }

    fn visit_string<E: Error>(self, mut text: String) -> Result<(), E> {
        self.pass(Incoming::Owned(&mut text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<(), A::Error> {
        let mut elements = Elements { sequence, error: None };
        let received = self.receiver.receive(self.slot, Incoming::Sequence(&mut elements));
        received.map_err(|error| error.into_error_of_format(&mut elements.error))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        if self.uses_deserialize_any && arbitrary_precision::is_on() {
            match number::read_first(map)? {
                First::Number(digits) => self.pass_digits(&digits),
                First::Member(map) => self.pass_members(map),
            }
        } else {
            self.pass_members(map)
        }
    }
}
