//! The error type for keys that can't be written into a URL.

use core::fmt;

/// The error returned when a [`Key`](super::Key) can't be created or written into a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidKey {
    /// The key has no value: the value passed for the key is `None` or null.
    Missing,
    /// A key property is absent or null. The variant contains the name of the property.
    Null(String),
    /// The entity type has no key property. The variant contains the name of the entity type.
    NoKey(&'static str),
    /// A property occurs more than once in a composite key. The variant contains the name of the property.
    Duplicate(String),
    /// The name of a key property isn't valid, for example because it contains `=`. The variant contains the name and the
    /// reason.
    Name(String, String),
    /// A composite or alternate key contains the path of a nested property, such as `Info/ID`, but a URL requires an
    /// alias instead of the path. To create a key with an alias, such as `InfoID`, use
    /// [`Key::by_name`](super::Key::by_name). The variant contains the path of the nested property.
    Path(String),
    /// A value of the key can't be serialized, or can't be written as a literal in a URL. The variant contains the
    /// reason why the value is invalid.
    Value(String),
}

impl fmt::Display for InvalidKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("the key has no value: it is `None` or null"),
            Self::Null(name) => write!(f, "the key property `{name}` is null"),
            Self::NoKey(name) => {
                write!(f, "the entity type `{name}` has no key property: mark a field with `#[odata(key)]`")
            }
            Self::Duplicate(name) => write!(f, "the key property `{name}` occurs twice"),
            Self::Name(name, reason) => {
                write!(f, "`{name}` is not a valid name for a key property: {reason}")
            }
            Self::Path(path) => write!(
                f,
                "the path `{path}` can't be a part of a key: use `Key::by_name` with the alias of the path"
            ),
            Self::Value(reason) => write!(f, "the key can't be written into a URL: {reason}"),
        }
    }
}

impl core::error::Error for InvalidKey {}
