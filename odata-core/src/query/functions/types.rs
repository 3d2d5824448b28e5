//! The type functions `cast` and `isof`.

use crate::query::Filter;
use crate::query::computed::Computed;
use crate::query::condition::Condition;
use crate::structured::{DerivedFrom, ODataStructured};
use crate::typed_property::{Operand, ToExpression};
use crate::value::ODataValue;

/// The type functions (URL conventions 4.01, clause 5.1.1.10).
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Product { number: Option<i32> }
/// let filter = Product::NUMBER.cast::<String>().starts_with("42");
/// assert_eq!(filter.to_string(), "startswith(cast(number,Edm.String),'42')");
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `cast(property,Type)`, which converts the property into the type `W`.
    ///
    /// For a property of a derived type in a condition on the base type, use [`of_base`](crate::TypedProperty::of_base)
    /// instead of `cast`.
    #[must_use]
    pub fn cast<W: ODataValue>(&self) -> Operand<O, W> {
        Operand::new(Computed::TypeFunction("cast", Some(self.expression()), W::TYPE).into())
    }

    /// Builds `isof(property,Type)`: the value of the property is an instance of the type `W`.
    pub fn is_of<W: ODataValue>(&self) -> Filter<O> {
        let computed = Computed::TypeFunction("isof", Some(self.expression()), W::TYPE);
        Filter::new(Condition::Value(computed.into()))
    }
}

impl<O> Filter<O> {
    /// Builds `isof(Type)`: the current instance has the derived type `D`.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # use odata_core::query::{Filter, QueryOptions};
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph", abstract)]
    /// # struct DirectoryObject { id: Option<String> }
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { #[odata(base)] directory_object: DirectoryObject }
    /// let options = QueryOptions::<DirectoryObject>::new().filter(Filter::<DirectoryObject>::is_of::<User, _>());
    /// assert_eq!(options.to_string(), "$filter=isof(microsoft.graph.user)");
    /// ```
    ///
    /// Inside of [`any`](Operand::any) and [`all`](Operand::all), `isof` tests an element of the collection:
    /// `members/any(a:isof(a,n.user))`.
    pub fn is_of<D, I>() -> Self
    where
        D: DerivedFrom<O, I> + ODataStructured,
    {
        Self::new(Condition::Value(Computed::TypeFunction("isof", None, D::TYPE).into()))
    }
}
