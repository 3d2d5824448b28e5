//! The source of access tokens.

use core::error::Error;
use core::future::Future;
use core::pin::Pin;

use crate::access_token::AccessToken;

/// The error type of a [`TokenProvider`].
pub(crate) type BoxError = Box<dyn Error + Send + Sync>;

/// A source of access tokens, such as a client for a token endpoint.
///
/// A [`Client`](crate::Client) calls the provider if the client has no token, if the token expires soon, or if the
/// service rejects the token. The client never calls the provider twice at the same time. A closure that returns a
/// future is also a provider:
///
/// ```
/// use core::time::Duration;
/// use odata_reqwest::{AccessToken, TokenProvider};
///
/// struct Fixed;
///
/// impl TokenProvider for Fixed {
///     async fn token(&self, claims: Option<String>) -> Result<AccessToken, Box<dyn std::error::Error + Send + Sync>> {
///         Ok(AccessToken::new("secret").expires_in(Duration::from_secs(3600)))
///     }
/// }
///
/// fn closure() -> impl TokenProvider {
///     |claims: Option<String>| async move { Ok(AccessToken::new("secret")) }
/// }
/// ```
pub trait TokenProvider: Send + Sync + 'static {
    /// Requests a new token. The provider must have its own timeout, because all requests of the client wait for the
    /// token.
    ///
    /// If the service rejected the previous token (status code 401), `claims` contains the decoded claims (JSON) of the
    /// challenge in `WWW-Authenticate`. Pass the claims to the token endpoint (parameter `claims`).
    ///
    /// # Errors
    ///
    /// Returns an error if no token is available. The error must not contain a token.
    fn token(
        &self,
        claims: Option<String>,
    ) -> impl Future<Output = Result<AccessToken, Box<dyn Error + Send + Sync>>> + Send;
}

impl<F, T> TokenProvider for F
where
    F: Fn(Option<String>) -> T + Send + Sync + 'static,
    T: Future<Output = Result<AccessToken, BoxError>> + Send,
{
    async fn token(&self, claims: Option<String>) -> Result<AccessToken, BoxError> {
        self(claims).await
    }
}

/// Uses the same token for all requests.
impl TokenProvider for AccessToken {
    async fn token(&self, _: Option<String>) -> Result<AccessToken, BoxError> {
        Ok(self.clone())
    }
}

/// The boxed future of a request for a token.
pub(crate) type TokenFuture<'p> = Pin<Box<dyn Future<Output = Result<AccessToken, BoxError>> + Send + 'p>>;

/// The object-safe form of [`TokenProvider`].
pub(crate) trait DynTokenProvider: Send + Sync {
    fn request_token(&self, claims: Option<String>) -> TokenFuture<'_>;
}

impl<P: TokenProvider> DynTokenProvider for P {
    fn request_token(&self, claims: Option<String>) -> TokenFuture<'_> {
        Box::pin(self.token(claims))
    }
}
