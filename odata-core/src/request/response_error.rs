//! The error type for responses that can't be read.

use core::error::Error;
use core::fmt;
use std::sync::Arc;

use http::header::LOCATION;
use http::{HeaderMap, StatusCode};

use super::origin::origin;
use super::response::forward_to_parts;
use super::response_parts::ResponseParts;
use super::retry_after::RetryAfter;
use crate::envelope::ODataError;
use crate::json;

/// The error returned when the service returned an error, or when the response can't be read as the expected type.
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
    /// The service returned an error status, and the response body is an OData error.
    #[non_exhaustive]
    Service {
        /// The status code and the headers of the response.
        parts: Box<ResponseParts>,
        /// The OData error in the response body.
        error: Box<ODataError>,
    },
    /// The service returned an error status or a redirection, but the body isn't an OData error: for example, the body
    /// is empty or is the HTML page of a proxy.
    #[non_exhaustive]
    UnexpectedStatus {
        /// The status code and the headers of the response.
        parts: Box<ResponseParts>,
        /// The first characters of the response body.
        body_start: String,
    },
    /// The status code is successful, but the response body can't be read as the expected type.
    #[non_exhaustive]
    Unreadable {
        /// The status code and the headers of the response.
        parts: Box<ResponseParts>,
        /// The error with the reason, the JSON path, the line and the column.
        error: Arc<json::Error>,
        /// The first characters of the response body.
        body_start: String,
    },
    /// The status code is successful, but the response has no body, and the expected type can't be null.
    ///
    /// For the status code 202 (asynchronous request), [`monitor_url`](Self::monitor_url) returns the URL of the later
    /// result. [`retry_after`](Self::retry_after) returns the earliest time to request the result. If the result may be
    /// null, use [`Request::optional`](super::Request::optional) to read a response without a body as `None`.
    #[non_exhaustive]
    NoContent {
        /// The status code and the headers of the response.
        parts: Box<ResponseParts>,
    },
    /// A batch response contains no valid response to a request of the batch.
    #[non_exhaustive]
    BatchPart {
        /// The status code and the headers of the batch response.
        parts: Box<ResponseParts>,
        /// The `id` of the request in the batch.
        id: String,
        /// The reason why the batch response contains no valid response to the request.
        message: String,
    },
}

impl ResponseError {
    /// Returns the status code and the headers of the response. For [`BatchPart`](Self::BatchPart), returns the status
    /// code and the headers of the batch response.
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

    /// Returns the OData error in the response body, or `None` if the response body isn't an OData error.
    #[must_use]
    pub const fn odata_error(&self) -> Option<&ODataError> {
        match self {
            Self::Service { error, .. } => Some(error),
            _ => None,
        }
    }

    /// Returns the identifier that Microsoft Graph assigned to the request, from the header `request-id` or from the
    /// OData error.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.parts().request_id().or_else(|| self.odata_error()?.request_id())
    }

    /// Returns the identifier that the client assigned to the request, from the header `client-request-id` or from the
    /// OData error.
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
                fmt_location(f, parts)?;
                fmt_body(f, parts, body_start)
            }
            Self::Unreadable { parts, error, body_start } => {
                write!(f, "{}, but the body can't be read as the expected type: {error}", parts.status())?;
                fmt_body(f, parts, body_start)
            }
            Self::NoContent { parts } if parts.status() == StatusCode::ACCEPTED => {
                write!(f, "{} without a body: the result isn't available yet", parts.status())
            }
            Self::NoContent { parts } => {
                write!(
                    f,
                    "{} without a body, but a value was expected: use `Request::optional` if the value may be null",
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

/// Writes a hint for the status codes 304, 412 and 428, which result from the headers `If-Match` and `If-None-Match`.
fn fmt_hint(f: &mut fmt::Formatter<'_>, status: StatusCode) -> fmt::Result {
    match status {
        StatusCode::PRECONDITION_FAILED => {
            f.write_str(" (the current ETag doesn't meet the condition in `If-Match` or `If-None-Match`)")
        }
        StatusCode::PRECONDITION_REQUIRED => {
            f.write_str(" (the service requires the ETag of the changed entity: use `Request::if_match`)")
        }
        StatusCode::NOT_MODIFIED => {
            f.write_str(" (use `Request::if_none_match` to accept the status code 304)")
        }
        _ => Ok(()),
    }
}

/// Writes the header `Location`. A sensitive value may contain a secret, so only its origin is written.
fn fmt_location(f: &mut fmt::Formatter<'_>, parts: &ResponseParts) -> fmt::Result {
    let Some(location) = parts.location() else { return Ok(()) };
    if !parts.headers()[LOCATION].is_sensitive() {
        return write!(f, "; `Location` is `{location}`");
    }
    match origin(location) {
        Some(origin) => write!(f, "; `Location` has the origin `{origin}`"),
        None => f.write_str("; `Location` is secret"),
    }
}

fn fmt_body(f: &mut fmt::Formatter<'_>, parts: &ResponseParts, start: &str) -> fmt::Result {
    if start.is_empty() {
        return f.write_str("; the body is empty");
    }
    match parts.content_type() {
        Some(content_type) => write!(f, "; the body (`{content_type}`) starts with `{start}`"),
        None => write!(f, "; the body starts with `{start}`"),
    }
}

impl Error for ResponseError {
    /// Returns the [`json::Error`](crate::json::Error) of an unreadable response body, or the [`ODataError`] that the
    /// service returned.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Service { error, .. } => Some(&**error),
            Self::Unreadable { error, .. } => Some(&**error),
            _ => None,
        }
    }
}
