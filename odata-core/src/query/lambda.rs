//! The lambda operators `any` and `all` as methods of [`Operand`].

use super::condition::Condition;
use super::variable_id::VariableId;
use super::{Element, Filter, Variable};
use crate::structured::BaseTypeOf;
use crate::typed_property::{Elements, Operand, Reach, ToExpression};

/// The lambda operators of `$filter`, which are conditions on the elements of a collection (URL conventions 4.01, clause
/// 5.1.1.13).
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property/any(a:…)`: the condition is true for at least one element of a collection.
    pub fn any<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("any", Some((None, condition.into_condition())))
    }

    /// Builds `property/all(a:…)`: the condition is true for every element of a collection.
    pub fn all<P, I>(&self, condition: Filter<P>) -> Filter<O>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        self.lambda("all", Some((None, condition.into_condition())))
    }

    /// Builds `property/any(a:…)` for a collection of primitive or enumeration values. To refer to the current element
    /// in `condition`, use [`element()`](super::element()).
    pub fn any_value(&self, condition: Filter<Element<V::Element>>) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("any", Some((None, condition.into_condition())))
    }

    /// Builds `property/all(a:…)` for a collection of primitive or enumeration values. To refer to the current element
    /// in `condition`, use [`element()`](super::element()).
    pub fn all_values(&self, condition: Filter<Element<V::Element>>) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("all", Some((None, condition.into_condition())))
    }

    /// Builds `property/any(a:…)`. The condition can use properties of the current element, and also properties of the
    /// instance that contains the collection. The argument of the closure is the current element (the variable `a` in
    /// the URL).
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Customer { city: Option<String>, limit: Option<f64>, #[odata(navigation)] orders: Vec<Order> }
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Order { city: Option<String>, #[odata(navigation)] items: Vec<Item> }
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Item { price: Option<f64> }
    /// let filter = Customer::ORDERS.any_with(|order| {
    ///     let other_city = order.then(Order::CITY).ne(Customer::CITY);
    ///     let expensive = order.then(Order::ITEMS).any_with(|item| item.then(Item::PRICE).gt(Customer::LIMIT));
    ///     other_city & expensive
    /// });
    /// assert_eq!(filter.to_string(), "orders/any(a:a/city ne city and a/items/any(b:b/price gt limit))");
    /// ```
    pub fn any_with<P, I>(&self, condition: impl FnOnce(Variable<O, V::Element>) -> Filter<P>) -> Filter<O>
    where
        V: Elements,
        P: BaseTypeOf<O, I>,
    {
        let (id, variable) = Variable::new();
        self.lambda("any", Some((Some(id), condition(variable).into_condition())))
    }

    /// Builds `property/all(a:…)`. The condition can use properties of the current element, and also properties of the
    /// instance that contains the collection. See [`any_with`](Self::any_with).
    pub fn all_with<P, I>(&self, condition: impl FnOnce(Variable<O, V::Element>) -> Filter<P>) -> Filter<O>
    where
        V: Elements,
        P: BaseTypeOf<O, I>,
    {
        let (id, variable) = Variable::new();
        self.lambda("all", Some((Some(id), condition(variable).into_condition())))
    }

    /// Builds `property/any()`: the collection has at least one element.
    pub fn is_not_empty(&self) -> Filter<O>
    where
        V: Elements,
    {
        self.lambda("any", None)
    }

    fn lambda(
        &self,
        operator: &'static str,
        condition: Option<(Option<VariableId>, Condition)>,
    ) -> Filter<O> {
        let condition = condition.map(|(variable, condition)| (variable, Box::new(condition)));
        Filter::new(Condition::Lambda(self.expression(), operator, condition))
    }
}
