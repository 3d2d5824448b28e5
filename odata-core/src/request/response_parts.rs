//! The status code and the headers of a response.

use core::fmt;

use http::header::{CONTENT_TYPE, ETAG, HeaderMap, LOCATION, RETRY_AFTER, SET_COOKIE};
use http::{HeaderValue, StatusCode};

use super::preferences;
use super::retry_after::RetryAfter;

/// The status code and the headers of an HTTP response, or of a single response in a batch response.
///
/// [`Response`](super::Response) and [`ResponseError`](super::ResponseError) have the same methods as `ResponseParts`.
#[derive(Clone, PartialEq)]
pub struct ResponseParts {
    status: StatusCode,
    headers: HeaderMap,
}

impl ResponseParts {
    /// Copies the status code and the headers of a response. Marks `Set-Cookie` headers as sensitive, because `Debug`
    /// must not print the cookies.
    pub(super) fn new(status: StatusCode, headers: &HeaderMap) -> Self {
        let mut headers = headers.clone();
        if let http::header::Entry::Occupied(mut cookies) = headers.entry(SET_COOKIE) {
            cookies.iter_mut().for_each(|cookie| cookie.set_sensitive(true));
        }
        Self { status, headers }
    }

    /// Returns the status code of the response.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns all headers of the response.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the first value of a header, or `None` if the header is missing or the value isn't UTF-8. The letter
    /// case of the header name is ignored.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        text(self.headers.get(name)?)
    }

    /// Returns the ETag of the entity from the header `ETag`. Pass the ETag to
    /// [`Request::if_match`](super::Request::if_match) to update or delete the entity.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.header(ETAG.as_str())
    }

    /// Returns the URL in the header `Location`, for example the URL of a created entity. For status code 202, `Location` is
    /// the URL of the status monitor. The URL can be relative.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.header(LOCATION.as_str())
    }

    /// Returns the URL of the status monitor of an accepted request (`Operation-Location` or `Location`; OData 4.01
    /// Protocol, 11.6). The result of the accepted request can be read from the status monitor later. Returns `None` if
    /// the status code isn't 202.
    ///
    /// Pass the URL to [`Request::get`](super::Request::get), or use [`Request::monitor`](super::Request::monitor). The
    /// URL in the header can be relative.
    #[must_use]
    pub fn monitor_url(&self) -> Option<&str> {
        let url = self.header("operation-location").or_else(|| self.location());
        url.filter(|_| self.status == StatusCode::ACCEPTED)
    }

    /// Returns the earliest time at which the client should send the next request (`Retry-After`).
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        RetryAfter::parse(self.header(RETRY_AFTER.as_str())?)
    }

    /// Returns the URL that identifies the created or updated entity (`OData-EntityId`; OData 4.01 Protocol, 8.3.4).
    ///
    /// Services send the header `OData-EntityId` if the response has no body (status code 204).
    #[must_use]
    pub fn entity_id(&self) -> Option<&str> {
        self.header("odata-entityid")
    }

    /// Returns the identifier that Microsoft Graph assigned to the request (response header `request-id`). Include the
    /// `request-id` when you contact the support of the service.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.header("request-id")
    }

    /// Returns the identifier that the client assigned to the request (response header `client-request-id`).
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.header("client-request-id")
    }

    /// Returns the value of a preference that the service applied (`Preference-Applied`), or an empty string if the
    /// preference has no value. Returns `None` if the service didn't apply the preference. The letter case of `name`
    /// and the prefix `odata.` are ignored.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let update = service.entity_set::<User>("users").key("1").update(&User::update()).return_minimal();
    /// let received = http::Response::builder().status(204).header("Preference-Applied", "return=minimal").body("")?;
    /// assert_eq!(update.read(&received)?.preference_applied("return"), Some("minimal"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn preference_applied(&self, name: &str) -> Option<&str> {
        let lists = self.headers.get_all("preference-applied").iter().filter_map(text);
        lists.flat_map(preferences::split).find_map(|preference| preferences::value_of(preference, name))
    }

    /// Returns the media type of the response body (`Content-Type`).
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.header(CONTENT_TYPE.as_str())
    }
}

fn text(value: &HeaderValue) -> Option<&str> {
    core::str::from_utf8(value.as_bytes()).ok()
}

impl fmt::Debug for ResponseParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseParts").field("status", &self.status).field("headers", &self.headers).finish()
    }
}
