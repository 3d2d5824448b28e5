//! [`ReadError`]: the error returned when a value can't be read, in any serde format.

use core::fmt;
use core::hash::{Hash, Hasher};

use serde::de::{Error, Expected, Unexpected};

use crate::error;
use crate::json::position;

/// The error returned when an [`Untyped`](crate::Untyped) can't be [deserialized](crate::Untyped::read_as) as a Rust
/// type.
#[derive(Clone)]
pub struct ReadError(Box<Reason>);

#[derive(Clone)]
struct Reason {
    message: String,
    /// Whether the serde format returned the error, for example because the JSON is malformed.
    is_of_format: bool,
}

/// The result of reading a value. Expansions of the derive macros use `ReadResult`.
pub type ReadResult<T> = Result<T, ReadError>;

impl ReadError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Reason { message: message.into(), is_of_format: false }))
    }

    /// Adds a position to the message, unless the message already ends with a position.
    #[cold]
    pub(crate) fn with_position(mut self, position: impl FnOnce() -> (usize, usize)) -> Self {
        if position::split(&self.0.message).is_none() {
            let (line, column) = position();
            self.0.message = position::appended(&self.0.message, line, column);
        }
        self
    }

    /// Removes a position at the end of the message.
    #[cold]
    pub(crate) fn without_position(mut self) -> Self {
        if let Some((message, ..)) = position::split(&self.0.message) {
            self.0.message.truncate(message.len());
        }
        self
    }

    /// Converts an error of a serde format, such as `serde_json::Error`, into a `ReadError` with the same message.
    /// Stores the original error in `place`, so that [`into_error_of_format`](Self::into_error_of_format) can return
    /// it.
    #[cold]
    pub(crate) fn placeholder_for<E: Error>(error: E, place: &mut Option<E>) -> Self {
        let message = place.insert(error).to_string();
        Self(Box::new(Reason { message, is_of_format: true }))
    }

    /// Converts the `ReadError` into the error type `E` of the serde format, such as `serde_json::Error`. If
    /// [`ReadError::placeholder_for`] created the `ReadError`, returns the original error in `place`.
    #[cold]
    pub(crate) fn into_error_of_format<E: Error>(self, place: &mut Option<E>) -> E {
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

    /// Creates the error for a value of the wrong type. For a null value, the message contains `null` instead of "unit
    /// value", the term of serde.
    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match unexpected {
            Unexpected::Unit => Self::new(format!("invalid type: null, expected {expected}")),
            unexpected => Self::new(format!("invalid type: {unexpected}, expected {expected}")),
        }
    }
}
