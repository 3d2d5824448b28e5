//! A value of a payload on its way to the type that it is read as, whatever the format is.
//!
//! Code that is generic over serde's `Deserializer` is compiled anew for every type and every format. A service has thousands
//! of types, so here the two are kept apart: what asks a format ([`deliver`](self::deliver)) is compiled once per format, for
//! all types; what takes a value is compiled once per type, for all formats, and for the types of this crate in this crate.
//! Between them stands an [`Incoming`].

mod access;
mod deliver;
mod deserializer;
pub(crate) mod exact;
mod name;
mod number;
mod object;
mod read_error;
mod sequence;

use core::fmt;

use serde::de::{Error, Unexpected};

use crate::metadata::{TypeIndex, TypeSet};
use crate::structured::read::{Reading, Tag};

pub(crate) use deliver::{DeliverySeed, deliver};
pub(crate) use name::Name;
pub use read_error::{ReadError, ReadResult};

/// A value as a format delivers it.
pub enum Incoming<'v, 'de> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number without a fraction.
    Signed(i64),
    /// The same, perhaps above the largest `i64`.
    Unsigned(u64),
    /// The same, of those who ask for one by its width.
    Signed128(&'v i128),
    /// The same, of those who ask for one by its width.
    Unsigned128(&'v u128),
    /// Any other number.
    Double(f64),
    /// A string.
    Text(&'v str),
    /// A string that stands in the input as it is.
    Borrowed(&'de str),
    /// A string to be taken.
    Owned(&'v mut String),
    /// An object.
    Object(&'v mut dyn Object<'de>),
    /// An array.
    Sequence(&'v mut dyn Sequence<'de>),
    /// The format has not been asked yet: who reads it says how it is wanted.
    Pending(&'v mut dyn Source<'de>),
}

/// How a format is asked for a value.
#[derive(Clone, Copy)]
pub enum Wanted {
    /// As it stands in the payload.
    AsIs,
    /// As it stands in the payload, and `null` as one that is no value.
    Option,
    /// As its text, [by this name](crate::raw_text).
    RawText,
    /// As a wide integer.
    Signed128,
    /// As a wide integer.
    Unsigned128,
    /// As a number that is rounded to an `f32`, and to no `f64` before.
    Single,
    /// As a number, even where it would [be a map](crate::arbitrary_precision).
    Double,
}

/// A format that is about to deliver a value.
pub trait Source<'de> {
    /// Has the value delivered.
    ///
    /// # Errors
    ///
    /// Those of the format and of the receiver.
    fn deliver(&mut self, wanted: Wanted, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError>;
}

/// Whoever takes values: the partial of a struct, at its slots, or a closure, which takes one.
pub trait Receiver<'de> {
    /// Takes a value.
    ///
    /// # Errors
    ///
    /// The value is not of the type that is read.
    fn receive(&mut self, slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError>;

    /// What it takes, for the error of a format that was asked for a number and has none.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }
}

impl<'de, F: FnMut(Incoming<'_, 'de>) -> Result<(), ReadError>> Receiver<'de> for F {
    fn receive(&mut self, _slot: usize, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        self(value)
    }
}

/// The members of an object.
pub trait Object<'de> {
    /// How far it is read.
    fn reading(&mut self) -> &mut Reading;

    /// Reads members into the slots of a receiver until the end of the object, or up to its `@odata.type`.
    ///
    /// # Errors
    ///
    /// Those of the format and of the receiver.
    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<Tag>, ReadError>;

    /// The name of the next member, for those who take one after the other.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn next_name(&mut self) -> Result<Option<Name<'de>>, ReadError>;

    /// The value of the member whose name has come.
    ///
    /// # Errors
    ///
    /// Those of the format and of the receiver.
    fn next_value(&mut self, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError>;
}

/// The elements of an array.
pub trait Sequence<'de> {
    /// Has the next element delivered, at once or when the receiver says how it is wanted; whether there was one.
    ///
    /// # Errors
    ///
    /// Those of the format and of the receiver.
    fn next(&mut self, is_at_once: bool, receiver: &mut dyn Receiver<'de>) -> Result<bool, ReadError>;

    /// How many elements there may be.
    fn size_hint(&self) -> Option<usize>;
}

impl<'de> Incoming<'_, 'de> {
    /// Asks the format for a value that is wanted like this, unless it has been asked already.
    pub(crate) fn wanted<T>(
        self,
        wanted: Wanted,
        take: impl FnOnce(Incoming<'_, 'de>) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let Self::Pending(source) = self else { return take(self) };
        let (mut take, mut taken) = (Some(take), None);
        source.deliver(wanted, &mut |value: Incoming<'_, 'de>| {
            taken = take.take().map(|take| take(value)).transpose()?;
            Ok(())
        })?;
        taken.ok_or_else(|| ReadError::new("no value was delivered"))
    }

    /// The string, if it is one.
    #[inline]
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Borrowed(text) => Some(text),
            Self::Owned(text) => Some(text),
            _ => None,
        }
    }

    /// The integer, if it is one that serde delivers in 64 bits.
    #[inline]
    pub(crate) fn integer(&self) -> Option<i128> {
        match self {
            Self::Signed(number) => Some((*number).into()),
            Self::Unsigned(number) => Some((*number).into()),
            _ => None,
        }
    }

    /// The error of somebody who expected something else.
    #[cold]
    pub(crate) fn refused(&self, expected: fmt::Arguments<'_>) -> ReadError {
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
