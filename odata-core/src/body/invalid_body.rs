//! The error of an invalid request body.

use core::fmt;

/// The error returned when a request body can't be built. The error message contains the path of the value that can't be
/// sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidBody(String);

impl InvalidBody {
    pub(crate) const fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for InvalidBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for InvalidBody {}
