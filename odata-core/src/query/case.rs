//! `Case`: a conditional expression.

use core::fmt;
use core::marker::PhantomData;

use super::comparand::Comparand;
use super::computed::Computed;
use super::condition::Condition;
use super::literal::Literal;
use super::{Filter, IntoOperand};
use crate::structured::BaseTypeOf;
use crate::typed_property::{Expression, Operand};

/// A conditional expression `case(condition:value,…)` (URL conventions 4.01, clause 5.1.1.12).
///
/// The service evaluates the conditions in order. The result is the value after the first condition that is true.
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::query::{Case, QueryOptions, literal};
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Item { price: f64 }
/// let level = Case::when(Item::PRICE.gt(100.0), literal(3)).and_when(Item::PRICE.gt(10.0), 2).otherwise(1);
/// assert_eq!(level.eq(3).to_string(), "case(price gt 100.0:3,price gt 10.0:2,true:1) eq 3");
/// let options = QueryOptions::<Item>::new().order_by(level);
/// assert_eq!(options.to_string(), "$orderby=case(price gt 100.0:3,price gt 10.0:2,true:1)");
/// ```
#[must_use = "call `otherwise` or `or_null` to get the expression"]
pub struct Case<O, V> {
    branches: Vec<(Condition, Expression)>,
    marker: PhantomData<fn() -> (O, V)>,
}

impl<O, V> Case<O, V> {
    /// Creates a conditional expression with its first condition. If the condition is true, the result of the
    /// conditional expression is `value`, which is a property or another expression, such as `literal(3)`.
    pub fn when<R, I>(condition: Filter<O>, value: R) -> Self
    where
        R: IntoOperand<Owner: BaseTypeOf<O, I>, Value = V>,
    {
        let value = value.into_expression();
        Self { branches: vec![(condition.into_condition(), value)], marker: PhantomData }
    }

    /// Adds a condition. If the previous conditions are false and this condition is true, the result of the conditional
    /// expression is `value`.
    pub fn and_when<P, I, J>(mut self, condition: Filter<P>, value: impl Comparand<O, V, J>) -> Self
    where
        P: BaseTypeOf<O, I>,
    {
        self.branches.push((condition.into_condition(), value.into_expression()));
        self
    }

    /// Returns the conditional expression with a default. If no condition is true, the result of the expression is
    /// `value`.
    #[must_use]
    pub fn otherwise<I>(mut self, value: impl Comparand<O, V, I>) -> Operand<O, V> {
        let is_true = Condition::Value(Computed::Literal(Literal::new(&true)).into());
        self.branches.push((is_true, value.into_expression()));
        Operand::new(Computed::Case(self.branches).into())
    }

    /// Returns the conditional expression with the default null. If no condition is true, the result of the expression
    /// is null.
    #[must_use]
    pub fn or_null(self) -> Operand<O, Option<V>> {
        Operand::new(Computed::Case(self.branches).into())
    }
}

impl<O, V> Clone for Case<O, V> {
    fn clone(&self) -> Self {
        Self { branches: self.branches.clone(), marker: PhantomData }
    }
}

impl<O, V> fmt::Debug for Case<O, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Case").field(&self.branches).finish()
    }
}
