//! [`Incoming`]: a value that is being read from a payload, independent of the payload's format.
//!
//! This module reduces the compile time of models with thousands of types. Code that is generic over serde's
//! `Deserializer` would be compiled once for each combination of a type and a format. In this module, the code for a
//! format creates an [`Incoming`], and the code for a Rust type reads the [`Incoming`]. The code for a format such as
//! `serde_json` ([`source`]) is compiled once for all Rust types. The code for a Rust type such as `User` is compiled
//! once for all formats. The code for primitive types such as `i32` is a part of this crate, and isn't compiled again
//! with each model.

mod access;
mod compound;
mod deserializer;
mod number;
mod object;
mod sequence;
mod source;

use core::fmt;

use serde::de::{Error, Unexpected};

use crate::read_error::ReadError;
use crate::untyped::Untyped;

pub use compound::Object;
pub(crate) use compound::Sequence;
pub(crate) use object::{
    Member, NamedType, NamedTypeSeed, ObjectState, in_slot, is_same_name, reject_undeclared,
};
pub(crate) use source::{ReceiverSeed, read_value};

/// A value in a payload, independent of the payload's format. The code that reads a value of a Rust type has an
/// `Incoming` as its input.
pub enum Incoming<'v, 'de> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// An integer that the format passes as an `i64`.
    Signed(i64),
    /// An integer that the format passes as a `u64`, possibly greater than the largest `i64`.
    Unsigned(u64),
    /// An integer that the format passes as an `i128`, for a value that is read with `deserialize_i128`.
    Signed128(&'v i128),
    /// An integer that the format passes as a `u128`, for a value that is read with `deserialize_u128`.
    Unsigned128(&'v u128),
    /// A number that the format passes as a double, such as `1.5`.
    Double(f64),
    /// A string that is only available while the value is being read. Code that uses the string later must copy it.
    Text(&'v str),
    /// A string that is borrowed from the input. `'de` is the lifetime of the input.
    Borrowed(&'de str),
    /// An owned string, which can be moved instead of copied.
    Owned(&'v mut String),
    /// A JSON object.
    Object(&'v mut dyn Object<'de>),
    /// A JSON array.
    Sequence(&'v mut dyn Sequence<'de>),
    /// A pending value, which hasn't been read from the format yet. The code that reads a pending value chooses the
    /// `Deserializer` function, such as `deserialize_f64`.
    Pending(&'v mut dyn Source<'de>),
}

/// The function of serde's `Deserializer` with which a value is read, such as `deserialize_f64`. serde calls the
/// function a hint, because it tells the format which type is expected.
#[derive(Clone, Copy)]
pub enum Hint {
    /// `deserialize_any`: the format determines the type of the value.
    AsIs,
    /// `deserialize_option`: the format distinguishes `null` from other values.
    Option,
    /// `deserialize_newtype_struct`: reads the value as unparsed JSON, with [a reserved name](crate::raw_json) of
    /// `serde_json`.
    RawJson,
    /// `deserialize_i128`: reads an integer that may be too large for an `i64`.
    Signed128,
    /// `deserialize_u128`: reads an integer that may be too large for a `u64`.
    Unsigned128,
    /// `deserialize_f32`: the format rounds a number directly to an `f32`, without an intermediate `f64`.
    Single,
    /// `deserialize_f64`: reads a number as an `f64`, even if `deserialize_any` would read the number as [a
    /// map](crate::arbitrary_precision).
    Double,
}

/// A value in the payload that hasn't been read from the format yet. A `Source` can be read only once.
pub trait Source<'de> {
    /// Reads the value with the `Deserializer` function that `hint` specifies, and passes the value to a receiver.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn read(&mut self, hint: Hint, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError>;

    /// Reads the value as an [`Untyped`], which is faster than [`read`](Self::read). Returns `None` if this `Source`
    /// supports only `read`.
    fn read_untyped(&mut self) -> Option<Result<Untyped, ReadError>> {
        None
    }

    /// Reads the unparsed JSON of the value and passes it to the function `parse`. Returns `None` if the format can't
    /// provide unparsed JSON.
    fn read_raw(
        &mut self,
        _parse: &mut dyn FnMut(&'de str) -> Result<(), ReadError>,
    ) -> Option<Result<(), ReadError>> {
        None
    }
}

/// A destination for values that are read from a format. For example, a partially read struct (`Partial`) receives and
/// stores the values of its properties.
pub trait Receiver<'de> {
    /// Receives a value. If the value belongs to a property of a struct, `slot` is the position of the property in the
    /// struct. A receiver of array elements ignores `slot`.
    ///
    /// # Errors
    ///
    /// Returns an error if the value doesn't match the expected type.
    fn receive(&mut self, slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// Describes the expected value for an error message, such as `a JSON value`.
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

impl<'de> Incoming<'_, 'de> {
    /// Reads this value if it is an [`Incoming::Pending`], and passes the value to the function `take`. `hint` selects
    /// the `Deserializer` function for reading, such as `deserialize_f64`.
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
        taken.ok_or_else(|| ReadError::new("the deserializer provided no value"))
    }

    /// Returns the string if this `Incoming` is a string.
    #[inline]
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Borrowed(text) => Some(text),
            Self::Owned(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the integer if the format passed the value as an `i64` or a `u64`.
    #[inline]
    pub(crate) fn integer(&self) -> Option<i128> {
        match self {
            Self::Signed(number) => Some((*number).into()),
            Self::Unsigned(number) => Some((*number).into()),
            _ => None,
        }
    }

    /// Returns the error for a value that doesn't have the expected type.
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
            Self::Signed128(_) | Self::Unsigned128(_) => Unexpected::Other("128-bit integer"),
            Self::Double(number) => Unexpected::Float(*number),
            Self::Text(text) | Self::Borrowed(text) => Unexpected::Str(text),
            Self::Owned(text) => Unexpected::Str(text),
            Self::Object(_) => Unexpected::Map,
            Self::Sequence(_) => Unexpected::Seq,
            Self::Pending(_) => Unexpected::Other("value"),
        }
    }
}
