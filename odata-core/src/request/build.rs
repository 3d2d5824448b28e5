//! The `Request` type, which builds an `http` request and reads the response.

use core::fmt;
use std::sync::Arc;

use http::Method;
use http::header::{AUTHORIZATION, HeaderMap};
use serde::Deserialize;

use super::batch_dependencies;
use super::escape;
use super::headers::{RequestHeaders, is_ieee754_compatible};
use super::http_message;
use super::payload::{BodyType, Payload};
use super::readable_response::ReadableResponse;
use super::request_error::RequestError;
use super::response::Response;
use super::response_body::{self, ReadBody, Received};
use super::response_error::ResponseError;
use super::service::{ODataVersion, Service};
use super::service_path::ServicePath;
use super::unknown_members;
use crate::body::{Body, CheckedBody};
use crate::metadata::ValueType;
use crate::query::OptionList;
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
    /// The absolute URL, or the error that occurred when the path was created. The URL may already contain a query,
    /// such as `$apply=…`. The options in the field `query` are appended later.
    pub(super) url: Result<String, RequestError>,
    /// The path with the placeholder `{key}` in place of each key, such as `/users/{key}`: see
    /// `Request::path_template`.
    pub(super) template: Arc<str>,
    /// The query options, which are formatted and appended to the URL when the request is built.
    pub(super) query: Arc<OptionList>,
    pub(super) headers: RequestHeaders,
    pub(super) payload: Option<Payload>,
    pub(super) read: ReadBody<R>,
    /// Whether the query options are sent in the request body: see `Request::query_in_body`.
    pub(super) sends_query_in_body: bool,
    /// Whether a response with the status code 304 (Not Modified) is successful, because the request was created by
    /// `Request::if_none_match`.
    pub(super) is_conditional: bool,
    /// Whether the request reads a status monitor, whose response may be the result as an HTTP message.
    pub(super) is_monitor: bool,
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
        let (path, payload) = match CheckedBody::of(body) {
            Ok(body) => (path.clone(), Some(Payload::of(body))),
            Err(error) => (path.failed(error.into()), None),
        };
        let mut request = Self::new(method, path, payload);
        if body.is_deep() {
            // A request body with a nested delta, such as `members@odata.delta`, requires the header `OData-Version: 4.01`,
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
            is_monitor: false,
        }
    }

    /// Changes the Rust type of the response, and the function that reads the response body.
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
            is_monitor,
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
            is_monitor,
        }
    }

    /// Creates a `GET` request for a URL in a response to this request, such as an `@odata.nextLink`. Copies the
    /// headers of this request, except for `If-Match` and `If-None-Match`.
    pub(super) fn at_url<Q: for<'de> Deserialize<'de>>(&self, url: String) -> Request<Q> {
        self.at_url_with(url, response_body::read_value)
    }

    /// Creates a `GET` request for a URL in a response to this request, such as the URL of a status monitor. The
    /// function `read` reads the response body. Copies the headers of this request, except for `If-Match` and
    /// `If-None-Match`.
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
            is_monitor: false,
        }
    }

    /// Adds `Prefer: include-unknown-enum-members` if a response with the type `value_type` may contain enumeration
    /// members that the service sends only with this preference.
    pub(super) fn for_values_of(self, value_type: ValueType) -> Self {
        match unknown_members::of_type(value_type) {
            Some(preference) => self.prefer(preference),
            None => self,
        }
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

    /// Returns the absolute URL with all query options, including query options that are sent in the request body.
    pub(super) fn full_url(&self) -> Result<String, RequestError> {
        let mut url = self.url.clone()?;
        let options = self.query.pairs(self.wire_format())?;
        for (name, _) in &options {
            escape::remove_option(&mut url, name);
        }
        for (name, value) in &options {
            escape::push_option(&mut url, name, value);
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
        if let Some(reference) = batch_dependencies::referenced_etags(&headers).next() {
            return Err(RequestError::EtagOnlyInBatch(reference.to_owned()));
        }
        let mut request = http::Request::new(self.body(&headers)?.unwrap_or_default());
        *request.method_mut() = self.method();
        *request.uri_mut() = url.parse().map_err(|_| RequestError::Url(url))?;
        *request.headers_mut() = headers;
        if let Some(token) = self.service.token.as_ref().filter(|_| !self.headers.has(&AUTHORIZATION)) {
            request.headers_mut().insert(AUTHORIZATION, token.header()?);
        }
        Ok(request)
    }

    /// Returns the service's settings for writing values, such as the base64 alphabet of `Edm.Binary` values. In a
    /// request body, the format of numbers also depends on the header `Content-Type`: see [`body`](Self::body).
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
        let message = http_message::of_response(received).filter(|_| self.can_receive_message(received));
        match message {
            None => received.read(self.is_conditional, self.read),
            Some(Ok(message)) => Received::of_message(&message).read(self.is_conditional, self.read),
            Some(Err(error)) => Err(received.unreadable(error)),
        }
    }
}

impl<R> Request<R> {
    /// Checks whether the body of a response with the media type `application/http` is the result of an asynchronous request.
    /// For a request that accepts any media type, such a body can also be the requested content. If a status monitor returns
    /// the requested content, the response has the header `AsyncResult`.
    fn can_receive_message(&self, received: Received<'_>) -> bool {
        !self.headers.accepts_any_content()
            || (self.is_monitor && !received.headers.contains_key("asyncresult"))
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
