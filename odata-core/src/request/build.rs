//! Requests, and what goes into their heads.

use core::fmt;
use std::sync::Arc;

use http::header::{AUTHORIZATION, HeaderMap};
use http::{Method, Response};
use serde::{Deserialize, Serialize};

use super::answer::{self, ResponseError};
use super::escape;
use super::failure::RequestError;
use super::head::{Head, MetadataLevel};
use super::place::Path;
use super::preference;
use super::service::Service;
use crate::body::Body;
use crate::metadata::ValueType;
use crate::query::{Navigate, OptionList, QueryOptions};
use crate::value::Ieee754Compatible;

/// A request whose answer is read as an `R`.
///
/// It is made with [`build`](Self::build), sent by whatever sends the types of `http`, and reads the answer with
/// [`read`](Self::read). Building it twice makes the same request twice.
#[must_use]
pub struct Request<R> {
    pub(super) method: Method,
    pub(super) service: Arc<Service>,
    /// The absolute URL without a query, or why there is none.
    pub(super) url: Result<String, RequestError>,
    /// They are written when the request is built.
    pub(super) query: Arc<OptionList>,
    head: Head,
    pub(super) payload: Option<Payload>,
    read: fn(&[u8]) -> serde_json::Result<R>,
    /// What an answer without a body is.
    empty: Option<fn() -> R>,
}

/// What a request sends, which is written when it is known how.
#[derive(Clone)]
pub(super) struct Payload(Arc<dyn Fn(bool) -> serde_json::Result<Vec<u8>> + Send + Sync>);

impl Payload {
    pub(super) fn of<B: Serialize + Send + Sync + 'static>(body: B) -> Self {
        Self(Arc::new(move |is_compatible| {
            if is_compatible {
                serde_json::to_vec(&Ieee754Compatible(&body))
            } else {
                serde_json::to_vec(&body)
            }
        }))
    }

    pub(super) fn write(&self, is_compatible: bool) -> Result<Vec<u8>, RequestError> {
        (self.0)(is_compatible).map_err(|error| RequestError::unwritable(&error))
    }
}

impl<R: for<'de> Deserialize<'de>> Request<R> {
    pub(super) fn new(method: Method, path: Path) -> Self {
        Self::reading(method, path, None, |body| serde_json::from_slice(body), None)
    }
}

impl<R: for<'de> Deserialize<'de>> Request<Option<R>> {
    /// Whose answer may be without a body.
    pub(super) fn possible(method: Method, path: Path, payload: Option<Payload>) -> Self {
        Self::reading(method, path, payload, |body| serde_json::from_slice(body).map(Some), Some(|| None))
    }

    /// With a body, if that can be sent.
    pub(super) fn with_body<B: 'static, P: 'static>(method: Method, path: &Path, body: &Body<B, P>) -> Self {
        let path = match body.check() {
            Ok(()) => path.clone(),
            Err(error) => path.failed(error.into()),
        };
        Self::possible(method, path, Some(Payload::of(body.clone())))
    }
}

impl Request<()> {
    /// Of whose answer nothing is read but whether it went well.
    pub(super) fn without_answer(method: Method, path: Path, payload: Option<Payload>) -> Self {
        Self::reading(method, path, payload, |_| Ok(()), Some(|| ()))
    }
}

impl<R> Request<R> {
    fn reading(
        method: Method,
        path: Path,
        payload: Option<Payload>,
        read: fn(&[u8]) -> serde_json::Result<R>,
        empty: Option<fn() -> R>,
    ) -> Self {
        let url = path.text.map(|text| format!("{}{text}", path.service.root));
        let (service, head) = (path.service, Head::default());
        Self { method, service, url, query: Arc::default(), head, payload, read, empty }
    }

    /// The same request, for an answer that is read otherwise.
    pub(super) fn reading_as<Q>(self, read: fn(&[u8]) -> serde_json::Result<Q>) -> Request<Q> {
        let Self { method, service, url, query, head, payload, .. } = self;
        Request { method, service, url, query, head, payload, read, empty: None }
    }

    /// The same request for another answer, at another URL.
    pub(super) fn elsewhere<Q: for<'de> Deserialize<'de>>(&self, url: String) -> Request<Q> {
        Request {
            method: Method::GET,
            service: Arc::clone(&self.service),
            url: Ok(url),
            query: Arc::default(),
            head: self.head.clone(),
            payload: None,
            read: |body| serde_json::from_slice(body),
            empty: None,
        }
    }

    /// With these options of a query. Those of an earlier call are replaced.
    pub fn query(mut self, options: &QueryOptions<R::Entity>) -> Self
    where
        R: Navigate,
    {
        self.query = Arc::new(options.untyped().clone());
        self
    }

    /// Only if the entity is still at this version, an `@odata.etag`; `*` for any.
    pub fn if_match(mut self, etag: impl Into<String>) -> Self {
        self.head.if_match = Some(etag.into());
        self
    }

    /// Without the entity in the answer to a create or update.
    pub fn return_minimal(self) -> Self {
        self.prefer("return=minimal")
    }

    /// With the entity in the answer to a create or update.
    pub fn return_representation(self) -> Self {
        self.prefer("return=representation")
    }

    /// With so many items on a page at most.
    pub fn max_page_size(self, items: u32) -> Self {
        self.prefer(&format!("odata.maxpagesize={items}"))
    }

    /// With a preference that the service has: `outlook.timezone="UTC"`.
    pub fn prefer(mut self, preference: &str) -> Self {
        self.head.prefer(preference);
        self
    }

    /// With the preference for members behind a sentinel, if the type has any.
    pub(super) fn for_values_of(self, value_type: ValueType) -> Self {
        match preference::of_type(value_type) {
            Some(preference) => self.prefer(preference),
            None => self,
        }
    }

    /// Integers of 64 bits and decimals as strings, in what is sent and in what is answered.
    pub fn ieee754_compatible(mut self) -> Self {
        self.head.is_compatible = true;
        self
    }

    /// With so much control information in the answer.
    pub fn metadata(mut self, level: MetadataLevel) -> Self {
        self.head.metadata = Some(level);
        self
    }

    /// With another header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.head.others.push((name.into(), value.into()));
        self
    }

    /// The URL, with its query.
    ///
    /// # Errors
    ///
    /// Returns an error if a path, a key or a query option can't be in a URL, or if the body can't be sent.
    pub fn url(&self) -> Result<String, RequestError> {
        let mut url = self.url.clone()?;
        for (position, (name, value)) in self.query.pairs(self.service.wire_format())?.iter().enumerate() {
            let separator = if position == 0 { '?' } else { '&' };
            url.push(separator);
            url.extend([&escape::name(name), "=", &escape::option(value)]);
        }
        Ok(url)
    }

    /// The request, ready to be sent.
    ///
    /// # Errors
    ///
    /// It can't be sent: see [`RequestError`].
    pub fn build(&self) -> Result<http::Request<Vec<u8>>, RequestError> {
        let url = self.url()?;
        let body = self.payload.as_ref().map(|payload| payload.write(self.head.is_compatible)).transpose()?;
        let mut request = http::Request::new(body.unwrap_or_default());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = url.parse().map_err(|_| RequestError::Url(url))?;
        *request.headers_mut() = self.headers()?;
        if let Some(token) = &self.service.token {
            let value = token.header().ok_or_else(|| RequestError::Header(AUTHORIZATION.to_string()))?;
            request.headers_mut().insert(AUTHORIZATION, value);
        }
        Ok(request)
    }

    /// All headers but the token.
    pub(super) fn headers(&self) -> Result<HeaderMap, RequestError> {
        self.head.headers(self.payload.is_some())
    }

    pub(super) const fn is_compatible(&self) -> bool {
        self.head.is_compatible
    }

    /// Reads the answer.
    ///
    /// # Errors
    ///
    /// The service refused, or what it answered is not what was asked for.
    pub fn read<B: AsRef<[u8]>>(&self, response: &Response<B>) -> Result<R, ResponseError> {
        self.read_parts(response.status(), response.headers(), response.body().as_ref())
    }

    pub(super) fn read_parts(
        &self,
        status: http::StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<R, ResponseError> {
        answer::refuse_failure(status, headers, body)?;
        match self.empty {
            Some(empty) if body.is_empty() => Ok(empty()),
            _ => (self.read)(body).map_err(|error| answer::unreadable(status, headers, body, &error)),
        }
    }
}

impl<R> Clone for Request<R> {
    fn clone(&self) -> Self {
        Self {
            method: self.method.clone(),
            service: Arc::clone(&self.service),
            url: self.url.clone(),
            query: Arc::clone(&self.query),
            head: self.head.clone(),
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
