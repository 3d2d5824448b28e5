//! Why a value could not be read, once for all formats.

use core::fmt;
use core::hash::{Hash, Hasher};

use serde::de::{Error, Expected, Unexpected};

use crate::error;

/// Why an [`Untyped`](crate::Untyped) could not be [read](crate::Untyped::read_as) as a value of another type.
#[derive(Clone)]
pub struct ReadError(Box<Reason>);

#[derive(Clone)]
struct Reason {
    message: String,
    /// Whether it stands for an error of the format, which waits where the two meet.
    is_of_format: bool,
}

/// A value that was read, as the expansions of the derives write it.
pub type ReadResult<T> = Result<T, ReadError>;

impl ReadError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Reason { message: message.into(), is_of_format: false }))
    }

    /// Leaves an error of a format in a place, and goes on in its stead.
    #[cold]
    pub(super) fn instead_of<E: Error>(error: E, place: &mut Option<E>) -> Self {
        let message = place.insert(error).to_string();
        Self(Box::new(Reason { message, is_of_format: true }))
    }

    /// The error that was left in a place, if this stands for it; else the same error in the words of the format.
    #[cold]
    pub(super) fn into_error_of_format<E: Error>(self, place: &mut Option<E>) -> E {
        place.take().filter(|_| self.0.is_of_format).unwrap_or_else(|| error::converted(&self))
    }
}

impl PartialEq for ReadError {
    fn eq(&self, other: &Self) -> bool {
        self.0.message == other.0.message
    }
}

impl Eq for ReadError {}

impl Hash for ReadError {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.message.hash(state);
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ReadError").field(&self.0.message).finish()
    }
}

impl core::error::Error for ReadError {}

impl Error for ReadError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }

    /// As `serde_json` says it: to serde itself a null is a "unit value".
    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match unexpected {
            Unexpected::Unit => Self::new(format!("invalid type: null, expected {expected}")),
            unexpected => Self::new(format!("invalid type: {unexpected}, expected {expected}")),
        }
    }
}
