//! What a service answers when it is not what was asked for.

use core::fmt;

use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap};

use crate::envelope::ODataError;

/// Why an answer is not what was asked for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ResponseError {
    /// The service refused, and said why.
    Service {
        /// The status.
        status: StatusCode,
        /// What it said.
        error: Box<ODataError>,
        /// The header `request-id`, or what the error has of it: the service's support asks for it.
        request_id: Option<String>,
        /// The header `client-request-id`, or what the error has of it.
        client_request_id: Option<String>,
        /// All headers, `retry-after` for instance.
        headers: Box<HeaderMap>,
    },
    /// Something refused, and said so in no form of OData: the page of a proxy, nothing at all.
    Refused {
        /// The status.
        status: StatusCode,
        /// The media type of the body.
        content_type: Option<String>,
        /// How the body begins.
        start: String,
        /// The header `request-id`.
        request_id: Option<String>,
        /// All headers, `retry-after` for instance.
        headers: Box<HeaderMap>,
    },
    /// The answer is not what was asked for.
    Unreadable {
        /// The status.
        status: StatusCode,
        /// The media type of the body.
        content_type: Option<String>,
        /// Where and why.
        message: String,
        /// How the body begins.
        start: String,
    },
    /// A batch has no answer to this part of it.
    Unanswered(String),
}

impl ResponseError {
    /// A header of an answer that refuses: `retry-after`.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        match self {
            Self::Service { headers, .. } | Self::Refused { headers, .. } => headers.get(name)?.to_str().ok(),
            Self::Unreadable { .. } | Self::Unanswered(_) => None,
        }
    }

    /// The status of the answer.
    #[must_use]
    pub const fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Service { status, .. } | Self::Refused { status, .. } | Self::Unreadable { status, .. } => {
                Some(*status)
            }
            Self::Unanswered(_) => None,
        }
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service { status, error, request_id, .. } => {
                write!(f, "{status}: {error}")?;
                request_id.as_ref().map_or(Ok(()), |id| write!(f, " (request `{id}`)"))
            }
            Self::Refused { status, content_type, start, .. } => {
                write!(f, "{status}, without an error of OData")?;
                show_body(f, content_type.as_deref(), start)
            }
            Self::Unreadable { status, content_type, message, start } => {
                write!(f, "{status}, but the body is not what was asked for: {message}")?;
                show_body(f, content_type.as_deref(), start)
            }
            Self::Unanswered(id) => write!(f, "the batch has no answer to its part `{id}`"),
        }
    }
}

fn show_body(f: &mut fmt::Formatter<'_>, content_type: Option<&str>, start: &str) -> fmt::Result {
    if start.is_empty() {
        return f.write_str("; the body is empty");
    }
    match content_type {
        Some(content_type) => write!(f, "; a body of `{content_type}` begins `{start}`"),
        None => write!(f, "; the body begins `{start}`"),
    }
}

impl core::error::Error for ResponseError {}

/// The most characters of a body that are shown.
const LONGEST_START: usize = 200;

pub(super) fn refuse_failure(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), ResponseError> {
    if status.is_success() {
        return Ok(());
    }
    let named = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let request_id = named("request-id");
    Err(match serde_json::from_slice::<ODataError>(body) {
        Ok(error) => ResponseError::Service {
            status,
            request_id: request_id.or_else(|| error.request_id().map(str::to_owned)),
            client_request_id: named("client-request-id")
                .or_else(|| error.client_request_id().map(str::to_owned)),
            error: Box::new(error),
            headers: Box::new(headers.clone()),
        },
        Err(_) => ResponseError::Refused {
            status,
            content_type: content_type(headers),
            start: start(body),
            request_id,
            headers: Box::new(headers.clone()),
        },
    })
}

pub(super) fn unreadable(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    error: &serde_json::Error,
) -> ResponseError {
    let (content_type, message) = (content_type(headers), error.to_string());
    ResponseError::Unreadable { status, content_type, message, start: start(body) }
}

fn content_type(headers: &HeaderMap) -> Option<String> {
    headers.get(CONTENT_TYPE)?.to_str().ok().map(str::to_owned)
}

fn start(body: &[u8]) -> String {
    // A character has four bytes at most.
    let text = String::from_utf8_lossy(&body[..body.len().min(4 * LONGEST_START)]);
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(LONGEST_START).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}
