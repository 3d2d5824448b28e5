//! The error of a key that can't be written into a URL.

use core::fmt;

/// The error returned when a [`Key`](super::Key) can't be created or written into a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidKey {
    /// The key is `None`.
    Missing,
    /// The property of a composite or alternate key is null.
    Null(String),
    /// The type of an entity has no key.
    NoKey(&'static str),
    /// A property occurs twice in a composite key.
    Duplicate(String),
    /// A property path in a composite or alternate key, whose parts are properties of the entity itself.
    Path(String),
    /// A value can't be written, or has no literal form. Contains the reason.
    Value(String),
}

impl fmt::Display for InvalidKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("the key is missing"),
            Self::Null(name) => write!(f, "the key property `{name}` is null"),
            Self::NoKey(name) => write!(f, "`{name}` has no key"),
            Self::Duplicate(name) => write!(f, "the key property `{name}` occurs twice"),
            Self::Path(path) => write!(f, "the path `{path}` can't be a key property"),
            Self::Value(reason) => write!(f, "the key can't be written: {reason}"),
        }
    }
}

impl core::error::Error for InvalidKey {}
