//! `Aggregate`: an aggregated value, such as `amount with sum`.

use core::fmt;
use core::marker::PhantomData;

use crate::query::AnyType;
use crate::query::numeric::{ArithmeticValue, Divisible, NumericValue};
use crate::typed_property::{Expression, Operand, ToExpression};

/// An aggregated value for [`Aggregation::with`](super::Aggregation::with), such as `amount with sum` (OData Extension for
/// Data Aggregation 4.0, clause 3.2).
///
/// Methods of [`Operand`] such as [`sum`](Operand::sum) create an aggregate. For example, `Sale::AMOUNT.sum()` is an
/// `Aggregate<Sale, i32>` for a property of the type `i32`.
#[must_use]
pub struct Aggregate<O, V> {
    /// The aggregated expression and the aggregation method, such as `amount` and `sum`, or `None` for `$count`.
    pub(super) method: Option<(Expression, &'static str)>,
    marker: PhantomData<fn() -> (O, V)>,
}

impl Aggregate<AnyType, i64> {
    /// Creates `$count`, the number of instances in a group.
    pub const fn count() -> Self {
        Self { method: None, marker: PhantomData }
    }
}

/// The aggregation methods of `$apply` (OData Extension for Data Aggregation 4.0, clause 3.2.1).
impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds `property with sum`, the sum of all values.
    pub fn sum(&self) -> Aggregate<O, V>
    where
        V: NumericValue,
    {
        self.aggregate("sum")
    }

    /// Builds `property with average`, the average of all values.
    pub fn average(&self) -> Aggregate<O, <V::Bare as Divisible>::Quotient>
    where
        V: NumericValue + ArithmeticValue<Bare: Divisible>,
    {
        self.aggregate("average")
    }

    /// Builds `property with min`, the least value.
    pub fn minimum(&self) -> Aggregate<O, V> {
        self.aggregate("min")
    }

    /// Builds `property with max`, the greatest value.
    pub fn maximum(&self) -> Aggregate<O, V> {
        self.aggregate("max")
    }

    /// Builds `property with countdistinct`, the number of different values.
    pub fn count_distinct(&self) -> Aggregate<O, i64> {
        self.aggregate("countdistinct")
    }

    fn aggregate<W>(&self, method: &'static str) -> Aggregate<O, W> {
        Aggregate { method: Some((self.expression(), method)), marker: PhantomData }
    }
}

impl<O, V> Clone for Aggregate<O, V> {
    fn clone(&self) -> Self {
        Self { method: self.method.clone(), marker: PhantomData }
    }
}

impl<O, V> fmt::Debug for Aggregate<O, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Aggregate").field(&self.method).finish()
    }
}
