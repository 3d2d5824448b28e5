//! A value of a payload that is about to be read, independent of the format.
//!
//! Code that is generic over serde's `Deserializer` is compiled for each combination of type and format. A service has
//! thousands of types, so this module separates the two: the code that reads from a format ([`source`](self::source)) is
//! compiled once per format for all types. The code that reads a type is compiled once per type for all formats, and once in
//! this crate for the types of this crate. An [`Incoming`] connects the two.

mod access;
mod deserializer;
mod number;
mod object;
mod sequence;
mod source;

use core::fmt;

use serde::de::{Error, Unexpected};

use crate::member_name::MemberName;
use crate::metadata::{TypeIndex, TypeSet};
use crate::read_error::ReadError;

pub(crate) use object::{NamedType, ObjectState};
pub(crate) use source::{ReceiverSeed, read_value};

/// A value from a format.
pub enum Incoming<'v, 'de> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number without a fraction.
    Signed(i64),
    /// A number without a fraction, possibly greater than the largest `i64`.
    Unsigned(u64),
    /// A number from the typed hint `deserialize_i128`.
    Signed128(&'v i128),
    /// A number from the typed hint `deserialize_u128`.
    Unsigned128(&'v u128),
    /// Any other number.
    Double(f64),
    /// A string.
    Text(&'v str),
    /// A string that is borrowed from the input.
    Borrowed(&'de str),
    /// An owned string, which can be moved.
    Owned(&'v mut String),
    /// An object.
    Object(&'v mut dyn Object<'de>),
    /// An array.
    Sequence(&'v mut dyn Sequence<'de>),
    /// The value hasn't been read yet. The reader chooses a typed hint.
    Pending(&'v mut dyn Source<'de>),
}

/// The hint that is passed to a format.
#[derive(Clone, Copy)]
pub enum Hint {
    /// No hint: `deserialize_any`.
    AsIs,
    /// `deserialize_option`, which distinguishes `null`.
    Option,
    /// The raw JSON, [with a reserved name](crate::raw_text).
    RawText,
    /// `deserialize_i128`.
    Signed128,
    /// `deserialize_u128`.
    Unsigned128,
    /// `deserialize_f32`: a number that is rounded directly to an `f32`, without an intermediate `f64`.
    Single,
    /// `deserialize_f64`: a number, even if `deserialize_any` would return [a map](crate::arbitrary_precision).
    Double,
}

/// A format that can read a value.
pub trait Source<'de> {
    /// Reads the value and passes it to a receiver.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn read(&mut self, hint: Hint, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError>;
}

/// A receiver of values: the partial of a struct, which has slots, or a closure for a single value.
pub trait Receiver<'de> {
    /// Receives a value.
    ///
    /// # Errors
    ///
    /// Returns an error if the value doesn't match the type that is read.
    fn receive(&mut self, slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// Describes the expected value for the error of a format that doesn't have a number where one was requested.
    ///
    /// # Errors
    ///
    /// Returns an error if the formatter fails.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
}

impl<'de, F: FnMut(Incoming<'_, 'de>) -> Result<(), ReadError>> Receiver<'de> for F {
    fn receive(&mut self, _slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        self(value)
    }
}

/// The members of an object.
pub trait Object<'de> {
    /// Returns the state of reading the object.
    fn state(&mut self) -> &mut ObjectState;

    /// Reads members into the slots of a receiver until the end of the object, or up to its `@odata.type`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects a value.
    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError>;

    /// Reads the name of the next member, for callers that read members one by one.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed.
    fn next_name(&mut self) -> Result<Option<MemberName<'de>>, ReadError>;

    /// Reads the value of the member whose name was read last.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn next_value(&mut self, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError>;
}

/// The elements of an array.
pub trait Sequence<'de> {
    /// Reads the next element with `deserialize_any` or a typed hint of the receiver. Returns whether there was one.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn next(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<bool, ReadError>;

    /// Returns the number of remaining elements, if it is known.
    fn size_hint(&self) -> Option<usize>;
}

impl<'de> Incoming<'_, 'de> {
    /// Reads the value from the format with the given hint, unless it has already been read.
    pub(crate) fn with_hint<T>(
        self,
        hint: Hint,
        take: impl FnOnce(Incoming<'_, 'de>) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let Self::Pending(source) = self else { return take(self) };
        let (mut take, mut taken) = (Some(take), None);
        source.read(hint, &mut |value: Incoming<'_, 'de>| {
            taken = take.take().map(|take| take(value)).transpose()?;
            Ok(())
        })?;
        taken.ok_or_else(|| ReadError::new("no value was read"))
    }

    /// Returns the string if the value is a string.
    #[inline]
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Borrowed(text) => Some(text),
            Self::Owned(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the integer if the value is an integer that serde represents in 64 bits.
    #[inline]
    pub(crate) fn integer(&self) -> Option<i128> {
        match self {
            Self::Signed(number) => Some((*number).into()),
            Self::Unsigned(number) => Some((*number).into()),
            _ => None,
        }
    }

    /// Returns the error for a value of the wrong type.
    #[cold]
    pub(crate) fn invalid_type(&self, expected: fmt::Arguments<'_>) -> ReadError {
        ReadError::invalid_type(self.unexpected(), &expected.to_string().as_str())
    }

    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Boolean(value) => Unexpected::Bool(*value),
            Self::Signed(number) => Unexpected::Signed(*number),
            Self::Unsigned(number) => Unexpected::Unsigned(*number),
            Self::Signed128(_) | Self::Unsigned128(_) => Unexpected::Other("wide integer"),
            Self::Double(number) => Unexpected::Float(*number),
            Self::Text(text) | Self::Borrowed(text) => Unexpected::Str(text),
            Self::Owned(text) => Unexpected::Str(text),
            Self::Object(_) => Unexpected::Map,
            Self::Sequence(_) => Unexpected::Seq,
            Self::Pending(_) => Unexpected::Other("value"),
        }
    }
}
