//! Requests for the number of items in a collection (`$count`; OData 4.01 Protocol, 11.2.10).

use std::sync::Arc;

use http::Method;

use super::build::Request;
use super::path::CollectionPath;
use super::service_path::ServicePath;
use super::value_path::ValuePath;
use crate::query::{InvalidQuery, OptionList, QueryOptions};
use crate::typed_property::Elements;

impl<T> CollectionPath<T> {
    /// Returns a request that reads the number of entities in this collection (`GET …/$count`).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let count = service.entity_set::<User>("users").count().header("ConsistencyLevel", "eventual");
    /// assert_eq!(count.build()?.uri(), "https://graph.microsoft.com/v1.0/users/$count");
    ///
    /// let received = http::Response::new("31");
    /// assert_eq!(count.read(&received)?.into_value(), 31);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// To read the entities together with their number, use [`QueryOptions::count`].
    pub fn count(&self) -> Request<i64> {
        Request::reading(Method::GET, self.path.segment("$count"), None)
    }

    /// Returns a request that reads the number of entities that match `$filter` and `$search` (`GET
    /// …/$count?$filter=…`).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::query::QueryOptions;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String>, age: Option<i32> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let adults = QueryOptions::new().filter(User::AGE.ge(18));
    /// let count = service.entity_set::<User>("users").count_matching(&adults);
    /// assert_eq!(count.url()?, "https://host/service/users/$count?$filter=age%20ge%2018");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// OData doesn't define how options such as `$top` affect a count. [`Request::build`] returns
    /// [`RequestError::Query`](super::RequestError::Query) if the options contain `$top`, `$skip`, `$orderby`,
    /// `$select`, `$expand`, `$count` or `$format`.
    pub fn count_matching(&self, options: &QueryOptions<T>) -> Request<i64> {
        matching(self.path.segment("$count"), options.untyped())
    }
}

impl<T: Elements> ValuePath<T> {
    /// Returns a request that reads the number of elements in a collection of primitive or complex values (`GET
    /// …/businessPhones/$count`).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String>, business_phones: Vec<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let phones = service.singleton::<User>("me").value(User::BUSINESS_PHONES);
    /// assert_eq!(phones.count().url()?, "https://host/service/me/businessPhones/$count");
    /// # Ok::<(), odata_core::request::RequestError>(())
    /// ```
    pub fn count(&self) -> Request<i64> {
        Request::reading(Method::GET, self.path.segment("$count"), None)
    }
}

/// The query options that aren't allowed in a request for `…/$count`.
const UNDEFINED: [&str; 7] = ["$top", "$skip", "$orderby", "$select", "$expand", "$count", "$format"];

fn matching(path: ServicePath, options: &OptionList) -> Request<i64> {
    let path = match options.find_any(&UNDEFINED) {
        None => path,
        Some(name) => {
            let message = format!("`{name}` can't be combined with `/$count`: remove this query option");
            path.failed(InvalidQuery::new(message).into())
        }
    };
    let mut request = Request::reading(Method::GET, path, None);
    request.query = Arc::new(options.clone());
    request
}
