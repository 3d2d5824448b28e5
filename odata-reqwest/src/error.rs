//! The error type of this crate.

use core::error::Error as StdError;
use core::fmt;

use http::{Method, StatusCode};
use odata_core::request::{BatchResponse, RequestError, ResponseError, ResponseParts};

pub use crate::error_kind::ErrorKind;
use crate::outgoing::Outgoing;
use crate::retry::TooLate;

/// The error returned when a request can't be sent or its response can't be read.
///
/// The error contains the method and the URL of the request, the number of attempts, the error of the service and the
/// identifiers of the request. The error never contains a token.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    sent: Option<Sent>,
    batch: Option<BatchResponse>,
    too_late: Option<TooLate>,
}

/// The request that was sent.
struct Sent {
    method: Method,
    url: String,
    attempts: u32,
    request_id: Option<String>,
}

impl Error {
    /// Creates the error for a request that wasn't sent.
    pub(crate) fn unsent(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, sent: None, batch: None, too_late: None }))
    }

    /// Creates the error for a request that was sent.
    pub(crate) fn sent(kind: ErrorKind, outgoing: &Outgoing, attempts: u32) -> Self {
        let kind = match kind {
            // The URL is part of this error, and the URL of a redirect may contain a secret.
            ErrorKind::Connection(error) => ErrorKind::Connection(error.without_url()),
            kind => kind,
        };
        let sent = Sent {
            method: outgoing.method.clone(),
            url: outgoing.displayed_url(),
            attempts,
            request_id: outgoing.request_id().map(str::to_owned),
        };
        Self(Box::new(Inner { kind, sent: Some(sent), batch: None, too_late: None }))
    }

    pub(crate) fn with_too_late(mut self, too_late: Option<TooLate>) -> Self {
        self.0.too_late = too_late;
        self
    }

    pub(crate) fn with_batch_response(mut self, response: Option<BatchResponse>) -> Self {
        self.0.batch = response;
        self
    }

    /// Returns the responses to the requests of a batch that the service executed before
    /// [`Client::send_batch`](crate::Client::send_batch) failed.
    #[must_use]
    pub fn batch_response(&self) -> Option<&BatchResponse> {
        self.0.batch.as_ref()
    }

    /// Returns the reason for the error.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// Returns the reason for the error, and drops the method, the URL and the number of attempts.
    #[must_use]
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the method of the request, or `None` if no request was built.
    #[must_use]
    pub fn method(&self) -> Option<&Method> {
        self.0.sent.as_ref().map(|sent| &sent.method)
    }

    /// Returns the URL of the request, or `None` if no request was built. The path and the query of a URL of another origin
    /// are omitted, because they may contain a secret.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.0.sent.as_ref().map(|sent| &*sent.url)
    }

    /// Returns how often the request was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.sent.as_ref().map_or(0, |sent| sent.attempts)
    }

    /// Returns the error of the service, or the reason why the response can't be read. Returns `None` if the reason for this
    /// error isn't [`ErrorKind::Response`].
    #[must_use]
    pub fn response_error(&self) -> Option<&ResponseError> {
        match &self.0.kind {
            ErrorKind::Response(error) => Some(error),
            _ => None,
        }
    }

    /// Returns the status code and the headers of the response, or `None` if the error has no
    /// [`response_error`](Self::response_error).
    #[must_use]
    pub fn parts(&self) -> Option<&ResponseParts> {
        self.response_error().map(ResponseError::parts)
    }

    /// Returns the status code of the response, or `None` if the error has no [`response_error`](Self::response_error).
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.parts().map(ResponseParts::status)
    }

    /// Returns the identifier that Microsoft Graph assigned to the request (response header `request-id`).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.response_error()?.request_id()
    }

    /// Returns the identifier that the client assigned to the request (request header `client-request-id`).
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.0.sent.as_ref()?.request_id.as_deref()
    }
}

impl From<RequestError> for Error {
    fn from(error: RequestError) -> Self {
        Self::unsent(ErrorKind::Request(error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Sent { method, url, attempts, .. }) = &self.0.sent {
            let plural = if *attempts == 1 { "" } else { "s" };
            write!(f, "`{method} {url}` failed after {attempts} attempt{plural}: ")?;
        }
        self.0.kind.fmt(f)?;
        let Some(TooLate { delay, max_time }) = self.0.too_late else { return Ok(()) };
        let delay = delay.as_secs_f64();
        write!(
            f,
            "; the request isn't sent again, because the next attempt in {delay:.1} s would exceed the limit of the \
             `RetryPolicy` ({max_time:?})"
        )
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        if let Some(sent) = &self.0.sent {
            debug.field("method", &sent.method).field("url", &sent.url).field("attempts", &sent.attempts);
            debug.field("client_request_id", &sent.request_id);
        }
        debug.field("kind", &self.0.kind).finish()
    }
}

impl StdError for Error {
    /// Returns the error of the request, the token provider, the connection or the response.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.kind.source()
    }
}
