//! The requests to an upload session of Microsoft Graph.

use bytes::Bytes;
use http::header::{CONTENT_RANGE, HeaderMap, HeaderValue};
use http::{Method, StatusCode};
use odata_core::request::{ReadableResponse, RequestError};
use reqwest::Url;

use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;
use crate::upload::Upload;
use crate::upload_part::Part;
use crate::upload_session::{Expected, State, state};

/// The result of sending a part.
pub(crate) enum Sent {
    Finished(http::Response<Bytes>),
    Expected(Expected),
    /// The part may have been received completely, partially or not at all.
    Interrupted(Error),
}

impl<R: ReadableResponse> Upload<R> {
    /// Sends a part. `is_gap` is whether the service has already received later bytes.
    pub(crate) async fn put(&self, part: &Part, is_gap: bool) -> Result<Sent, Error> {
        let mut outgoing = self.outgoing(Method::PUT)?;
        let end = part.end().saturating_sub(1);
        let range = format!("bytes {}-{end}/{}", part.start, self.total);
        let range =
            HeaderValue::try_from(range).map_err(|_| RequestError::Header("content-range".to_owned()))?;
        outgoing.headers.insert(CONTENT_RANGE, range);
        outgoing.body = part.bytes.clone();
        let exchanged = match self.client.exchange(&outgoing).await {
            Ok(exchanged) => exchanged,
            Err(error) if matches!(error.kind(), ErrorKind::Connection(_) | ErrorKind::Timeout(_)) => {
                return Ok(Sent::Interrupted(error));
            }
            Err(error) => return Err(error),
        };
        let response = exchanged.received.response;
        let failed = |kind| exchanged.tried.error(kind, &outgoing);
        match self.client.reader::<()>().read(&response) {
            Ok(_) => match state(&response, is_gap || part.end() == self.total) {
                Ok(State::Finished) => Ok(Sent::Finished(response)),
                Ok(State::Expects(expected)) => Ok(Sent::Expected(expected)),
                Err(error) => Err(failed(ErrorKind::Json(error))),
            },
            Err(error) if is_interruption(response.status()) => {
                Ok(Sent::Interrupted(failed(ErrorKind::Response(error))))
            }
            Err(error) => Err(failed(ErrorKind::Response(error))),
        }
    }

    /// Returns a request to the upload session, without the headers and the token of the service.
    pub(crate) fn outgoing(&self, method: Method) -> Result<Outgoing, RequestError> {
        let url: Url = self.url.parse().map_err(|_| RequestError::Url("uploadUrl".to_owned()))?;
        let is_secure = url.scheme() == "https" || !self.client.service().root().starts_with("https:");
        if !is_secure || !matches!(url.scheme(), "http" | "https") {
            return Err(RequestError::Url("uploadUrl".to_owned()));
        }
        Ok(Outgoing {
            // After a lost connection, the service may expect only the rest of a part.
            is_idempotent: method != Method::PUT,
            method,
            url,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            template: "{uploadUrl}".to_owned(),
            is_trusted: false,
            is_streamed: false,
        })
    }

    pub(crate) fn error(&self, kind: ErrorKind) -> Error {
        match self.outgoing(Method::PUT) {
            Ok(outgoing) => Error::sent(kind, &outgoing, 1),
            Err(error) => error.into(),
        }
    }
}

/// Checks whether the upload can continue after a response with an error status: a server error, a conflict (409), or
/// an overlapping range (416).
fn is_interruption(status: StatusCode) -> bool {
    status.is_server_error() || matches!(status, StatusCode::CONFLICT | StatusCode::RANGE_NOT_SATISFIABLE)
}
