//! Requests and paths for URLs, such as the links in a response.

use http::Method;

use super::build::Request;
use super::path::{CollectionPath, EntityPath};
use super::payload::Payload;
use super::readable_response::ReadableResponse;
use super::request_error::RequestError;
use super::service::Service;
use super::service_path::ServicePath;

impl Request<()> {
    /// Returns a request that reads the resource at a URL (`GET`). The type parameter is the type of the response: see
    /// [`ReadableResponse`].
    ///
    /// The URL can be any link from a response or from an earlier run of the program: a stored `@odata.deltaLink`, an
    /// `@odata.nextLink`, `@odata.id` or `@odata.navigationLink`, or the header `Location`. The URL can also identify a
    /// resource for which this crate has no method. A relative URL is resolved against the root URL of the service.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(Debug, PartialEq, ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// use odata_core::Delta;
    /// use odata_core::request::{Request, Service};
    ///
    /// let service = Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let stored = "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=x";
    /// let changes = Request::get::<Delta<User>>(&service, stored);
    /// assert_eq!(changes.build()?.uri(), stored);
    ///
    /// let user = Request::get::<User>(&service, "users/1?$select=id");
    /// assert_eq!(user.build()?.uri(), "https://graph.microsoft.com/v1.0/users/1?$select=id");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// In `url`, spaces and other characters that aren't allowed in a URL are percent-encoded. The characters `/`, `?`
    /// and `%` aren't encoded, so don't insert user input into `url`: use the methods of the paths instead, such as
    /// [`key`](super::CollectionPath::key).
    ///
    /// The request contains the token of the service, so the URL must have the origin of the service or an origin that
    /// [`Service::allow_origin`] allows. If the URL has a foreign origin, [`build`](Self::build) returns
    /// [`RequestError::Origin`].
    pub fn get<R: ReadableResponse>(service: &Service, url: &str) -> Request<R> {
        Request::reading(Method::GET, ServicePath::of_url(service, service.url_of_link(url)), None)
    }
}

impl<R: ReadableResponse> Request<R> {
    /// Creates a request with the `Accept` and `Prefer` headers that the type of the response requires.
    pub(super) fn reading(method: Method, path: ServicePath, payload: Option<Payload>) -> Self {
        let mut request = Self::with_reader(method, path, payload, R::from_received);
        request.is_monitor = R::IS_MONITOR;
        let request = match R::ACCEPT {
            Some(accept) => request.header("Accept", accept),
            None => request,
        };
        match R::VALUE_TYPE {
            Some(value_type) => request.for_values_of(value_type),
            None => request,
        }
    }
}

impl Service {
    /// Returns the path of the entity at a URL, such as an `@odata.id`, `@odata.editLink`, `@odata.navigationLink` or the
    /// header `Location`. A relative URL is resolved against the root URL of the service.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Order { id: Option<i32>, amount: Option<i32> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let create = service.entity_set::<Order>("orders").create(&Order::create().set(Order::AMOUNT, 5)).return_minimal();
    /// let received =
    ///     http::Response::builder().status(204).header("Location", "https://host/service/orders(7)").body("")?;
    ///
    /// let response = create.read(&received)?;
    /// let order = service.entity_at::<Order>(response.location().expect("a URL"));
    /// assert_eq!(order.delete().build()?.uri(), "https://host/service/orders(7)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// The URL must have the origin of the service or an origin that [`Service::allow_origin`] allows.
    /// [`Request::build`] returns [`RequestError::PathQuery`] if the URL has a query, because no path segment can
    /// follow a query.
    #[must_use]
    pub fn entity_at<T>(&self, url: &str) -> EntityPath<T> {
        EntityPath::at(self.path_of_link(url))
    }

    /// Returns the path of the collection at a URL, such as an `@odata.navigationLink`. The URL must meet the
    /// requirements of [`entity_at`](Self::entity_at).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Order { id: Option<i32> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let orders = service.collection_at::<Order>("customers(1)/orders");
    /// assert_eq!(orders.key(7).to_string(), "https://host/service/customers(1)/orders/7");
    /// # Ok::<(), odata_core::request::RequestError>(())
    /// ```
    #[must_use]
    pub fn collection_at<T>(&self, url: &str) -> CollectionPath<T> {
        CollectionPath::at(self.path_of_link(url))
    }

    pub(super) fn path_of_link(&self, link: &str) -> ServicePath {
        let url = self.url_of_link(link).and_then(|mut url| {
            if url.contains('?') {
                return Err(RequestError::PathQuery(link.to_owned()));
            }
            url.truncate(url.trim_end_matches('/').len());
            Ok(url)
        });
        ServicePath::of_url(self, url)
    }

    /// Returns the absolute URL of a link. A relative link is resolved against the root URL of the service.
    pub(super) fn url_of_link(&self, link: &str) -> Result<String, RequestError> {
        self.trusted_url(link, &format!("{}/", self.root))
    }
}
