//! Why a request is not made.

use core::fmt;

use super::invalid_key::InvalidKey;
use crate::body::InvalidBody;
use crate::query::InvalidQuery;

/// Why a request is not made. Nothing was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// The root of the service is not an absolute `http` or `https` URL, or has more than a path.
    Root(String),
    /// A key that can't be a segment of a path: it is empty, `.` or `..`, or begins with `$`.
    Key(String),
    /// A key that is missing, has a duplicate property, or has no literal form.
    InvalidKey(InvalidKey),
    /// A query option that can't be written into a URL.
    Query(InvalidQuery),
    /// A path that is empty, or has such a segment.
    Path(String),
    /// The body has what a client must not send.
    Body(InvalidBody),
    /// A body, or a type that is cast to, that is neither the type at the path nor derived from it.
    Type {
        /// The type of the body, or of the cast.
        given: &'static str,
        /// The type at the path.
        path: &'static str,
    },
    /// A link that leads to another origin than the service's: the token would go there, too.
    Origin(String),
    /// A header whose value has a character that no header can have.
    Header(String),
    /// What the parts of a path and a query make is not a URL.
    Url(String),
}

impl RequestError {
    /// A body that `serde_json` can't write.
    pub(super) fn unwritable(error: &serde_json::Error) -> Self {
        Self::Body(InvalidBody::new(error.to_string()))
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(root) => {
                write!(
                    f,
                    "`{root}` is not the root of a service: it is an absolute `https` URL without a query"
                )
            }
            Self::Key(key) => {
                write!(f, "`{key}` can't be a key as a segment of a path: take `KeyForm::Parentheses`")
            }
            Self::InvalidKey(error) => error.fmt(f),
            Self::Query(error) => error.fmt(f),
            Self::Path(path) => write!(f, "`{path}` is not a path: it has an empty segment, or `.` or `..`"),
            Self::Body(error) => error.fmt(f),
            Self::Type { given, path } => write!(f, "`{given}` is neither `{path}` nor derived from it"),
            Self::Origin(link) => write!(
                f,
                "`{link}` leads to another origin, which would get the token: allow it with `Service::allow_origin`"
            ),
            Self::Header(name) => {
                write!(f, "the value of the header `{name}` has a character that no header has")
            }
            Self::Url(url) => write!(f, "`{url}` is not a URL"),
        }
    }
}

impl core::error::Error for RequestError {}

impl From<InvalidKey> for RequestError {
    fn from(error: InvalidKey) -> Self {
        Self::InvalidKey(error)
    }
}

impl From<InvalidQuery> for RequestError {
    fn from(error: InvalidQuery) -> Self {
        Self::Query(error)
    }
}

impl From<InvalidBody> for RequestError {
    fn from(error: InvalidBody) -> Self {
        Self::Body(error)
    }
}
