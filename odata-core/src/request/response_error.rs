//! The error of a response.

use core::error::Error;
use core::fmt;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};

use super::response::forward_to_parts;
use super::response_parts::ResponseParts;
use super::retry_after::RetryAfter;
use crate::envelope::ODataError;

/// The error returned when a response can't be read as the expected value.
///
/// Every variant contains the status code and the headers of the response.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(Debug, ODataEntity)]
/// # #[odata(namespace = "microsoft.graph")]
/// # struct User { id: Option<String> }
/// use core::time::Duration;
/// use odata_core::request::{RetryAfter, Service};
///
/// let list = Service::graph("https://graph.microsoft.com/v1.0")?.entity_set::<User>("users").list();
/// let received = http::Response::builder()
///     .status(429)
///     .header("Retry-After", "10")
///     .body(r#"{"error": {"code": "TooManyRequests", "message": "Slow down."}}"#)?;
///
/// let error = list.read(&received).unwrap_err();
/// assert_eq!(error.to_string(), "429 Too Many Requests: `TooManyRequests`: Slow down.");
/// assert_eq!(error.retry_after(), Some(RetryAfter::Delay(Duration::from_secs(10))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ResponseError {
    /// The service returned an error status and an OData error in the body.
    #[non_exhaustive]
    Service {
        /// The status code and the headers.
        parts: Box<ResponseParts>,
        /// The OData error.
        error: Box<ODataError>,
    },
    /// The service returned an error status or a redirection, but the body isn't an OData error. For example, it is a
    /// proxy's HTML page, or it is empty.
    #[non_exhaustive]
    UnexpectedStatus {
        /// The status code and the headers.
        parts: Box<ResponseParts>,
        /// The first characters of the body.
        body_start: String,
    },
    /// The request was successful, but the body can't be read as the expected type.
    #[non_exhaustive]
    Unreadable {
        /// The status code and the headers.
        parts: Box<ResponseParts>,
        /// The error of the body, with the JSON path and the position.
        error: Arc<serde_json::Error>,
        /// The first characters of the body.
        body_start: String,
    },
    /// The request was successful, but the response has no body, and the expected type can't be null.
    ///
    /// If the status code is 202, the result isn't available yet: see [`location`](Self::location) and
    /// [`retry_after`](Self::retry_after). If the value may be null, use
    /// [`Request::optional`](super::Request::optional).
    #[non_exhaustive]
    NoContent {
        /// The status code and the headers.
        parts: Box<ResponseParts>,
    },
    /// A batch response has no valid response to one of the requests.
    #[non_exhaustive]
    BatchPart {
        /// The status code and the headers of the batch response.
        parts: Box<ResponseParts>,
        /// The identifier of the request in the batch.
        id: String,
        /// The reason.
        message: String,
    },
}

impl ResponseError {
    /// Returns the status code and the headers of the response. For [`BatchPart`](Self::BatchPart), these are the ones
    /// of the batch response.
    #[must_use]
    pub const fn parts(&self) -> &ResponseParts {
        match self {
            Self::Service { parts, .. }
            | Self::UnexpectedStatus { parts, .. }
            | Self::Unreadable { parts, .. }
            | Self::NoContent { parts }
            | Self::BatchPart { parts, .. } => parts,
        }
    }

    /// Returns the OData error in the body, if there is one.
    #[must_use]
    pub const fn odata_error(&self) -> Option<&ODataError> {
        match self {
            Self::Service { error, .. } => Some(error),
            _ => None,
        }
    }

    /// Returns the request identifier that Microsoft Graph assigned, from the header `request-id` or from the OData
    /// error.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.parts().request_id().or_else(|| self.odata_error()?.request_id())
    }

    /// Returns the request identifier that the client assigned, from the header `client-request-id` or from the OData
    /// error.
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.parts().client_request_id().or_else(|| self.odata_error()?.client_request_id())
    }

    fn fmt_reason(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service { parts, error } => {
                write!(f, "{}: {error}", parts.status())?;
                fmt_hint(f, parts.status())
            }
            Self::UnexpectedStatus { parts, body_start } => {
                write!(f, "{} without an OData error", parts.status())?;
                fmt_hint(f, parts.status())?;
                if let Some(location) = parts.location() {
                    write!(f, "; `Location` is `{location}`")?;
                }
                fmt_body(f, parts, body_start)
            }
            Self::Unreadable { parts, error, body_start } => {
                write!(f, "{}, but the body isn't the expected one: {error}", parts.status())?;
                fmt_body(f, parts, body_start)
            }
            Self::NoContent { parts } if parts.status() == StatusCode::ACCEPTED => {
                write!(f, "{} without a body: the result isn't available yet", parts.status())
            }
            Self::NoContent { parts } => {
                write!(
                    f,
                    "{} without a body, but a value was expected: use `Request::optional` if it may be null",
                    parts.status()
                )
            }
            Self::BatchPart { id, message, .. } => write!(f, "request `{id}` of the batch: {message}"),
        }
    }
}

forward_to_parts!(ResponseError);

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_reason(f)?;
        self.request_id().map_or(Ok(()), |id| write!(f, " (request `{id}`)"))
    }
}

/// Adds an explanation if the status code results from a header of the request.
fn fmt_hint(f: &mut fmt::Formatter<'_>, status: StatusCode) -> fmt::Result {
    match status {
        StatusCode::PRECONDITION_FAILED => {
            f.write_str("; the current version doesn't meet the condition in `If-Match` or `If-None-Match`")
        }
        StatusCode::PRECONDITION_REQUIRED => {
            f.write_str("; the service requires the version that is changed: use `Request::if_match`")
        }
        StatusCode::NOT_MODIFIED => f.write_str("; use `Request::if_none_match` to read this status"),
        _ => Ok(()),
    }
}

fn fmt_body(f: &mut fmt::Formatter<'_>, parts: &ResponseParts, start: &str) -> fmt::Result {
    if start.is_empty() {
        return f.write_str("; the body is empty");
    }
    match parts.content_type() {
        Some(content_type) => write!(f, "; the body, `{content_type}`, starts with `{start}`"),
        None => write!(f, "; the body starts with `{start}`"),
    }
}

impl Error for ResponseError {
    /// Returns the cause: a `serde_json::Error`, or the [`ODataError`] of the service.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Service { error, .. } => Some(&**error),
            Self::Unreadable { error, .. } => Some(&**error),
            _ => None,
        }
    }
}
