//! Methods of requests that change how the response is read.

use http::StatusCode;

use super::build::Request;
use super::readable_response::ReadableResponse;
use super::response::Conditional;
use super::response_body::Received;
use crate::json;

impl<R: ReadableResponse> Request<R> {
    /// Sets `If-None-Match` to `etag`. The service returns the resource only if the current ETag of the resource
    /// differs from `etag`.
    ///
    /// If the resource hasn't changed (status code 304), the response is read as [`Conditional::NotModified`].
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
        Request { is_conditional: true, ..self.read_with(read_conditional::<R>) }
    }

    /// Returns a request whose response is read as an `Option<R>`: `None` for a successful response without a body.
    ///
    /// Use this method if the response may have no body, for example because the result may be null (status code 204) or may
    /// not be available yet (status code 202).
    pub fn optional(self) -> Request<Option<R>> {
        self.read_with(Option::from_received)
    }
}

/// Reads the response body, or returns [`Conditional::NotModified`] if the status code is 304.
fn read_conditional<R: ReadableResponse>(received: Received<'_>) -> json::Result<Conditional<R>> {
    if received.status == StatusCode::NOT_MODIFIED {
        return Ok(Conditional::NotModified);
    }
    R::from_received(received).map(Conditional::Modified)
}
