//! The client.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use odata_core::request::{ReadableResponse, Request, Service};
use tokio::sync::Semaphore;

use crate::error::{Error, ErrorKind};
use crate::poll_policy::PollPolicy;
use crate::retry::RetryPolicy;
use crate::token_cache::TokenCache;
use crate::token_provider::TokenProvider;

/// A client that sends requests to a [`Service`].
///
/// All clones of a client share the connections, the token and the limit of concurrent requests.
#[derive(Clone)]
pub struct Client {
    http: Result<reqwest::Client, Arc<reqwest::Error>>,
    service: Arc<Service>,
    pub(crate) tokens: Option<Arc<TokenCache>>,
    pub(crate) retry: RetryPolicy,
    pub(crate) permits: Option<Arc<Semaphore>>,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_batch_size: usize,
    pub(crate) polling: PollPolicy,
}

impl Client {
    /// Creates a client for a service.
    ///
    /// Each request is sent at most five times (see [`RetryPolicy`]), and each attempt takes at most 100 seconds. A service
    /// with an `https` URL requires one of the Cargo features `rustls`, `rustls-no-provider` and `native-tls`.
    #[must_use]
    pub fn new(service: Service) -> Self {
        Self {
            http: build(reqwest::Client::builder()),
            service: Arc::new(service),
            tokens: None,
            retry: RetryPolicy::new(),
            permits: None,
            attempt_timeout: Duration::from_secs(100),
            max_batch_size: 20,
            polling: PollPolicy::new(),
        }
    }

    /// Sets the options of the HTTP client, such as a proxy or a certificate. The redirect policy of the builder is
    /// replaced, because this client follows redirects itself. A redirect to another origin is followed without the
    /// token.
    ///
    /// Don't set secrets with `default_headers`, because the HTTP client also sends the default headers to other
    /// origins. Set secret headers with [`Service::with_header`].
    ///
    /// If the options are invalid, every request fails with [`ErrorKind::Builder`].
    #[must_use]
    pub fn with_http_builder(self, builder: reqwest::ClientBuilder) -> Self {
        Self { http: build(builder), ..self }
    }

    /// Sets the HTTP client, for example to share its connections with other parts of the program.
    ///
    /// The HTTP client must be built with `redirect::Policy::none()`. With any other policy, the HTTP client follows
    /// redirects itself, and may send secret headers such as an API key to other hosts. If the HTTP client has followed
    /// a redirect, the request fails with [`ErrorKind::Redirected`]. The default headers of the HTTP client must not
    /// contain secrets.
    #[must_use]
    pub fn with_http_client(self, http: reqwest::Client) -> Self {
        Self { http: Ok(http), ..self }
    }

    /// Sets the source of the access tokens.
    ///
    /// The token is sent only to the origin of the service and to [allowed](Service::allow_origin) origins. A token of the
    /// service ([`Service::with_token`]) or a header `Authorization` of a request overrides the token of the provider.
    ///
    /// The token is cached until five minutes before it expires, or for nine tenths of its lifetime if the lifetime is
    /// shorter than 50 minutes. If the service rejects the token (status code 401), the client passes the claims of the
    /// challenge to the provider, and sends the request once more with the new token.
    #[must_use]
    pub fn with_token_provider(self, provider: impl TokenProvider) -> Self {
        Self { tokens: Some(Arc::new(TokenCache::new(Box::new(provider)))), ..self }
    }

    /// Sets the limits for sending a failed request again.
    #[must_use]
    pub fn with_retry(self, retry: RetryPolicy) -> Self {
        Self { retry, ..self }
    }

    /// Sets the maximum time for a single attempt, including the response body. The default is 100 seconds. For a
    /// download or an upload, the limit applies to each part, and not to the whole transfer.
    #[must_use]
    pub fn with_attempt_timeout(self, timeout: Duration) -> Self {
        Self { attempt_timeout: timeout, ..self }
    }

    /// Limits the number of requests that are sent at the same time. A request doesn't count while it waits for the
    /// next attempt. A download counts only until its headers are received. By default, the number isn't limited. Zero is
    /// the same as one.
    #[must_use]
    pub fn with_max_concurrency(self, requests: usize) -> Self {
        let permits = requests.clamp(1, Semaphore::MAX_PERMITS);
        Self { permits: Some(Arc::new(Semaphore::new(permits))), ..self }
    }

    /// Sets the maximum number of requests in a batch request. The default is 20, the limit of Microsoft Graph. Zero is the same
    /// as one.
    #[must_use]
    pub fn with_max_batch_size(self, requests: usize) -> Self {
        Self { max_batch_size: requests.max(1), ..self }
    }

    /// Sets the delays between the requests of [`monitor`](Self::monitor) and [`poll`](Self::poll). By default, the delays
    /// increase from one second to 30 seconds.
    #[must_use]
    pub fn with_polling(self, polling: PollPolicy) -> Self {
        Self { polling, ..self }
    }

    /// Returns the service. The methods of the service create the paths of resources.
    #[must_use]
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// Returns a request that is never sent. The method `read` of the request reads a response as `R`.
    pub(crate) fn reader<R: ReadableResponse>(&self) -> Request<R> {
        Request::get(&self.service, self.service.root())
    }

    pub(crate) fn http(&self) -> Result<&reqwest::Client, Error> {
        self.http.as_ref().map_err(|error| Error::unsent(ErrorKind::Builder(Arc::clone(error))))
    }
}

fn build(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, Arc<reqwest::Error>> {
    builder.redirect(reqwest::redirect::Policy::none()).build().map_err(Arc::new)
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("service", &self.service)
            .field("retry", &self.retry)
            .field("attempt_timeout", &self.attempt_timeout)
            .finish_non_exhaustive()
    }
}
