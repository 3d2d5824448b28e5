//! Requests that can be sent several times.

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use http::{HeaderName, Method};
use odata_core::request::{Request, RequestError, Service};
use reqwest::Url;

use crate::request_id;

/// The header with the identifier that the client assigns to a request.
pub(crate) const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");

/// A request that was built and can be sent several times.
#[derive(Clone)]
pub(crate) struct Outgoing {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The path without keys, for traces.
    pub(crate) template: String,
    pub(crate) is_idempotent: bool,
    /// Whether the URL may receive the token of the client.
    pub(crate) is_trusted: bool,
    /// Whether the caller reads the body of a successful response as a stream.
    pub(crate) is_streamed: bool,
}

impl Outgoing {
    /// Builds a [`Request`] for sending.
    ///
    /// # Errors
    ///
    /// Returns an error if the request is invalid, or if its URL has another origin than the service.
    pub(crate) fn of<R>(request: &Request<R>, service: &Service) -> Result<Self, RequestError> {
        Self::of_http(request.build()?, request.path_template(), service)
    }

    /// Converts an `http` request that odata-core has built.
    pub(crate) fn of_http(
        request: http::Request<Vec<u8>>,
        template: &str,
        service: &Service,
    ) -> Result<Self, RequestError> {
        let (parts, body) = request.into_parts();
        let url = parts.uri.to_string();
        if !service.is_trusted(&url) {
            return Err(RequestError::Origin(url));
        }
        let url: Url = url.parse().map_err(|_| RequestError::Url(url))?;
        let is_query = parts.method == Method::POST && url.path().ends_with("/$query");
        let mut outgoing = Self {
            is_idempotent: parts.method.is_idempotent() || is_query,
            method: parts.method,
            url,
            headers: parts.headers,
            body: body.into(),
            template: template.to_owned(),
            is_trusted: true,
            is_streamed: false,
        };
        outgoing.add_request_id();
        Ok(outgoing)
    }

    /// Adds a `client-request-id`, unless the request already has one. All attempts to send the request have the same
    /// identifier.
    fn add_request_id(&mut self) {
        if let Ok(id) = HeaderValue::try_from(request_id::new()) {
            self.headers.entry(CLIENT_REQUEST_ID).or_insert(id);
        }
    }

    /// Returns the same request with a new `client-request-id`.
    pub(crate) fn renewed(mut self) -> Self {
        if let Ok(id) = HeaderValue::try_from(request_id::new()) {
            self.headers.insert(CLIENT_REQUEST_ID, id);
        }
        self
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.headers.get(CLIENT_REQUEST_ID)?.to_str().ok()
    }

    /// Checks whether the token of the client is added to the request.
    pub(crate) fn needs_token(&self) -> bool {
        self.is_trusted && !self.headers.contains_key(AUTHORIZATION)
    }

    /// Returns the URL for error messages. The URL of another service may contain a secret, so only its origin is returned.
    pub(crate) fn displayed_url(&self) -> String {
        if self.is_trusted {
            return self.url.to_string();
        }
        format!("{}/…", self.url.origin().ascii_serialization())
    }
}
