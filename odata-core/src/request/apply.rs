//! Requests for aggregated data (`$apply`).

use super::build::Request;
use super::path::CollectionPath;
use crate::envelope::Collection;
use crate::query::Apply;
use crate::structured::ODataStructured;
use crate::value::ReadValue;

impl<T> CollectionPath<T> {
    /// Returns a request that reads aggregated data (`GET …?$apply=…`, OData Extension for Data Aggregation 4.0).
    ///
    /// Each result is read as an instance of `R`, the result type of the transformations. Use [`Request::query`] to set
    /// query options for the results, such as `$orderby`. If the transformations can't be written into a URL, building
    /// the request returns an error.
    ///
    /// ```
    /// # use odata_core::{ODataComplex, ODataEntity};
    /// use odata_core::query::{Aggregation, Apply, QueryOptions};
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Sale { country: Option<String>, amount: i32 }
    /// # #[derive(Debug, PartialEq, ODataComplex)]
    /// # #[odata(namespace = "n")]
    /// # struct Turnover { country: Option<String>, total: i64 }
    /// # let service = odata_core::request::Service::new("https://host")?;
    /// let totals = Aggregation::new()
    ///     .by(Sale::COUNTRY, Turnover::COUNTRY)
    ///     .with(Sale::AMOUNT.sum(), Turnover::TOTAL);
    /// let request = service
    ///     .entity_set::<Sale>("sales")
    ///     .apply(&Apply::new().aggregate(totals))
    ///     .query(&QueryOptions::new().order_by_descending(Turnover::TOTAL));
    /// assert_eq!(
    ///     request.url()?,
    ///     "https://host/sales?$apply=groupby((country),aggregate(amount%20with%20sum%20as%20total))\
    ///      &$orderby=total%20desc",
    /// );
    /// let response = http::Response::new(r#"{"value": [{"country": "CH", "total": 42}]}"#);
    /// let turnovers = request.read(&response)?.into_value();
    /// assert_eq!(turnovers.value, [Turnover { country: Some("CH".to_owned()), total: 42 }]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply<R>(&self, apply: &Apply<T, R>) -> Request<Collection<R>>
    where
        R: ODataStructured + for<'de> ReadValue<'de>,
    {
        let mut path = self.path.clone();
        match apply.format(path.service.wire_format()) {
            Ok(value) => path.query.push(("$apply".to_owned(), value)),
            Err(error) => path = path.failed(error.into()),
        }
        Request::new(http::Method::GET, path, None).for_values_of(R::TYPE)
    }
}
