//! Redirects (RFC 9110, 15.4).

use bytes::Bytes;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, HeaderMap, HeaderValue, IF_RANGE, LOCATION, RANGE, USER_AGENT,
};
use http::{HeaderName, Method, StatusCode};
use reqwest::Url;

use crate::outgoing::Outgoing;

/// The maximum number of redirects that are followed.
pub(crate) const MAX_REDIRECTS: usize = 10;

/// The headers that are sent to another origin. Other headers, such as `Authorization`, `Cookie` or an API key, may be
/// secret.
const PUBLIC: [HeaderName; 5] = [ACCEPT, ACCEPT_ENCODING, IF_RANGE, RANGE, USER_AGENT];

/// A request that is sent to the original URL or to the URL of a redirect.
pub(crate) struct Hop {
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Bytes,
}

impl Hop {
    pub(crate) fn first(outgoing: &Outgoing, bearer: Option<&HeaderValue>) -> Self {
        let mut headers = outgoing.headers.clone();
        if let Some(bearer) = bearer {
            headers.insert(AUTHORIZATION, bearer.clone());
        }
        Self {
            method: outgoing.method.clone(),
            url: outgoing.url.clone(),
            headers,
            body: outgoing.body.clone(),
        }
    }

    /// Returns the request to the `Location` of a redirect, or `None` if the redirect isn't followed.
    ///
    /// A redirect to another origin is followed only with `GET` or `HEAD`, without a body and without secret headers. A
    /// redirect from `https` to `http` is never followed. A redirect of a `POST`, `PATCH`, `PUT` or `DELETE` request is
    /// followed only if the status preserves the method (307, 308), or if the response is at another URL (303).
    pub(crate) fn redirected(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        is_trusted: impl Fn(&str) -> bool,
    ) -> Option<Self> {
        let is_read = self.method == Method::GET || self.method == Method::HEAD;
        let is_get = match status {
            StatusCode::SEE_OTHER => true,
            StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => is_read,
            StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND if is_read => true,
            _ => return None,
        };
        let url = self.joined(headers.get(LOCATION)?.to_str().ok()?)?;
        let is_downgrade = self.url.scheme() == "https" && url.scheme() != "https";
        let is_same_origin = is_trusted(url.as_str()) && is_trusted(self.url.as_str());
        if is_downgrade || !matches!(url.scheme(), "http" | "https") || (!is_same_origin && !is_get) {
            return None;
        }
        let mut hop =
            Self { method: self.method.clone(), url, headers: self.headers.clone(), body: self.body.clone() };
        if is_get && !is_read {
            hop.method = Method::GET;
            hop.body = Bytes::new();
            hop.headers.remove(http::header::CONTENT_TYPE);
        }
        if !is_same_origin {
            hop.headers = public(&self.headers);
            hop.body = Bytes::new();
        }
        Some(hop)
    }

    /// Returns the absolute URL of a `Location` in the response to this request, without the fragment.
    pub(crate) fn joined(&self, location: &str) -> Option<Url> {
        let mut url = self.url.join(location).ok()?;
        // A fragment isn't part of a request (RFC 9112, 3.2).
        url.set_fragment(None);
        Some(url)
    }

    pub(crate) fn authorization(&self) -> Option<&HeaderValue> {
        self.headers.get(AUTHORIZATION)
    }

    /// Checks whether `url`, the URL of the response, is the URL of this request. If the URLs differ, the HTTP client
    /// has followed a redirect itself.
    pub(crate) fn is_at(&self, url: &Url) -> bool {
        self.url == *url
    }

    pub(crate) fn to_reqwest(&self) -> reqwest::Request {
        let mut request = reqwest::Request::new(self.method.clone(), self.url.clone());
        *request.headers_mut() = self.headers.clone();
        if !self.body.is_empty() {
            *request.body_mut() = Some(self.body.clone().into());
        }
        request
    }
}

fn public(headers: &HeaderMap) -> HeaderMap {
    PUBLIC.into_iter().filter_map(|name| Some((name.clone(), headers.get(&name)?.clone()))).collect()
}
