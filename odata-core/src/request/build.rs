//! The `Request` type, which builds an `http` request and reads the response.

use core::fmt;
use std::sync::Arc;

use http::Method;
use http::header::{AUTHORIZATION, HeaderMap};
use serde::Deserialize;

use super::escape;
use super::headers::{MetadataLevel, RequestHeaders, is_ieee754_compatible};
use super::http_message;
use super::payload::{BodyType, Payload};
use super::query_target::QueryTarget;
use super::readable_response::ReadableResponse;
use super::request_error::RequestError;
use super::response::Response;
use super::response_body::{self, ReadBody, Received};
use super::response_error::ResponseError;
use super::service::{ODataVersion, Service};
use super::service_path::ServicePath;
use super::unknown_members;
use crate::body::Body;
use crate::metadata::ValueType;
use crate::query::{OptionList, QueryOptions};
use crate::wire_format::WireFormat;

/// An OData request. The body of a successful response is read as the type `R`.
///
/// [`build`](Self::build) creates an `http` request. Send the `http` request with any HTTP client, and pass the
/// response to [`read`](Self::read). A `Request` can be built several times, for example to send the same request with
/// a new token.
///
/// If `R` is an `Option`, a successful response without a body is read as `None`. If `R` can't be null,
/// [`read`](Self::read) returns [`ResponseError::NoContent`] for a response without a body.
#[must_use]
pub struct Request<R> {
    pub(super) method: Method,
    pub(super) service: Arc<Service>,
    /// The absolute URL with the query options of the path, and without the options in `query`; or the error of the path.
    pub(super) url: Result<String, RequestError>,
    /// The path with placeholders: see `Request::path_template`.
    pub(super) template: Arc<str>,
    /// The query options, which are formatted and appended to the URL when the request is built.
    pub(super) query: Arc<OptionList>,
    pub(super) headers: RequestHeaders,
    pub(super) payload: Option<Payload>,
    pub(super) read: ReadBody<R>,
    /// Whether the query options are sent in the request body: see `Request::query_in_body`.
    pub(super) sends_query_in_body: bool,
    /// Whether a response with the status 304 (Not Modified) is accepted as successful. If `false`, reading a response
    /// with the status 304 returns an error.
    pub(super) is_conditional: bool,
}

impl<R: for<'de> Deserialize<'de>> Request<R> {
    pub(super) fn new(method: Method, path: ServicePath, payload: Option<Payload>) -> Self {
        Self::with_reader(method, path, payload, response_body::read_value)
    }

    /// Creates a request with a body. If the body is invalid, `Request::build` returns an error.
    pub(super) fn with_body<B: 'static, P: 'static>(
        method: Method,
        path: &ServicePath,
        body: &Body<B, P>,
    ) -> Self {
        let path = match body.check() {
            Ok(()) => path.clone(),
            Err(error) => path.failed(error.into()),
        };
        let mut request = Self::new(method, path, Some(Payload::of(body.clone())));
        if body.is_deep() {
            // A request body with a nested delta, such as `members@delta`, requires the header `OData-Version: 4.01`,
            // because OData 4.0 doesn't define nested deltas.
            request.headers.set("OData-Version".to_owned(), ODataVersion::V4_01.as_str().to_owned());
        }
        request
    }
}

impl Request<()> {
    /// Creates a request. The body of a successful response to this request is ignored.
    pub(super) fn without_value(method: Method, path: ServicePath, payload: Option<Payload>) -> Self {
        Self::with_reader(method, path, payload, <()>::from_received)
    }
}

impl<R> Request<R> {
    pub(super) fn with_reader(
        method: Method,
        path: ServicePath,
        payload: Option<Payload>,
        read: ReadBody<R>,
    ) -> Self {
        let url = path.url.map(|mut url| {
            path.query.iter().for_each(|(name, value)| escape::push_option(&mut url, name, value));
            url
        });
        let (service, headers) = (path.service, RequestHeaders::default());
        Self {
            method,
            service,
            url,
            template: path.template.into(),
            query: Arc::default(),
            headers,
            payload,
            read,
            sends_query_in_body: false,
            is_conditional: false,
        }
    }

    /// Replaces the function that reads the response body, and therefore also changes the Rust type of the response.
    pub(super) fn read_with<Q>(self, read: ReadBody<Q>) -> Request<Q> {
        let Self {
            method,
            service,
            url,
            template,
            query,
            headers,
            payload,
            sends_query_in_body,
            is_conditional,
            ..
        } = self;
        Request {
            method,
            service,
            url,
            template,
            query,
            headers,
            payload,
            read,
            sends_query_in_body,
            is_conditional,
        }
    }

    /// Creates a `GET` request for another URL. Copies the headers of this request, except for `If-Match` and
    /// `If-None-Match`.
    pub(super) fn at_url<Q: for<'de> Deserialize<'de>>(&self, url: String) -> Request<Q> {
        self.at_url_with(url, response_body::read_value)
    }

    /// Creates a `GET` request like [`at_url`](Self::at_url) with a function that reads the response body.
    pub(super) fn at_url_with<Q>(&self, url: String, read: ReadBody<Q>) -> Request<Q> {
        Request {
            method: Method::GET,
            service: Arc::clone(&self.service),
            url: Ok(url),
            template: Arc::clone(&self.template),
            query: Arc::default(),
            headers: self.headers.without_conditions(),
            payload: None,
            read,
            sends_query_in_body: false,
            is_conditional: false,
        }
    }

    /// Sets the query options of the URL, such as `$filter` and `$top`. Replaces all query options that were set
    /// before.
    pub fn query<E>(mut self, options: &QueryOptions<E>) -> Self
    where
        R: QueryTarget<E>,
    {
        self.query = Arc::new(options.untyped().clone());
        self
    }

    /// Sets `If-Match` to `etag`. The service executes the request only if the current ETag of the entity equals
    /// `etag`. Pass the value of `@odata.etag`, or `*` if the entity must exist but may have any ETag.
    ///
    /// If the entity has another ETag, the service returns the status 412, and [`read`](Self::read) returns a
    /// [`ResponseError`].
    pub fn if_match(mut self, etag: impl Into<String>) -> Self {
        self.headers.set_if_match(etag.into());
        self
    }

    /// Sets `If-None-Match: *`. The service executes the request only if the entity doesn't exist. Use this method for
    /// a `PATCH` request that creates an entity.
    ///
    /// If the entity exists, the service returns the status 412, and [`read`](Self::read) returns a [`ResponseError`].
    pub fn if_absent(mut self) -> Self {
        self.headers.set_if_none_match("*".to_owned());
        self
    }

    /// Requests a response without the created or updated entity (`Prefer: return=minimal`).
    pub fn return_minimal(self) -> Self {
        self.prefer("return=minimal")
    }

    /// Requests a response with the created or updated entity (`Prefer: return=representation`).
    pub fn return_representation(self) -> Self {
        self.prefer("return=representation")
    }

    /// Limits the number of items per page (`Prefer: odata.maxpagesize`).
    pub fn max_page_size(self, items: u32) -> Self {
        self.prefer(&format!("odata.maxpagesize={items}"))
    }

    /// Adds a preference (`Prefer`), for example `outlook.timezone="UTC"`. Replaces an earlier preference with the same
    /// name.
    pub fn prefer(mut self, preference: &str) -> Self {
        self.headers.preferences.add(preference);
        self
    }

    /// Adds `Prefer: include-unknown-enum-members` if the response may contain enumeration members declared after the
    /// sentinel. `value_type` is the type of the value in the response.
    pub(super) fn for_values_of(self, value_type: ValueType) -> Self {
        match unknown_members::of_type(value_type) {
            Some(preference) => self.prefer(preference),
            None => self,
        }
    }

    /// Writes `Edm.Int64` and `Edm.Decimal` values as strings in the request body, and requests the same format for the
    /// response (`IEEE754Compatible=true`).
    pub fn ieee754_compatible(mut self) -> Self {
        self.headers.uses_ieee754_strings = true;
        self
    }

    /// Sets the amount of control information, such as `@odata.type`, in the response (`odata.metadata`).
    pub fn metadata(mut self, level: MetadataLevel) -> Self {
        self.headers.metadata = Some(level);
        self
    }

    /// Sets a header of this request.
    ///
    /// The new value of most headers replaces any earlier value, including a value that this crate or
    /// [`Service::with_header`] has set. The preferences in a `Prefer` header are added to all earlier preferences. The
    /// new value of `Accept-Language`, `Accept-Encoding`, `Cache-Control` or `Via` is appended to an earlier value on
    /// the same request, but replaces a value from [`Service::with_header`].
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.set(name.into(), value.into());
        self
    }

    /// Returns the absolute URL of the request, including the query options. After
    /// [`query_in_body`](Self::query_in_body), the URL ends with `/$query`.
    ///
    /// # Errors
    ///
    /// Returns a [`RequestError`] if a path, a key or a query option can't be written into a URL, or if the request
    /// body is invalid.
    pub fn url(&self) -> Result<String, RequestError> {
        if self.sends_query_in_body { self.url_without_query() } else { self.full_url() }
    }

    /// Returns the absolute URL with all query options, even if they are sent in the body.
    pub(super) fn full_url(&self) -> Result<String, RequestError> {
        let mut url = self.url.clone()?;
        for (name, value) in self.query.pairs(self.wire_format())? {
            escape::push_option(&mut url, name, &value);
        }
        Ok(url)
    }

    /// Builds the `http` request with its URL, headers and body.
    ///
    /// # Errors
    ///
    /// Returns a [`RequestError`] if a path, a key, a query option, a header or the body is invalid.
    pub fn build(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let url = self.url()?;
        if url.starts_with('$') {
            return Err(RequestError::OnlyInBatch(url));
        }
        let headers = self.headers()?;
        let mut request = http::Request::new(self.body(&headers)?.unwrap_or_default());
        *request.method_mut() = self.method();
        *request.uri_mut() = url.parse().map_err(|_| RequestError::Url(url))?;
        *request.headers_mut() = headers;
        if let Some(token) = self.service.token.as_ref().filter(|_| !self.headers.has(&AUTHORIZATION)) {
            request.headers_mut().insert(AUTHORIZATION, token.header()?);
        }
        Ok(request)
    }

    /// Returns the settings for writing values into the URL, such as the base64 alphabet. The settings for the request
    /// body also depend on `Content-Type`.
    pub(super) fn wire_format(&self) -> WireFormat {
        self.service.wire_format()
    }

    /// Returns all headers of the request, except for the `Authorization` header with the token of the service.
    pub(super) fn headers(&self) -> Result<HeaderMap, RequestError> {
        self.headers.build(&self.service, &self.body_type())
    }

    fn body_type(&self) -> BodyType {
        match &self.payload {
            Some(payload) => payload.body_type(),
            None if self.sends_query_in_body => BodyType::Raw("text/plain".to_owned()),
            None => BodyType::None,
        }
    }

    /// Serializes the request body. Returns `None` if the request has no body. If `Content-Type` has the parameter
    /// `IEEE754Compatible=true`, `Edm.Int64` and `Edm.Decimal` values are written as strings.
    pub(super) fn body(&self, headers: &HeaderMap) -> Result<Option<Vec<u8>>, RequestError> {
        if self.sends_query_in_body {
            return self.query_text().map(|query| Some(query.into_bytes()));
        }
        let is_ieee754_compatible = is_ieee754_compatible(headers);
        let format = WireFormat { is_ieee754_compatible, ..self.wire_format() };
        self.payload.as_ref().map(|payload| payload.write(format)).transpose()
    }

    /// Reads the response to this request. A byte order mark at the start of the response body is ignored.
    ///
    /// # Errors
    ///
    /// Returns a [`ResponseError`] if the status code isn't successful, or if the response body can't be read as `R`.
    pub fn read<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<Response<R>, ResponseError> {
        let received = Received::of(response);
        let message = http_message::of_response(received).filter(|_| !self.headers.accepts_any_content());
        match message {
            None => received.read(self.is_conditional, self.read),
            Some(Ok(message)) => Received::of(&message).read(self.is_conditional, self.read),
            Some(Err(error)) => Err(received.unreadable(error)),
        }
    }
}

impl<R> Clone for Request<R> {
    fn clone(&self) -> Self {
        Self {
            method: self.method.clone(),
            service: Arc::clone(&self.service),
            url: self.url.clone(),
            template: Arc::clone(&self.template),
            query: Arc::clone(&self.query),
            headers: self.headers.clone(),
            payload: self.payload.clone(),
            ..*self
        }
    }
}

impl<R> fmt::Debug for Request<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &self.url())
            .finish_non_exhaustive()
    }
}
