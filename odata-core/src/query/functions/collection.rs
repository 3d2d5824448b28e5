//! The collection functions, and the number of elements of a collection.

use crate::query::Filter;
use crate::query::comparand::Comparand;
use crate::query::computed::Computed;
use crate::structured::BaseTypeOf;
use crate::typed_property::{Elements, Expression, Operand, Reach, ToExpression};

/// The collection functions (URL conventions 4.01, clause 5.1.1.6), and `$count` in expressions (clause 4.8).
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::query::QueryOptions;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Group { labels: Vec<String>, #[odata(navigation)] members: Option<Vec<User>> }
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct User { age: Option<i32> }
/// let options = QueryOptions::<Group>::new()
///     .filter(Group::MEMBERS.count().gt(3) & Group::LABELS.has_subset(["red", "green"].map(String::from)))
///     .order_by_descending(Group::MEMBERS.count());
/// assert_eq!(
///     options.to_string(),
///     r#"$filter=members/$count gt 3 and hassubset(labels,["red","green"])&$orderby=members/$count desc"#,
/// );
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property/$count`, the number of elements of a collection.
    #[must_use]
    pub fn count(&self) -> Operand<O, i64>
    where
        V: Elements,
    {
        Operand::new(Computed::Count(self.expression(), None).into())
    }

    /// Builds `property/$count($filter=…)`, the number of elements of a collection that meet a condition.
    #[must_use]
    pub fn count_where<P, I>(&self, condition: Filter<P>) -> Operand<O, i64>
    where
        V: Elements<Element: Reach>,
        P: BaseTypeOf<<V::Element as Reach>::Target, I>,
    {
        Operand::new(Computed::Count(self.expression(), Some(condition.into_condition())).into())
    }

    /// Builds `hassubset(property,collection)`: the property contains all elements of the collection, in any order.
    ///
    /// The function was added in OData 4.01. A constant collection is written as a JSON array.
    pub fn has_subset<R: Comparand<O, Vec<T>, I>, T, I>(&self, collection: R) -> Filter<R::Owner>
    where
        V: Elements<Element = T>,
    {
        self.test_with("hassubset", collection.into_expression().into_collection())
    }

    /// Builds `hassubsequence(property,collection)`: the property contains all elements of the collection, in the same
    /// order.
    ///
    /// The function was added in OData 4.01. A constant collection is written as a JSON array.
    pub fn has_subsequence<R: Comparand<O, Vec<T>, I>, T, I>(&self, collection: R) -> Filter<R::Owner>
    where
        V: Elements<Element = T>,
    {
        self.test_with("hassubsequence", collection.into_expression().into_collection())
    }
}

impl Expression {
    /// Prepares a collection as the argument of a function such as `hassubset`: a constant collection is written as a
    /// JSON array, such as `["red","green"]`.
    pub(in crate::query) fn into_collection(self) -> Self {
        match &self {
            Self::Computed(computed) => match &***computed {
                Computed::Literal(literal) => Computed::Array(literal.clone()).into(),
                _ => self,
            },
            Self::Path(_) => self,
        }
    }
}
