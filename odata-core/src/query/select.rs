//! `$select` with nested options, and with paths into complex values and collections.

use super::option_value::Item;
use super::{Navigate, QueryOptions};
use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;

/// `$select` with nested options and paths (URL conventions 4.01, clause 5.1.4).
impl<T> QueryOptions<T> {
    /// Adds a complex property or a navigation property to `$select`, with query options for the value of the property:
    /// `addresses($select=city;$top=5)`.
    ///
    /// The nested options can be `$filter`, `$search`, `$orderby`, `$skip`, `$top`, `$count`, `$compute` and `$select`.
    /// Building the request returns an error if the nested options contain an option that `$select` doesn't allow, such
    /// as `$expand`. Nested options of `$select` were added in OData 4.01.
    ///
    /// ```
    /// # use odata_core::{ODataComplex, ODataEntity};
    /// # use odata_core::query::QueryOptions;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { addresses: Vec<Address> }
    /// # #[derive(ODataComplex)]
    /// # #[odata(namespace = "n")]
    /// # struct Address { city: Option<String> }
    /// let options = QueryOptions::<User>::new()
    ///     .select_with(User::ADDRESSES, QueryOptions::new().select(Address::CITY).top(5));
    /// assert_eq!(options.to_string(), "$select=addresses($select=city;$top=5)");
    /// ```
    pub fn select_with<P, I>(
        mut self,
        property: P,
        options: QueryOptions<<P::Value as Navigate>::Entity>,
    ) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Navigate>,
    {
        let path = property.into_property_path().to_string();
        self.options_mut().push_select(path, options.into_untyped());
        self
    }

    /// Adds a nested property to `$select`, such as `addresses/city`. `property` is a complex property or a collection
    /// of complex values, such as `addresses`. `inner` is a property of the complex type, such as `city`.
    ///
    /// For a collection of complex values such as `addresses`, use `select_within` instead of [`select`](Self::select).
    /// To select a property of a single complex value, such as `address/city`, call
    /// `select(User::ADDRESS.then(Address::CITY))`.
    ///
    /// ```
    /// # use odata_core::{ODataComplex, ODataEntity};
    /// # use odata_core::query::QueryOptions;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { addresses: Vec<Address> }
    /// # #[derive(ODataComplex)]
    /// # #[odata(namespace = "n")]
    /// # struct Address { city: Option<String> }
    /// let options = QueryOptions::<User>::new().select_within(User::ADDRESSES, Address::CITY);
    /// assert_eq!(options.to_string(), "$select=addresses/city");
    /// ```
    pub fn select_within<P, Q, I, J>(mut self, property: P, inner: Q) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Navigate>,
        Q: IntoPropertyPath<Owner: BaseTypeOf<<P::Value as Navigate>::Entity, J>>,
    {
        let (path, inner) = (property.into_property_path(), inner.into_property_path());
        self.options_mut().push_item("$select", Item::Path(format!("{path}/{inner}")));
        self
    }
}
