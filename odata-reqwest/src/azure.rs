//! Tokens from credentials of the Azure SDK.

use core::fmt;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use azure_core::credentials::TokenCredential;

use crate::access_token::AccessToken;
use crate::token_provider::{BoxError, TokenProvider};

/// A [`TokenProvider`] that requests tokens from a [`TokenCredential`] of the Azure SDK, such as a credential of
/// `azure_identity` (Cargo feature `azure`).
///
/// ```no_run
/// # use std::sync::Arc;
/// use odata_reqwest::{AzureCredential, Client};
/// # use odata_core::request::Service;
///
/// # fn f(credential: Arc<dyn azure_core::credentials::TokenCredential>) -> Result<(), odata_reqwest::Error> {
/// let service = Service::graph("https://graph.microsoft.com/v1.0")?;
/// let provider = AzureCredential::new(credential, "https://graph.microsoft.com/.default");
/// let client = Client::new(service).with_token_provider(provider);
/// # Ok(())
/// # }
/// ```
///
/// A `TokenCredential` can't receive the claims of a challenge. After a response with the status code 401 and claims,
/// the credential is called again, but without the claims. If Conditional Access requires the claims, implement
/// [`TokenProvider`] with a client for the token endpoint.
pub struct AzureCredential {
    credential: Arc<dyn TokenCredential>,
    scope: String,
}

impl AzureCredential {
    /// Creates a provider of tokens for a scope, such as `https://graph.microsoft.com/.default`.
    #[must_use]
    pub fn new(credential: Arc<dyn TokenCredential>, scope: impl Into<String>) -> Self {
        Self { credential, scope: scope.into() }
    }
}

impl TokenProvider for AzureCredential {
    async fn token(&self, _claims: Option<String>) -> Result<AccessToken, BoxError> {
        let token = self.credential.get_token(&[&self.scope], None).await?;
        let seconds = u64::try_from(token.expires_on.unix_timestamp()).unwrap_or_default();
        let access_token = AccessToken::new(token.token.secret());
        Ok(match UNIX_EPOCH.checked_add(Duration::from_secs(seconds)) {
            Some(time) => access_token.expires_at(time),
            None => access_token,
        })
    }
}

impl fmt::Debug for AzureCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AzureCredential").field("scope", &self.scope).finish_non_exhaustive()
    }
}
