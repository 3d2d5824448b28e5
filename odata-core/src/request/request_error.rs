//! The error type for requests that can't be built.

use core::error::Error;
use core::fmt;

use super::invalid_key::InvalidKey;
use crate::body::InvalidBody;
use crate::json;
use crate::query::InvalidQuery;

/// The error returned when a request can't be built. The error occurs before the request is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// The root URL of a service isn't an absolute `http` or `https` URL, or the root URL contains a query, a fragment
    /// or a user name. The variant contains the invalid root URL.
    Root(String),
    /// A key can't be written as a path segment, because the key is empty, `.` or `..`, or starts with `$`. The variant
    /// contains the invalid key.
    Key(String),
    /// A key can't be created or written into a URL, for example because a property occurs twice in the key.
    InvalidKey(InvalidKey),
    /// A query option can't be written into a URL.
    Query(InvalidQuery),
    /// A path is empty, or contains an empty segment, `.` or `..`. The variant contains the invalid path.
    Path(String),
    /// The URL of a path has a query, as in `users?$top=1`, so no segment can be appended to the path. The variant
    /// contains the URL to which no segment can be appended.
    PathQuery(String),
    /// The request body is invalid, or can't be serialized.
    Body(InvalidBody),
    /// The type of a request body or of a type cast doesn't match the path, as in a request that creates a `Group` in a
    /// collection of `User`. The body or the cast must have the type of the resource at the path, or a derived type.
    #[non_exhaustive]
    Type {
        /// The qualified name of the type that the path doesn't allow, such as `microsoft.graph.group`.
        given: &'static str,
        /// The qualified name of the type that the path allows, such as `microsoft.graph.user`.
        path: &'static str,
    },
    /// A link, such as `@odata.nextLink`, has neither the origin of the service nor an allowed origin. The link is
    /// rejected, because a request to the link would send the token to a foreign origin. The variant contains the link
    /// with the foreign origin.
    Origin(String),
    /// The URL of a request in a batch doesn't start with the root URL of the batch's service. The variant contains the
    /// URL outside of the service.
    OutsideService(String),
    /// A request in a batch refers to the result of another request, but the batch doesn't contain the other request.
    /// The variant contains the `id` of the request that isn't in the batch.
    BatchReference(String),
    /// A request was built on its own, but its URL refers to another request in a batch. For example, a request with
    /// the URL `$1/members` must be added to the batch with [`Batch::add`](super::Batch::add). The variant contains the
    /// URL of the request.
    OnlyInBatch(String),
    /// A request was built on its own, but its header `If-Match` or `If-None-Match` refers to the ETag of another request
    /// in a batch ([`BatchPart::etag`](super::BatchPart::etag)). The variant contains the reference, such as `$1`.
    EtagOnlyInBatch(String),
    /// The body of a request in a batch is a text that isn't UTF-8. The variant contains the media type of the body.
    TextEncoding(String),
    /// [`Request::query_in_body`](super::Request::query_in_body) was called for a request that isn't a `GET` request,
    /// such as a `PATCH` request. Only a `GET` request can be sent as `POST …/$query`.
    QueryInBody,
    /// The name or the value of a header contains a character that isn't allowed. The variant contains the name of the
    /// header.
    Header(String),
    /// The `Content-Type` of a request with a body isn't a JSON media type. The variant contains the value of
    /// `Content-Type`.
    ContentType(String),
    /// The string that was passed as the media type of content, such as a photo, has an invalid format. For example,
    /// `image/jpeg` is a valid media type. The variant contains the invalid string.
    MediaType(String),
    /// The bearer token is empty.
    Token,
    /// The URL of a request or of a link is invalid. The variant contains the invalid URL.
    Url(String),
    /// The next page of a navigation property can't be requested, because the entity type has no
    /// [`Extra`](crate::Extra) field that preserves the link `members@odata.nextLink`.
    #[non_exhaustive]
    NoExtra {
        /// The qualified name of the entity type.
        type_name: &'static str,
        /// The name of the annotation that can't be read, such as `members@odata.nextLink`.
        annotation: String,
    },
    /// A path ends with a navigation property, but a structural property is required. The variant contains the path of
    /// the property, such as `manager/members`.
    NavigationProperty(String),
    /// The value of a stream property was requested or set as JSON instead of binary content. The variant contains the
    /// path of the property, such as `photo`.
    StreamProperty(String),
}

impl RequestError {
    /// Creates the error for a request body that can't be serialized.
    pub(super) fn unwritable(error: &json::Error) -> Self {
        Self::Body(InvalidBody::new(error.to_string()))
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(root) => {
                write!(
                    f,
                    "`{root}` is not a valid root URL or origin: use an absolute `https` URL without a query, fragment \
                     or user name"
                )
            }
            Self::Key(key) => write!(
                f,
                "the key `{key}` can't be written as a path segment: use `Service::with_keys(KeyForm::Parentheses)`"
            ),
            Self::InvalidKey(error) => error.fmt(f),
            Self::Query(error) => error.fmt(f),
            Self::Path(path) => {
                write!(f, "`{path}` is not a valid path: it contains an empty segment, `.` or `..`")
            }
            Self::Body(error) => error.fmt(f),
            Self::Type { given, path } => write!(
                f,
                "the type `{given}` of the body or of the cast is neither `{path}` nor derived from it"
            ),
            Self::Origin(link) => write!(
                f,
                "the link `{link}` has another origin than the service: if the token may be sent to this origin, call \
                 `Service::allow_origin`"
            ),
            Self::OutsideService(url) => {
                write!(f, "the URL `{url}` doesn't start with the root URL of the batch's service")
            }
            Self::BatchReference(id) => {
                write!(
                    f,
                    "`${id}` doesn't refer to an earlier request of this batch: add the other request before"
                )
            }
            Self::OnlyInBatch(url) => {
                write!(f, "the URL `{url}` refers to a request in a batch: add the request to this batch")
            }
            Self::EtagOnlyInBatch(reference) => {
                write!(
                    f,
                    "the ETag `{reference}` refers to a request in a batch: add the request to this batch"
                )
            }
            Self::TextEncoding(media_type) => {
                write!(
                    f,
                    "the body with the media type `{media_type}` isn't UTF-8, so it can't be sent in a batch"
                )
            }
            Self::QueryInBody => f.write_str(
                "only the query options of a `GET` request can be sent in the body: remove `query_in_body`",
            ),
            Self::PathQuery(url) => {
                write!(f, "the URL `{url}` of a path has a query: use `Request::get` to read it")
            }
            Self::Header(name) => {
                write!(f, "the header `{name}` has a character that is not allowed in its name or value")
            }
            Self::ContentType(media_type) => {
                write!(f, "`Content-Type` is `{media_type}`, but the body of the request is JSON")
            }
            Self::MediaType(media_type) => {
                write!(f, "`{media_type}` is not a media type: use a media type such as `image/jpeg`")
            }
            Self::Token => f.write_str("the bearer token is empty"),
            Self::Url(url) => write!(f, "`{url}` is not a valid URL"),
            Self::NoExtra { type_name, annotation } => write!(
                f,
                "the type `{type_name}` doesn't preserve the annotation `{annotation}`: add a field with `#[odata(extra)]` \
                 to its root type"
            ),
            Self::NavigationProperty(name) => {
                write!(f, "`{name}` is a navigation property: use `navigate` or `collection`")
            }
            Self::StreamProperty(name) => write!(f, "`{name}` is a stream property: use `stream`"),
        }
    }
}

impl Error for RequestError {}

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
