//! The error of a key that can't be written into a URL.

use core::fmt;

/// The error returned when a [`Key`](super::Key) can't be created or written into a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidKey {
    /// The value that the key is created from is `None`.
    Missing,
    /// A key property has no value. Contains its name.
    Null(String),
    /// The entity type has no key. Contains its name.
    NoKey(&'static str),
    /// A property occurs more than once in a composite key. Contains its name.
    Duplicate(String),
    /// A key contains a property path, but a composite or alternate key requires properties of the entity itself.
    Path(String),
    /// A value can't be serialized, or it has no literal form. Contains the reason.
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
