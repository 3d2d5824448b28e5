//! Bearer tokens.

use core::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use http::HeaderValue;

use super::request_error::RequestError;

/// A bearer token, which is sent in the header `Authorization`. Neither the `Debug` output nor an error message
/// contains the token.
///
/// All clones of a `Token` share one value. [`replace`](Self::replace) changes the token in every service and request
/// that contains a clone of the `Token`.
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
    /// Creates a token from a string. The string must not start with the prefix `Bearer`, which is added automatically.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self(Arc::new(RwLock::new(Source::Text(token.into().into()))))
    }

    /// Creates a token from a function that returns the current token, for example from a cache.
    /// [`Request::build`](super::Request::build) calls the function, and returns [`RequestError::Token`] if the
    /// function returns an empty string.
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

    /// Replaces the token in all clones of this `Token`. To send an existing request with the new token, build the
    /// request again.
    ///
    /// If the token was created with [`from_fn`](Self::from_fn), the function isn't called any more after `replace`.
    pub fn replace(&self, token: impl Into<String>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Source::Text(token.into().into());
    }

    /// Returns the value of the header `Authorization`. The value is marked as sensitive, because `Debug` must not
    /// print the token.
    pub(super) fn header(&self) -> Result<HeaderValue, RequestError> {
        // The lock is released before the function is called, because the function may call `replace`.
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
