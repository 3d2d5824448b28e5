//! A single attempt to send a request.

use bytes::Bytes;
use http::header::CONTENT_ENCODING;
use http::{HeaderValue, StatusCode};
use tokio::time::timeout;

use crate::client::Client;
use crate::error::ErrorKind;
use crate::outgoing::Outgoing;
use crate::redact;
use crate::redirect::{Hop, MAX_REDIRECTS};

/// A response and its body.
pub(crate) struct Received {
    /// The response. The body is empty if the field `stream` contains the body.
    pub(crate) response: http::Response<Bytes>,
    /// The response of reqwest, from which the caller reads the body in parts.
    pub(crate) stream: Option<reqwest::Response>,
    /// The header `Authorization` of the request that led to this response. A request that was redirected to another
    /// origin has no such header.
    pub(crate) authorization: Option<HeaderValue>,
}

impl Received {
    /// Removes the token from an unsuccessful response, because the response becomes part of an error.
    pub(crate) fn without_token(mut self) -> Self {
        if let Some(authorization) =
            self.authorization.as_ref().filter(|_| !self.response.status().is_success())
        {
            redact::remove_token(&mut self.response, authorization);
        }
        self
    }
}

/// The error of a failed attempt, and the condition for sending the request again.
pub(crate) struct Failure {
    pub(crate) kind: ErrorKind,
    /// The condition for sending the request again.
    pub(crate) retry: Retry,
}

/// The condition for sending a request again after a failure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Retry {
    /// Any request may be sent again, because the service hasn't received it.
    Always,
    /// Only a request with an idempotent method may be sent again, because the service may have processed it.
    IfIdempotent,
    Never,
}

impl Failure {
    fn of(error: reqwest::Error) -> Self {
        let retry = match &error {
            error if error.is_builder() || error.is_redirect() => Retry::Never,
            error if error.is_connect() => Retry::Always,
            _ => Retry::IfIdempotent,
        };
        Self { kind: ErrorKind::Connection(error), retry }
    }
}

impl Client {
    /// Sends a request once and follows redirects.
    pub(crate) async fn attempt(
        &self,
        http: &reqwest::Client,
        outgoing: &Outgoing,
        bearer: Option<&HeaderValue>,
    ) -> Result<Received, Failure> {
        let _permit = match &self.permits {
            Some(permits) => permits.acquire().await.ok(),
            None => None,
        };
        let time = self.attempt_timeout;
        timeout(time, self.follow(http, outgoing, bearer))
            .await
            .unwrap_or(Err(Failure { kind: ErrorKind::Timeout(time), retry: Retry::IfIdempotent }))
    }

    async fn follow(
        &self,
        http: &reqwest::Client,
        outgoing: &Outgoing,
        bearer: Option<&HeaderValue>,
    ) -> Result<Received, Failure> {
        let mut hop = Hop::first(outgoing, bearer);
        let mut redirects = 0;
        loop {
            let response = http.execute(hop.to_reqwest()).await.map_err(Failure::of)?;
            if !hop.is_at(response.url()) {
                return Err(Failure { kind: ErrorKind::Redirected, retry: Retry::Never });
            }
            let is_trusted = |url: &str| outgoing.is_trusted && self.service().is_trusted(url);
            match hop.redirected(response.status(), response.headers(), is_trusted) {
                Some(next) if redirects < MAX_REDIRECTS => hop = next,
                _ => return self.receive(response, &hop, outgoing.is_streamed).await,
            }
            redirects += 1;
        }
    }

    async fn receive(
        &self,
        mut response: reqwest::Response,
        hop: &Hop,
        is_streamed: bool,
    ) -> Result<Received, Failure> {
        let authorization = hop.authorization().cloned();
        let mut received = http::Response::new(Bytes::new());
        *received.status_mut() = response.status();
        *received.headers_mut() = core::mem::take(response.headers_mut());
        if let Some(encoding) = undecoded(&received) {
            return Err(Failure { kind: ErrorKind::ContentEncoding(encoding), retry: Retry::Never });
        }
        if is_streamed && response.status().is_success() {
            return Ok(Received { response: received, stream: Some(response), authorization });
        }
        if response.status().is_redirection() {
            let is_trusted = |location: &str| {
                hop.joined(location).is_some_and(|url| self.service().is_trusted(url.as_str()))
            };
            redact::hide_location(received.headers_mut(), is_trusted);
        }
        *received.body_mut() = response.bytes().await.map_err(Failure::of)?;
        Ok(Received { response: received, stream: None, authorization })
    }
}

/// Returns the encoding of a successful response that reqwest hasn't decoded. reqwest removes `Content-Encoding` from a
/// response that it decodes.
fn undecoded(response: &http::Response<Bytes>) -> Option<String> {
    let has_body = response.status().is_success() && response.status() != StatusCode::NO_CONTENT;
    let encodings = response.headers().get_all(CONTENT_ENCODING).iter().filter(|_| has_body);
    let mut encodings =
        encodings.map(|encoding| String::from_utf8_lossy(encoding.as_bytes()).trim().to_owned());
    encodings.find(|encoding| !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity"))
}
