//! Bearer tokens.

use core::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use http::HeaderValue;

use super::request_error::RequestError;

/// A bearer token, which is sent in the header `Authorization`. `Debug` and errors don't show it.
///
/// Clones share the token: [`replace`](Self::replace) changes it in all services and requests that contain a clone.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "microsoft.graph")]
/// # struct User { id: Option<String> }
/// use odata_core::request::{Service, Token};
///
/// let token = Token::new("first");
/// let service = Service::graph("https://graph.microsoft.com/v1.0")?.with_token(token.clone());
/// let request = service.singleton::<User>("me").get();
/// assert_eq!(request.build()?.headers()["authorization"], "Bearer first");
///
/// token.replace("second");
/// assert_eq!(request.build()?.headers()["authorization"], "Bearer second");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Token(Arc<RwLock<Source>>);

#[derive(Clone)]
enum Source {
    Text(Arc<str>),
    Function(Arc<dyn Fn() -> String + Send + Sync>),
}

impl Token {
    /// Creates a token from a string without the prefix `Bearer`.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self(Arc::new(RwLock::new(Source::Text(token.into().into()))))
    }

    /// Creates a token from a function that is called whenever a request is [built](super::Request::build), for
    /// example to read a cache. Building the request fails if the function returns an empty string.
    ///
    /// ```
    /// # use odata_core::request::{Service, Token};
    /// # fn cached_token() -> String { "a".to_owned() }
    /// let service = Service::graph("https://graph.microsoft.com/v1.0")?.with_token(Token::from_fn(cached_token));
    /// # Ok::<(), odata_core::request::RequestError>(())
    /// ```
    #[must_use]
    pub fn from_fn(token: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(RwLock::new(Source::Function(Arc::new(token)))))
    }

    /// Replaces the token in all clones. Existing requests send the new token when they are built again.
    ///
    /// If the token was created with [`from_fn`](Self::from_fn), the function isn't called any more.
    pub fn replace(&self, token: impl Into<String>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Source::Text(token.into().into());
    }

    /// Returns the value of the header `Authorization`. It is marked as sensitive, so that `http` doesn't show it.
    pub(super) fn header(&self) -> Result<HeaderValue, RequestError> {
        // The lock is released before the function is called, so that the function can call `replace`.
        let source = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        let text = match source {
            Source::Text(text) => text,
            Source::Function(token) => token().into(),
        };
        if text.is_empty() {
            return Err(RequestError::Token);
        }
        let mut value = HeaderValue::try_from(format!("Bearer {text}"))
            .map_err(|_| RequestError::Header("authorization".to_owned()))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
