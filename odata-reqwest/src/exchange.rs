//! The loop that sends a request until it succeeds or a limit is reached.

use core::time::Duration;

use http::StatusCode;
use odata_core::request::{Request, Response, ResponseError};
use tracing::Instrument;
use tracing::field::Empty;

use crate::attempt::{Failure, Received, Retry};
use crate::challenge;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;
use crate::redact;
use crate::retry::{self, Attempts, TooLate};
use crate::token_cache::{Bearer, Rejected};

/// A response, and the attempts that led to it.
pub(crate) struct Exchanged {
    pub(crate) received: Received,
    pub(crate) tried: Tried,
}

/// How often a request was sent, and the limit that prevented another attempt.
#[derive(Clone, Copy)]
pub(crate) struct Tried {
    attempts: u32,
    /// The delay after which the request wasn't sent again, because of [`RetryPolicy::max_time`](crate::RetryPolicy::max_time).
    too_late: Option<TooLate>,
}

impl Tried {
    fn of(attempts: &Attempts) -> Self {
        Self { attempts: attempts.count, too_late: attempts.too_late }
    }

    /// Returns the error for a response that can't be used.
    pub(crate) fn error(self, kind: ErrorKind, outgoing: &Outgoing) -> Error {
        Error::sent(kind, outgoing, self.attempts).with_too_late(self.too_late)
    }
}

impl Exchanged {
    /// Reads the response. The error doesn't contain the token, even if the response does.
    pub(crate) fn read<R>(&mut self, request: &Request<R>) -> Result<Response<R>, ResponseError> {
        let Received { response, authorization, .. } = &mut self.received;
        request.read(response).or_else(|error| {
            let Some(authorization) = authorization else { return Err(error) };
            redact::remove_token(response, authorization);
            request.read(response)
        })
    }
}

impl Client {
    /// Sends a request, and sends it again after a temporary error. The returned response may have an error status.
    pub(crate) async fn exchange(&self, outgoing: &Outgoing) -> Result<Exchanged, Error> {
        let span = tracing::info_span!(
            "odata_request",
            http.request.method = %outgoing.method,
            url.template = %outgoing.template,
            client_request_id = outgoing.request_id(),
            http.response.status_code = Empty,
            attempts = Empty,
            duration_ms = Empty,
        );
        let mut attempts = Attempts::new(self.retry);
        let result = self.send_repeatedly(outgoing, &mut attempts).instrument(span.clone()).await;
        if let Ok(received) = &result {
            span.record("http.response.status_code", received.response.status().as_u16());
        }
        span.record("attempts", attempts.count);
        span.record("duration_ms", u64::try_from(attempts.elapsed().as_millis()).unwrap_or(u64::MAX));
        match result {
            Ok(received) => Ok(Exchanged { received, tried: Tried::of(&attempts) }),
            Err(kind) => Err(Tried::of(&attempts).error(kind, outgoing)),
        }
    }

    async fn send_repeatedly(
        &self,
        outgoing: &Outgoing,
        attempts: &mut Attempts,
    ) -> Result<Received, ErrorKind> {
        let http = self.http().map_err(Error::into_kind)?;
        let (mut rejected, mut is_challenged) = (None, false);
        loop {
            let bearer = self.bearer(outgoing, rejected.take()).await?;
            attempts.count += 1;
            let result = self.attempt(http, outgoing, bearer.as_ref().map(|bearer| &bearer.header)).await;
            if let (Ok(received), Some(bearer), false) = (&result, &bearer, is_challenged)
                && received.response.status() == StatusCode::UNAUTHORIZED
                && received.authorization.is_some()
            {
                is_challenged = true;
                let claims = challenge::claims(received.response.headers());
                tracing::debug!(has_claims = claims.is_some(), "the service rejected the token");
                rejected = Some(Rejected { generation: bearer.generation, claims });
                continue;
            }
            let Some(delay) = next_delay(&result, outgoing, attempts) else {
                return result.map(Received::without_token).map_err(|failure| failure.kind);
            };
            trace_retry(&result, delay, attempts.count);
            tokio::time::sleep(delay).await;
        }
    }

    /// Returns the token of the provider, or `None` if the client has no provider or the request has its own token.
    async fn bearer(
        &self,
        outgoing: &Outgoing,
        rejected: Option<Rejected>,
    ) -> Result<Option<Bearer>, ErrorKind> {
        match &self.tokens {
            Some(tokens) if outgoing.needs_token() => {
                tokens.get(rejected).await.map(Some).map_err(ErrorKind::Token)
            }
            _ => Ok(None),
        }
    }
}

/// Returns the time until the next attempt, or `None` if the request isn't sent again.
fn next_delay(
    result: &Result<Received, Failure>,
    outgoing: &Outgoing,
    attempts: &mut Attempts,
) -> Option<Duration> {
    match result {
        Ok(received) if retry::is_retryable(received.response.status(), outgoing.is_idempotent) => {
            attempts.next_delay_or_limit(retry::retry_after(received.response.headers()))
        }
        Err(failure)
            if failure.retry == Retry::Always
                || (failure.retry == Retry::IfIdempotent && outgoing.is_idempotent) =>
        {
            attempts.next_delay_or_limit(None)
        }
        _ => None,
    }
}

fn trace_retry(result: &Result<Received, Failure>, delay: Duration, attempt: u32) {
    let delay_ms = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
    let status = result.as_ref().ok().map(|received| received.response.status().as_u16());
    tracing::debug!(attempt, status, delay_ms, "the request is sent again");
}
