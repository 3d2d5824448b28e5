//! The status code and the headers of a response.

use core::fmt;

use http::header::{CONTENT_TYPE, ETAG, HeaderMap, LOCATION, RETRY_AFTER, SET_COOKIE};
use http::{HeaderValue, StatusCode};

use super::preferences;
use super::retry_after::RetryAfter;

/// The status code and the headers of a response, or of a response in a batch.
///
/// A [`Response`](super::Response) and a [`ResponseError`](super::ResponseError) have the same methods.
#[derive(Clone, PartialEq)]
pub struct ResponseParts {
    status: StatusCode,
    headers: HeaderMap,
}

impl ResponseParts {
    /// Copies the status code and the headers. Cookies are marked as sensitive, so that `Debug` doesn't show them.
    pub(super) fn new(status: StatusCode, headers: &HeaderMap) -> Self {
        let mut headers = headers.clone();
        if let http::header::Entry::Occupied(mut cookies) = headers.entry(SET_COOKIE) {
            cookies.iter_mut().for_each(|cookie| cookie.set_sensitive(true));
        }
        Self { status, headers }
    }

    /// Returns the status code.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns all headers.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the first value of a header, or `None` if it isn't UTF-8. The name is compared without letter case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        text(self.headers.get(name)?)
    }

    /// Returns the ETag of the entity (`ETag`), for [`if_match`](super::Request::if_match).
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.header(ETAG.as_str())
    }

    /// Returns the URL of the created entity, or of a result that isn't available yet (`Location`). The URL can be
    /// relative.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.header(LOCATION.as_str())
    }

    /// Returns the time at which to send the next request (`Retry-After`).
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        RetryAfter::parse(self.header(RETRY_AFTER.as_str())?)
    }

    /// Returns the URL that identifies the created or updated entity (`OData-EntityId`; OData 4.01 Protocol, 8.3.4).
    ///
    /// Services send this header if the response has no body (status 204).
    #[must_use]
    pub fn entity_id(&self) -> Option<&str> {
        self.header("odata-entityid")
    }

    /// Returns the request identifier that Microsoft Graph assigned (`request-id`). Include it in support requests.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.header("request-id")
    }

    /// Returns the request identifier that the client assigned (`client-request-id`).
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.header("client-request-id")
    }

    /// Returns the value of a preference that the service applied (`Preference-Applied`), or an empty string if the
    /// preference has no value. The letter case of the name and the prefix `odata.` are ignored.
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

    /// Returns the media type of the body (`Content-Type`).
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
