//! The cache for the current access token.

use core::error::Error;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;
use std::time::SystemTime;

use http::HeaderValue;
use tokio::sync::Mutex;

use crate::access_token::AccessToken;
use crate::token_provider::{BoxError, DynTokenProvider};

/// The error of a token provider. All callers that wait for the same new token receive the same error.
pub(crate) type TokenError = Arc<dyn Error + Send + Sync>;

/// Caches the token of a provider. While one caller requests a new token, the other callers wait for the token.
pub(crate) struct TokenCache {
    provider: Box<dyn DynTokenProvider>,
    state: Mutex<State>,
    /// The number of failed requests for a token. If a request fails while other callers wait for its token, the number
    /// changes, and all these callers receive the error.
    failures: AtomicU64,
}

#[derive(Default)]
struct State {
    cached: Option<Cached>,
    generation: u64,
    last_error: Option<TokenError>,
}

struct Cached {
    token: AccessToken,
    refresh_at: Option<SystemTime>,
    header: HeaderValue,
}

/// The value of the header `Authorization`, and the sequential number of the token in it.
pub(crate) struct Bearer {
    pub(crate) header: HeaderValue,
    pub(crate) generation: u64,
}

/// A token that the service rejected (status code 401).
pub(crate) struct Rejected {
    pub(crate) generation: u64,
    /// The decoded claims of the challenge.
    pub(crate) claims: Option<String>,
}

impl TokenCache {
    pub(crate) fn new(provider: Box<dyn DynTokenProvider>) -> Self {
        Self { provider, state: Mutex::default(), failures: AtomicU64::new(0) }
    }

    /// Returns the cached token, or a new token if the cached token expires soon or is the rejected token.
    ///
    /// If the future is dropped while it waits for a new token, the next caller requests a new token.
    pub(crate) async fn get(&self, rejected: Option<Rejected>) -> Result<Bearer, TokenError> {
        let earlier_failures = self.failures.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        let is_rejected = rejected.as_ref().is_some_and(|rejected| rejected.generation == state.generation);
        if let Some(bearer) = state.bearer(|cached| !is_rejected && !cached.expires_soon()) {
            return Ok(bearer);
        }
        if self.failures.load(Ordering::Acquire) > earlier_failures
            && let Some(error) = &state.last_error
        {
            return Err(Arc::clone(error));
        }
        let claims = rejected.filter(|_| is_rejected).and_then(|rejected| rejected.claims);
        match self.provider.request_token(claims).await.and_then(Cached::new) {
            Ok(cached) => {
                state.generation += 1;
                let bearer = Bearer { header: cached.header.clone(), generation: state.generation };
                state.cached = Some(cached);
                Ok(bearer)
            }
            Err(error) => {
                // A token that expires soon is still valid.
                if let Some(bearer) = state.bearer(|cached| !is_rejected && !cached.has_expired()) {
                    return Ok(bearer);
                }
                let error: TokenError = error.into();
                state.last_error = Some(Arc::clone(&error));
                self.failures.fetch_add(1, Ordering::AcqRel);
                Err(error)
            }
        }
    }
}

impl State {
    fn bearer(&self, is_valid: impl FnOnce(&Cached) -> bool) -> Option<Bearer> {
        let cached = self.cached.as_ref().filter(|cached| is_valid(cached))?;
        Some(Bearer { header: cached.header.clone(), generation: self.generation })
    }
}

impl Cached {
    fn new(token: AccessToken) -> Result<Self, BoxError> {
        if token.secret().is_empty() {
            return Err("the token provider returned an empty token".into());
        }
        let mut header = HeaderValue::try_from(format!("Bearer {}", token.secret()))
            .map_err(|_| "the token contains a character that isn't allowed in a header")?;
        header.set_sensitive(true);
        let refresh_at = token.refresh_at(SystemTime::now());
        Ok(Self { token, refresh_at, header })
    }

    fn expires_soon(&self) -> bool {
        self.refresh_at.is_some_and(|time| time <= SystemTime::now())
    }

    fn has_expired(&self) -> bool {
        self.token.has_expired(SystemTime::now())
    }
}
