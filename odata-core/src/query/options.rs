//! `QueryOptions`: a builder for the query options of a request.

use core::fmt;
use core::marker::PhantomData;

use super::option_list::OptionList;
use super::option_value::{Item, OptionValue};
use super::property_list::PropertyList;
use super::renderer::Renderer;
use super::{ComputedProperty, Filter, IntoOperand, IntoSearch, Navigate};
use crate::structured::BaseTypeOf;
use crate::typed_property::IntoPropertyPath;
use crate::typed_property::access::Navigable;
use crate::wire_format::WireFormat;

/// The query options of a request for instances of `T`; see the [module](super).
///
/// Every option occurs at most once in the URL. Building a request returns an [error](super::InvalidQuery) if a value
/// can't be written into a URL.
///
/// The [`Display`](fmt::Display) implementation writes the options without percent-encoding, and formats literals as the
/// OData standard requires. The URL of a request can differ from this output: it is percent-encoded, and the settings of
/// the service apply to its literals. For example, the output contains `status eq microsoft.graph.taskStatus'notStarted'`,
/// and a request to Microsoft Graph contains `status eq 'notStarted'`. [`Request::url`](crate::request::Request::url)
/// returns the URL.
#[must_use]
pub struct QueryOptions<T> {
    options: OptionList,
    marker: PhantomData<fn() -> T>,
}

impl<T> QueryOptions<T> {
    /// Creates an empty set of query options.
    pub const fn new() -> Self {
        Self { options: OptionList::new(), marker: PhantomData }
    }

    /// Sets `$filter` to a condition. Replaces any previous `$filter`.
    pub fn filter<P, I>(self, condition: Filter<P>) -> Self
    where
        P: BaseTypeOf<T, I>,
    {
        self.with("$filter", OptionValue::Filter(condition.into_condition()))
    }

    /// Sets `$search` to a phrase, which is enclosed in quotes and escaped, or to a [`Search`](super::Search) with `AND`,
    /// `OR` and `NOT`. Replaces any previous `$search`. Building the request returns an error if a phrase is empty.
    pub fn search<S, I>(self, search: S) -> Self
    where
        S: IntoSearch<Owner: BaseTypeOf<T, I>>,
    {
        let search = search.into_search();
        self.with("$search", OptionValue::Search(search.to_string(), search.error()))
    }

    /// Adds a computed property to `$compute`, so that the other query options can use the property.
    ///
    /// To include the property in the response, also call [`select`](Self::select). The value of a computed property
    /// without a field is stored in the `Extra` field of the instance.
    pub fn compute<P, V, I>(mut self, property: &ComputedProperty<P, V>) -> Self
    where
        P: BaseTypeOf<T, I>,
    {
        self.options.push_item("$compute", Item::Compute(property.definition().clone(), property.name()));
        self
    }

    /// Adds a property to `$select`. The response contains only the selected properties.
    pub fn select<P, I>(mut self, property: P) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>>,
    {
        self.options.push_item("$select", Item::Path(property.into_property_path().to_string()));
        self
    }

    /// Adds several properties to `$select`. Pass a tuple of up to twelve properties. If all properties have the same
    /// type, you can also pass an array or a `Vec`.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::query::QueryOptions;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { display_name: Option<String>, age: Option<i32> }
    /// let options = QueryOptions::<User>::new().select_all((User::DISPLAY_NAME, User::AGE));
    /// assert_eq!(options.to_string(), "$select=displayName,age");
    /// ```
    pub fn select_all<P: PropertyList<T, I>, I>(mut self, properties: P) -> Self {
        properties
            .into_paths()
            .into_iter()
            .for_each(|path| self.options.push_item("$select", Item::Path(path)));
        self
    }

    /// Adds a string to `$select`. Use this method for properties that `T` doesn't declare, such as
    /// `extension_42_skypeId`, and for wildcards, such as `address/*`.
    ///
    /// If the string is empty or has unbalanced parentheses, building the request returns an error.
    pub fn select_raw(mut self, name: &str) -> Self {
        self.options.push_item("$select", Item::Path(name.to_owned()));
        self
    }

    /// Adds a navigation property to `$expand`. The response contains the related entities of every expanded navigation
    /// property.
    pub fn expand<P, I>(mut self, property: P) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Access: Navigable>,
    {
        self.options.push_expand(property.into_property_path().to_string(), OptionList::new());
        self
    }

    /// Adds a navigation property to `$expand`, with query options for the related entities. Replaces a previous
    /// expansion of the same navigation property.
    pub fn expand_with<P, I>(
        mut self,
        property: P,
        options: QueryOptions<<P::Value as Navigate>::Entity>,
    ) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Navigate, Access: Navigable>,
    {
        self.options.push_expand(property.into_property_path().to_string(), options.options);
        self
    }

    /// Adds a property or another expression to `$orderby`, in ascending order.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::query::QueryOptions;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { display_name: Option<String>, #[odata(navigation)] reports: Vec<User> }
    /// let options = QueryOptions::<User>::new()
    ///     .order_by_descending(User::REPORTS.count())
    ///     .order_by(User::DISPLAY_NAME.to_lower());
    /// assert_eq!(options.to_string(), "$orderby=reports/$count desc,tolower(displayName)");
    /// ```
    pub fn order_by<P, I>(mut self, expression: P) -> Self
    where
        P: IntoOperand<Owner: BaseTypeOf<T, I>>,
    {
        self.options.push_item("$orderby", Item::Order(expression.into_expression(), ""));
        self
    }

    /// Adds several properties to `$orderby`, in ascending order. Pass a tuple, an array or a `Vec` of properties, as for
    /// [`select_all`](Self::select_all).
    pub fn order_by_all<P: PropertyList<T, I>, I>(mut self, properties: P) -> Self {
        properties
            .into_paths()
            .into_iter()
            .for_each(|path| self.options.push_item("$orderby", Item::Path(path)));
        self
    }

    /// Adds a property or another expression to `$orderby`, in descending order.
    pub fn order_by_descending<P, I>(mut self, expression: P) -> Self
    where
        P: IntoOperand<Owner: BaseTypeOf<T, I>>,
    {
        self.options.push_item("$orderby", Item::Order(expression.into_expression(), " desc"));
        self
    }

    /// Limits the number of results (`$top`).
    pub fn top(self, limit: u64) -> Self {
        self.with("$top", OptionValue::Text(limit.to_string()))
    }

    /// Skips the first `number` results (`$skip`).
    pub fn skip(self, number: u64) -> Self {
        self.with("$skip", OptionValue::Text(number.to_string()))
    }

    /// Requests the [count](crate::Collection::count) of the results on all pages (`$count=true`).
    pub fn count(self) -> Self {
        self.with("$count", OptionValue::Text("true".to_owned()))
    }

    /// Sets a query option that has no method of its own, such as `api-version` or `$apply`. Don't percent-encode
    /// `value`, because it is percent-encoded when the request is built.
    ///
    /// Replaces a previous option with the same name. `custom("filter", …)` also replaces `$filter`, because OData 4.01
    /// allows the names of system query options without the `$` and in any letter case.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::query::QueryOptions;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { age: Option<i32> }
    /// let options = QueryOptions::<User>::new().filter(User::AGE.gt(18)).custom("$filter", "age lt 5");
    /// assert_eq!(options.to_string(), "$filter=age lt 5");
    /// ```
    ///
    /// For an option that is nested in `$expand` ([`expand_with`](Self::expand_with)), quotes and parentheses in the
    /// string must be balanced. In a nested option, a `;` is allowed only inside of quotes or parentheses. Building the
    /// request returns an error if the string of a nested option is invalid.
    pub fn custom(self, name: &str, value: impl fmt::Display) -> Self {
        self.with(name, OptionValue::Raw(value.to_string()))
    }

    fn with(mut self, name: &str, value: OptionValue) -> Self {
        self.options.set(name, value);
        self
    }

    pub(super) const fn options_mut(&mut self) -> &mut OptionList {
        &mut self.options
    }

    pub(super) fn into_untyped(self) -> OptionList {
        self.options
    }

    pub(crate) const fn untyped(&self) -> &OptionList {
        &self.options
    }
}

impl<T> Default for QueryOptions<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for QueryOptions<T> {
    fn clone(&self) -> Self {
        Self { options: self.options.clone(), marker: PhantomData }
    }
}

impl<T> fmt::Display for QueryOptions<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut renderer = Renderer::new(WireFormat::current());
        self.options.write("&", &mut renderer);
        f.write_str(&renderer.into_text())
    }
}

impl<T> fmt::Debug for QueryOptions<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "QueryOptions({self})")
    }
}
