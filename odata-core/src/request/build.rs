//! Requests: building them and reading their responses.

use core::fmt;
use std::sync::Arc;

use http::Method;
use http::header::{AUTHORIZATION, HeaderMap};
use serde::Deserialize;

use super::escape;
use super::headers::{MetadataLevel, RequestHeaders, is_ieee754_compatible};
use super::payload::Payload;
use super::place::Path;
use super::request_error::RequestError;
use super::response::{Conditional, Response};
use super::response_body::{self, ReadBody, Received};
use super::response_error::ResponseError;
use super::service::{ODataVersion, Service};
use super::unknown_members;
use crate::body::Body;
use crate::metadata::ValueType;
use crate::query::{Navigate, OptionList, QueryOptions};
use crate::wire_format::WireFormat;

/// A request with a response of the type `R`.
///
/// [`build`](Self::build) creates an `http` request, an HTTP client sends it, and [`read`](Self::read) reads the
/// response. A request can be built several times, for example to send it again with a new token.
///
/// A response without a body is read as null: it is `None` if `R` is an `Option`, and otherwise an error.
#[must_use]
pub struct Request<R> {
    pub(super) method: Method,
    pub(super) service: Arc<Service>,
    /// The absolute URL with its parameter aliases and without the query options, or the error of the path.
    pub(super) url: Result<String, RequestError>,
    /// The query options, which are formatted when the request is built.
    pub(super) query: Arc<OptionList>,
    headers: RequestHeaders,
    pub(super) payload: Option<Payload>,
    read: ReadBody<R>,
    /// Whether status 304 is an expected response.
    is_conditional: bool,
}

impl<R: for<'de> Deserialize<'de>> Request<R> {
    pub(super) fn new(method: Method, path: Path, payload: Option<Payload>) -> Self {
        Self::with_reader(method, path, payload, response_body::read_value)
    }

    /// Creates a request with a body. If the body can't be sent, building the request fails.
    pub(super) fn with_body<B: 'static, P: 'static>(method: Method, path: &Path, body: &Body<B, P>) -> Self {
        let path = match body.check() {
            Ok(()) => path.clone(),
            Err(error) => path.failed(error.into()),
        };
        let mut request = Self::new(method, path, Some(Payload::of(body.clone())));
        if body.is_deep() {
            // Nested deltas are a feature of OData 4.01. A service needs the version before it reads the body.
            request.headers.set("OData-Version".to_owned(), ODataVersion::V4_01.as_str().to_owned());
        }
        request
    }

    /// Sets `If-None-Match`, so that the service returns the resource only if its ETag differs.
    ///
    /// The response is [`Conditional::NotModified`] if the resource hasn't changed (status 304).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let get = service.entity_set::<User>("users").key("1").get().if_none_match("W/\"7\"");
    /// let received = http::Response::builder().status(304).body("")?;
    /// assert!(get.read(&received)?.is_not_modified());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn if_none_match(mut self, etag: impl Into<String>) -> Request<Conditional<R>> {
        self.headers.set_if_none_match(etag.into());
        Request { is_conditional: true, ..self.read_with(response_body::read_conditional) }
    }

    /// Makes the response optional: a response without a body is read as `None`.
    ///
    /// Use it for a request whose result may be null (status 204) or not available yet (status 202), if the type of
    /// the request isn't an `Option` already.
    pub fn optional(self) -> Request<Option<R>> {
        self.read_with(response_body::read_value)
    }
}

impl Request<()> {
    /// Creates a request with a response without a value.
    pub(super) fn without_value(method: Method, path: Path, payload: Option<Payload>) -> Self {
        Self::with_reader(method, path, payload, response_body::ignore)
    }
}

impl<R> Request<R> {
    pub(super) fn with_reader(
        method: Method,
        path: Path,
        payload: Option<Payload>,
        read: ReadBody<R>,
    ) -> Self {
        let url = path.text.map(|text| {
            let aliases = path.aliases.iter().enumerate().flat_map(|(position, (name, value))| {
                let separator = if position == 0 { "?" } else { "&" };
                [separator.to_owned(), escape::name(name), "=".to_owned(), escape::option(value)]
            });
            aliases.fold(format!("{}{text}", path.service.root), |url, part| url + &part)
        });
        let (service, headers) = (path.service, RequestHeaders::default());
        Self { method, service, url, query: Arc::default(), headers, payload, read, is_conditional: false }
    }

    /// Replaces the function that reads the body, and the type of the response with it.
    pub(super) fn read_with<Q>(self, read: ReadBody<Q>) -> Request<Q> {
        let Self { method, service, url, query, headers, payload, is_conditional, .. } = self;
        Request { method, service, url, query, headers, payload, read, is_conditional }
    }

    /// Creates a `GET` request for another URL. It has the same headers, except for `If-Match` and `If-None-Match`.
    pub(super) fn at_url<Q: for<'de> Deserialize<'de>>(&self, url: String) -> Request<Q> {
        Request {
            method: Method::GET,
            service: Arc::clone(&self.service),
            url: Ok(url),
            query: Arc::default(),
            headers: self.headers.without_conditions(),
            payload: None,
            read: response_body::read_value,
            is_conditional: false,
        }
    }

    /// Sets the query options. Replaces all previous options.
    pub fn query(mut self, options: &QueryOptions<R::Entity>) -> Self
    where
        R: Navigate,
    {
        self.query = Arc::new(options.untyped().clone());
        self
    }

    /// Sets `If-Match`, so that the service executes the request only if the ETag of the entity matches. Pass an
    /// `@odata.etag`, or `*` for any version.
    ///
    /// The response is an error with status 412 if the entity has another version.
    pub fn if_match(mut self, etag: impl Into<String>) -> Self {
        self.headers.set_if_match(etag.into());
        self
    }

    /// Sets `If-None-Match: *`, so that the service executes the request only if the entity doesn't exist. A `PATCH`
    /// request then creates the entity.
    ///
    /// The response is an error with status 412 if the entity exists.
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

    /// Adds a preference (`Prefer`), for example `outlook.timezone="UTC"`. Replaces an earlier preference of the same
    /// name.
    pub fn prefer(mut self, preference: &str) -> Self {
        self.headers.preferences.add(preference);
        self
    }

    /// Adds `Prefer: include-unknown-enum-members` if values of the type can have members declared after a sentinel.
    pub(super) fn for_values_of(self, value_type: ValueType) -> Self {
        match unknown_members::of_type(value_type) {
            Some(preference) => self.prefer(preference),
            None => self,
        }
    }

    /// Writes `Edm.Int64` and `Edm.Decimal` values as strings in the body, and requests the same for the response
    /// (`IEEE754Compatible=true`).
    pub fn ieee754_compatible(mut self) -> Self {
        self.headers.is_compatible = true;
        self
    }

    /// Sets the amount of control information in the response (`odata.metadata`).
    pub fn metadata(mut self, level: MetadataLevel) -> Self {
        self.headers.metadata = Some(level);
        self
    }

    /// Sets a header.
    ///
    /// Replaces an earlier value, including a value that this crate or the [service](Service::with_header) sets. Only
    /// headers with a list of values are combined: `Prefer` with all earlier values, and `Accept-Language`,
    /// `Accept-Encoding`, `Cache-Control` and `Via` with earlier values of the same request.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.set(name.into(), value.into());
        self
    }

    /// Returns the URL with its query.
    ///
    /// # Errors
    ///
    /// Returns an error if a path, a key or a query option can't be written into a URL, or if the body can't be sent.
    pub fn url(&self) -> Result<String, RequestError> {
        let mut url = self.url.clone()?;
        for (name, value) in self.query.pairs(self.wire_format())? {
            // A link from a response has a query already.
            url.push(if url.contains('?') { '&' } else { '?' });
            url.extend([&escape::name(name), "=", &escape::option(&value)]);
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
        let headers = self.headers()?;
        let mut request = http::Request::new(self.body(&headers)?.unwrap_or_default());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = url.parse().map_err(|_| RequestError::Url(url))?;
        *request.headers_mut() = headers;
        if let Some(token) = self.service.token.as_ref().filter(|_| !self.headers.has(&AUTHORIZATION)) {
            request.headers_mut().insert(AUTHORIZATION, token.header()?);
        }
        Ok(request)
    }

    /// Returns the format of values in the URL. In the body, the headers determine the format of integers and
    /// decimals.
    pub(super) fn wire_format(&self) -> WireFormat {
        self.service.wire_format()
    }

    /// Returns all headers except for the token.
    pub(super) fn headers(&self) -> Result<HeaderMap, RequestError> {
        self.headers.build(&self.service, self.payload.is_some())
    }

    /// Returns the body in the format that the headers require.
    pub(super) fn body(&self, headers: &HeaderMap) -> Result<Option<Vec<u8>>, RequestError> {
        let is_ieee754_compatible = is_ieee754_compatible(headers);
        let format = WireFormat { is_ieee754_compatible, ..self.wire_format() };
        self.payload.as_ref().map(|payload| payload.write(format)).transpose()
    }

    /// Reads the response. A byte order mark is ignored.
    ///
    /// # Errors
    ///
    /// Returns a [`ResponseError`] if the service returned an error, or if the body can't be read as `R`.
    pub fn read<B: AsRef<[u8]>>(&self, response: &http::Response<B>) -> Result<Response<R>, ResponseError> {
        Received::of(response).read(self.is_conditional, self.read)
    }
}

impl<R> Clone for Request<R> {
    fn clone(&self) -> Self {
        Self {
            method: self.method.clone(),
            service: Arc::clone(&self.service),
            url: self.url.clone(),
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
