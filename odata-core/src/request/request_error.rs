//! The error of a request that can't be built.

use core::error::Error;
use core::fmt;

use super::invalid_key::InvalidKey;
use crate::body::InvalidBody;
use crate::query::InvalidQuery;

/// The error returned when a request can't be built. The request wasn't sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// The root of the service isn't an absolute `http` or `https` URL, or it contains a query, a fragment or a user
    /// name.
    Root(String),
    /// A key can't be a path segment, because it is empty, `.` or `..`, or it starts with `$`.
    Key(String),
    /// A key is missing, has a duplicate property, or has no literal form.
    InvalidKey(InvalidKey),
    /// A query option can't be written into a URL.
    Query(InvalidQuery),
    /// A path is empty, or it has an empty segment, `.` or `..`.
    Path(String),
    /// The body can't be sent.
    Body(InvalidBody),
    /// The type of a body or of a cast is neither the type at the path nor derived from it.
    #[non_exhaustive]
    Type {
        /// The name of the type of the body or of the cast.
        given: &'static str,
        /// The name of the type at the path.
        path: &'static str,
    },
    /// The origin of a link differs from the origin of the service. The request would send the token to it.
    Origin(String),
    /// The URL of a request in a batch isn't below the root of the batch's service.
    OutsideService(String),
    /// The name or the value of a header contains a character that isn't allowed. Contains the name.
    Header(String),
    /// The `Content-Type` of a request with a body isn't a JSON media type.
    ContentType(String),
    /// The token is empty.
    Token,
    /// The URL of the request is invalid.
    Url(String),
    /// A type has no [`Extra`](crate::Extra) field, so that the annotation isn't preserved.
    #[non_exhaustive]
    NoExtra {
        /// The name of the type.
        type_name: &'static str,
        /// The name of the annotation.
        annotation: String,
    },
    /// A navigation property was used where a structural property is required.
    NavigationProperty(String),
}

impl RequestError {
    /// Creates the error of a body that `serde_json` can't serialize.
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
                    "`{root}` is not the root of a service: use an absolute `https` URL without a query"
                )
            }
            Self::Key(key) => write!(
                f,
                "`{key}` can't be a key as a segment of a path: use `Service::with_keys(KeyForm::Parentheses)`"
            ),
            Self::InvalidKey(error) => error.fmt(f),
            Self::Query(error) => error.fmt(f),
            Self::Path(path) => write!(f, "`{path}` is not a path: it has an empty segment, or `.` or `..`"),
            Self::Body(error) => error.fmt(f),
            Self::Type { given, path } => write!(f, "`{given}` is neither `{path}` nor derived from it"),
            Self::Origin(link) => write!(
                f,
                "`{link}` leads to another origin, which would get the token: allow it with `Service::allow_origin`"
            ),
            Self::OutsideService(url) => write!(f, "`{url}` is not below the root of the batch's service"),
            Self::Header(name) => {
                write!(f, "the header `{name}` has a character that is not allowed in its name or value")
            }
            Self::ContentType(media_type) => {
                write!(f, "`Content-Type` is `{media_type}`, but the body of the request is JSON")
            }
            Self::Token => f.write_str("the token is empty"),
            Self::Url(url) => write!(f, "`{url}` is not a URL"),
            Self::NoExtra { type_name, annotation } => write!(
                f,
                "`{type_name}` doesn't preserve `{annotation}`: add a field with `#[odata(extra)]` to its root type"
            ),
            Self::NavigationProperty(name) => {
                write!(f, "`{name}` is a navigation property: use `navigate` or `collection`")
            }
        }
    }
}

impl Error for RequestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Body(error) => error.source(),
            _ => None,
        }
    }
}

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
