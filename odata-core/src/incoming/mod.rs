//! [`Incoming`]: a value that is being read from a payload, independent of the payload's format.
//!
//! This module reduces the compile time of models with thousands of types. Code that is generic over serde's
//! `Deserializer` would be compiled once for each combination of a type and a format. In this module, the code for a
//! format creates an [`Incoming`], and the code for a Rust type reads the [`Incoming`]. The code for a format such as
//! `serde_json` ([`source`]) is compiled once for all Rust types. The code for a Rust type such as `User` is compiled
//! once for all formats. The code for primitive types such as `i32` is a part of this crate, and isn't compiled again
//! with each model.

mod access;
mod deserializer;
mod number;
mod object;
mod sequence;
mod source;

use core::fmt;

use serde::de::{Error, Unexpected};

use crate::extra::Extra;
use crate::member_name::MemberName;
use crate::metadata::{StructuredType, TypeIndex, TypeSet};
use crate::read_error::ReadError;
use crate::untyped::Untyped;

pub(crate) use object::{Member, NamedType, NamedTypeSeed, ObjectState, in_slot, reject_undeclared};
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

/// A JSON object whose members can be read.
pub trait Object<'de> {
    /// Returns the progress of reading this JSON object.
    fn state(&mut self) -> &mut ObjectState;

    /// Reads the remaining members of the object, and passes the values of declared properties to `target`. Stops after
    /// a member `@odata.type` and returns the type that `@odata.type` names. Returns `None` at the end of the object.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects a value.
    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError>;

    /// Continues to read the object as an instance of the type `derived`, after its `@odata.type` has been read.
    /// Members that were read before `@odata.type` become properties if `derived` declares them.
    ///
    /// # Errors
    ///
    /// Returns an error if the receiver rejects the value of a member.
    fn enter_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.state().enter_derived(derived, target)
    }

    /// Continues to read the object as an instance of the type `declared`, because `@odata.type` is absent or names an
    /// unknown type.
    ///
    /// # Errors
    ///
    /// Returns an error if the object contains an undeclared property and the declared type has `deny_unknown`. Returns
    /// an error if an undeclared member has an invalid value, such as a number that is out of range.
    fn enter_declared(
        &mut self,
        declared: &'static StructuredType,
        _target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.state().reject_undeclared_before_type(declared)
    }

    /// Reads the remaining members of the object as members of the type `derived`, and returns the members that
    /// `derived` doesn't declare. Members that were read before `@odata.type` become properties if `derived` declares
    /// them.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed, the receiver rejects a value, or `@odata.type` names a base type of
    /// `derived`.
    fn read_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<&mut Extra, ReadError> {
        self.enter_derived(derived, target)?;
        self.read_to_end(derived, target)
    }

    /// Reads the remaining members of an object of the type `metadata`, and returns the undeclared members.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects a value. Returns an error if `@odata.type`
    /// names a base type, such as `entity` for an object that is read as a `user`.
    fn read_to_end(
        &mut self,
        metadata: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<&mut Extra, ReadError> {
        while let Some(named) = self.read_members(target, (TypeSet::One(metadata), None))? {
            self.state().accept_type(named, metadata)?;
        }
        Ok(&mut self.state().undeclared)
    }

    /// Reads the name of the object's next member, or returns `None` at the end of the object.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed.
    fn next_name(&mut self) -> Result<Option<MemberName<'de>>, ReadError>;

    /// Reads the value of the member whose name [`next_name`](Self::next_name) returned last, and passes the value to
    /// `receiver`.
    ///
    /// If `uses_deserialize_any` is `true`, the value is read with `deserialize_any`. If `uses_deserialize_any` is
    /// `false`, `receiver` gets an [`Incoming::Pending`] and reads it with another function, such as `deserialize_f64`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn next_value(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError>;
}

/// A JSON array whose elements can be read.
pub trait Sequence<'de> {
    /// Reads the next element of the array and passes it to `receiver`. Returns `false` if the array has no more
    /// elements.
    ///
    /// If `uses_deserialize_any` is `true`, the element is read with `deserialize_any`. If `uses_deserialize_any` is
    /// `false`, `receiver` gets an [`Incoming::Pending`] and reads it with another function, such as `deserialize_f64`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the receiver rejects the value.
    fn next(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<bool, ReadError>;

    /// Returns the number of remaining elements of the array, if the format provides this number.
    fn size_hint(&self) -> Option<usize>;
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
