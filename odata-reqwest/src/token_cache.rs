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
    /// The number of finished requests for a token. If the number changes while a caller waits, the caller uses the new
    /// token or the error of the last request, and doesn't request another token.
    requests: AtomicU64,
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
        Self { provider, state: Mutex::default(), requests: AtomicU64::new(0) }
    }

    /// Returns the cached token, or a new token if the cached token expires soon or is the rejected token.
    ///
    /// If the future is dropped while it waits for a new token, the next caller requests a new token.
    pub(crate) async fn get(&self, rejected: Option<Rejected>) -> Result<Bearer, TokenError> {
        let earlier_requests = self.requests.load(Ordering::Acquire);
        let mut state = self.state.lock().await;
        let is_rejected = rejected.as_ref().is_some_and(|rejected| rejected.generation == state.generation);
        let is_shared = self.requests.load(Ordering::Acquire) != earlier_requests;
        if let Some(result) = state.current(is_rejected, is_shared) {
            return result;
        }
        let claims = rejected.filter(|_| is_rejected).and_then(|rejected| rejected.claims);
        let result = self.provider.request_token(claims).await.and_then(Cached::new);
        self.requests.fetch_add(1, Ordering::AcqRel);
        state.replace(result, is_rejected)
    }
}

impl State {
    /// Returns the token or the error that a caller uses without requesting another token. `is_shared` is `true` if the
    /// token was requested while the caller waited.
    fn current(&self, is_rejected: bool, is_shared: bool) -> Option<Result<Bearer, TokenError>> {
        let has_failed = self.last_error.is_some();
        let is_valid =
            |cached: &Cached| !cached.expires_soon() || (is_shared && (!has_failed || !cached.has_expired()));
        if let Some(bearer) = self.bearer(|cached| !is_rejected && is_valid(cached)) {
            return Some(Ok(bearer));
        }
        self.last_error.clone().filter(|_| is_shared).map(Err)
    }

    /// Stores the result of a request for a token.
    fn replace(&mut self, result: Result<Cached, BoxError>, is_rejected: bool) -> Result<Bearer, TokenError> {
        let error: TokenError = match result {
            Ok(cached) => {
                self.generation += 1;
                let bearer = Bearer { header: cached.header.clone(), generation: self.generation };
                (self.cached, self.last_error) = (Some(cached), None);
                return Ok(bearer);
            }
            Err(error) => error.into(),
        };
        self.last_error = Some(Arc::clone(&error));
        // A token that expires soon is still valid.
        self.bearer(|cached| !is_rejected && !cached.has_expired()).ok_or(error)
    }

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

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{SystemTime, UNIX_EPOCH};

    use super::{BoxError, Cached, State, TokenCache};
    use crate::access_token::AccessToken;

    /// Returns a token that must be replaced, but expires only after an hour.
    fn expires_soon(secret: &str) -> Cached {
        let token = AccessToken::new(secret).expires_at(SystemTime::now() + Duration::from_secs(3600));
        Cached { refresh_at: Some(UNIX_EPOCH), ..Cached::new(token).expect("a token") }
    }

    fn text(result: Result<super::Bearer, super::TokenError>) -> String {
        match result {
            Ok(bearer) => bearer.header.to_str().expect("a text").to_owned(),
            Err(error) => error.to_string(),
        }
    }

    #[tokio::test]
    async fn token_that_expires_soon_is_used_if_no_new_token_is_available() {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let cache = Arc::new(TokenCache::new(Box::new(move |_: Option<String>| {
            counted.fetch_add(1, Ordering::SeqCst);
            async {
                tokio::task::yield_now().await;
                Result::<AccessToken, BoxError>::Err("unavailable".into())
            }
        })));
        cache.state.lock().await.cached = Some(expires_soon("old"));
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let cache = Arc::clone(&cache);
            tasks.spawn(async move { text(cache.get(None).await) });
        }
        while let Some(result) = tasks.join_next().await {
            assert_eq!(result.expect("no panic"), "Bearer old");
        }
        // All callers share the request, although it fails.
        assert_eq!(calls.load(Ordering::SeqCst), 1);
        assert_eq!(text(cache.get(None).await), "Bearer old");
        assert_eq!(calls.load(Ordering::SeqCst), 2);
    }

    #[test]
    fn rejected_and_expired_tokens_are_not_used_after_an_error() {
        let mut state = State::default();
        let failed = || Result::<Cached, BoxError>::Err("unavailable".into());
        assert_eq!(text(state.replace(Ok(expires_soon("old")), false)), "Bearer old");
        assert!(state.current(false, false).is_none() && state.current(true, true).is_none());
        assert_eq!(state.current(false, true).map(text).as_deref(), Some("Bearer old"));
        assert_eq!(text(state.replace(failed(), true)), "unavailable");
        assert_eq!(state.current(true, true).map(text).as_deref(), Some("unavailable"));
        assert_eq!(text(state.replace(failed(), false)), "Bearer old");

        let expired = Cached::new(AccessToken::new("expired").expires_at(UNIX_EPOCH)).expect("a token");
        assert_eq!(text(state.replace(Ok(expired), false)), "Bearer expired");
        assert_eq!(state.current(false, true).map(text).as_deref(), Some("Bearer expired"));
        assert_eq!(text(state.replace(failed(), false)), "unavailable");
        assert_eq!(state.current(false, true).map(text).as_deref(), Some("unavailable"));
    }
}
