//! Requests with the query options in the body (`POST …/$query`; OData 4.01 URL Conventions, 5.1).

use http::Method;

use super::build::Request;
use super::request_error::RequestError;

impl<R> Request<R> {
    /// Sends the query options in the request body instead of the URL (`POST …/$query`). Use this method if the URL would
    /// be too long, for example because of a `$filter` with many values.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::query::QueryOptions;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String>, age: Option<i32> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let options = QueryOptions::new().filter(User::AGE.gt(18)).top(5);
    /// let list = service.entity_set::<User>("users").list().query(&options).query_in_body().build()?;
    /// assert_eq!((list.method().as_str(), list.uri().path()), ("POST", "/service/users/$query"));
    /// assert_eq!(list.headers()["content-type"], "text/plain");
    /// assert_eq!(list.body(), b"$filter=age%20gt%2018&$top=5");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Not every service supports `/$query`. [`build`](Self::build) returns [`RequestError::QueryInBody`] if this
    /// request isn't a `GET` request.
    pub fn query_in_body(mut self) -> Self {
        if self.method == Method::GET {
            self.sends_query_in_body = true;
        } else {
            self.url = self.url.and(Err(RequestError::QueryInBody));
        }
        self
    }

    /// Returns the HTTP method of the request: `POST` instead of `GET` if the query options are sent in the body.
    pub(super) fn method(&self) -> Method {
        if self.sends_query_in_body { Method::POST } else { self.method.clone() }
    }

    /// Returns the absolute URL without the query options. The URL ends with `/$query`.
    pub(super) fn url_without_query(&self) -> Result<String, RequestError> {
        let url = self.full_url()?;
        Ok(format!("{}/$query", url.split('?').next().unwrap_or_default()))
    }

    /// Returns the query options for the request body, percent-encoded as in the query of a URL.
    pub(super) fn query_text(&self) -> Result<String, RequestError> {
        let url = self.full_url()?;
        Ok(url.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default())
    }
}
