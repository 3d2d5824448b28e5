//! The reasons for an error of this crate.

use core::error::Error as StdError;
use core::fmt;
use core::time::Duration;
use std::io;
use std::sync::Arc;

use odata_core::request::{RequestError, ResponseError};

/// The reason for an [`Error`](crate::Error).
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request is invalid, so it wasn't sent. For example, a request for an `@odata.nextLink` with another origin
    /// is invalid.
    Request(RequestError),
    /// The HTTP client can't be built, for example because of an invalid certificate.
    Builder(Arc<reqwest::Error>),
    /// The token provider returned an error.
    Token(Arc<dyn StdError + Send + Sync>),
    /// The connection couldn't be established or was lost, or the response body is incomplete.
    Connection(reqwest::Error),
    /// The response wasn't received within the [time for an attempt](crate::Client::with_attempt_timeout).
    Timeout(Duration),
    /// The `reqwest::Client` followed a redirect itself: see
    /// [`Client::with_http_client`](crate::Client::with_http_client).
    Redirected,
    /// The service returned an error, or the response can't be read.
    Response(ResponseError),
    /// The `@odata.nextLink` of a page leads back to the same page or to an earlier page. The variant contains the link.
    PageLoop(String),
    /// The last page of a delta response contains no `@odata.deltaLink`.
    NoDeltaLink,
    /// The number of requests of a batch that must be sent in the same batch request exceeds the limit of the service.
    #[non_exhaustive]
    BatchSize {
        /// The number of requests that depend on each other or are in the same atomicity group.
        requests: usize,
        /// The [maximum](crate::Client::with_max_batch_size) number of requests in a batch request.
        limit: usize,
    },
    /// The service processes the request asynchronously (status code 202), but the response contains no URL of a status
    /// monitor.
    NoMonitorUrl,
    /// The operation hasn't finished within the [time](crate::PollPolicy::max_time).
    Unfinished(Duration),
    /// The content has changed since the start of a download, or the service returned another range than the requested
    /// range.
    ContentChanged,
    /// The service expects bytes of an upload that the reader can't return any more. The variant contains the offset of
    /// the first expected byte.
    UploadOffset(u64),
    /// The reader of an upload or the writer of a download failed.
    Io(io::Error),
    /// The response body has an encoding that the HTTP client can't decode. The variant contains the value of
    /// `Content-Encoding`, such as `gzip`.
    ContentEncoding(String),
    /// A response of an upload session is malformed.
    Json(serde_json::Error),
}

impl ErrorKind {
    /// Returns the error of the request, the token provider, the connection or the response.
    pub(crate) fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Request(error) => Some(error),
            Self::Builder(error) => Some(&**error),
            Self::Token(error) => Some(&**error),
            Self::Connection(error) => Some(error),
            Self::Response(error) => Some(error),
            Self::Json(error) => Some(error),
            Self::Io(error) => Some(error),
            Self::Timeout(_)
            | Self::Redirected
            | Self::PageLoop(_)
            | Self::NoDeltaLink
            | Self::BatchSize { .. }
            | Self::NoMonitorUrl
            | Self::Unfinished(_)
            | Self::ContentChanged
            | Self::UploadOffset(_)
            | Self::ContentEncoding(_) => None,
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => error.fmt(f),
            Self::Token(error) => write!(f, "the token provider failed: {error}"),
            Self::Builder(error) => fmt_chain(error, f),
            Self::Connection(error) => fmt_chain(error, f),
            Self::Timeout(time) => write!(f, "no response within {time:?}"),
            Self::Redirected => f.write_str(
                "the `reqwest::Client` followed a redirect: build it with `redirect::Policy::none()`, because this client \
                 follows redirects itself",
            ),
            Self::Response(error) => error.fmt(f),
            Self::PageLoop(link) => write!(f, "the link `{link}` leads back to an earlier page"),
            Self::BatchSize { requests, limit } => write!(
                f,
                "{requests} requests of the batch depend on each other or are in the same group, but a batch request has at \
                 most {limit} requests: split the group or the dependencies"
            ),
            Self::NoMonitorUrl => f.write_str(
                "the service accepted the request (202), but returned no monitor URL (`Location`): use `send` to get the \
                 response",
            ),
            Self::Unfinished(time) => write!(f, "the operation hasn't finished within {time:?}"),
            Self::ContentChanged => f.write_str("the content has changed during the download: start again"),
            Self::UploadOffset(offset) => write!(
                f,
                "the service expects the upload to continue at byte {offset}: pass a reader that starts there to \
                 `Upload::send_from`"
            ),
            Self::Io(error) => write!(f, "the reader or writer failed: {error}"),
            Self::ContentEncoding(encoding) => write!(
                f,
                "the response body has the encoding `{encoding}`, which the HTTP client can't decode: enable the feature \
                 `gzip`, or a feature of reqwest for another encoding"
            ),
            Self::Json(error) => write!(f, "the response of the upload session is malformed: {error}"),
            Self::NoDeltaLink => f.write_str(
                "the last page contains no `@odata.deltaLink`: use `CollectionPath::delta` or `Request::track_changes`",
            ),
        }
    }
}

/// Writes the messages of an error and of all its sources, because the message of a reqwest error doesn't contain the
/// reason.
fn fmt_chain(error: &dyn StdError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{error}")?;
    let mut source = error.source();
    while let Some(error) = source {
        write!(f, ": {error}")?;
        source = error.source();
    }
    Ok(())
}
