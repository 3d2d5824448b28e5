//! The arithmetic operators as methods of [`Operand`].

use core::marker::PhantomData;

use super::calculation::{Calculation, Operator};
use super::comparand::{Adopted, Constant};
use super::computed::Computed;
use super::literal::Literal;
use super::numeric::{Add, Arithmetic, ArithmeticValue, Div, DivBy, Mod, Mul, Signed, Sub};
use super::related::Owner;
use super::{AnyType, IntoOperand};
use crate::structured::BaseTypeOf;
use crate::typed_property::{Assign, Expression, Operand, ToExpression};
use crate::value::ODataValue;

macro_rules! operators {
    ($($method:ident, $operator:ident, $name:literal, $is_multiplicative:literal, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[must_use]
        pub fn $method<R, W, I>(&self, value: R) -> Operand<R::Owner, W>
        where
            R: ArithmeticOperand<O, V, I>,
            R::Left: Arithmetic<$operator, R::Right, Result = W>,
        {
            let operator = Operator { name: $name, is_multiplicative: $is_multiplicative };
            let calculation = Calculation::new(self.expression(), operator, value.into_expression());
            Operand::new(Computed::Arithmetic(calculation).into())
        }
    )*};
}

/// The arithmetic operators (URL conventions 4.01, clause 5.1.1.2).
///
/// The right operand is a property, another expression, or a constant of the same type as the left operand. If a
/// constant has a different type than the left operand, wrap it in [`literal`](super::literal()), such as
/// `literal(1.5)` in `Item::QUANTITY.mul(literal(1.5))`.
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::query::literal;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Item { price: Option<f64>, tax: f64, quantity: i32 }
/// let total = Item::PRICE.add(Item::TAX).mul(Item::QUANTITY);
/// assert_eq!(total.gt(100.0).to_string(), "(price add tax) mul quantity gt 100.0");
/// assert_eq!(Item::QUANTITY.mul(literal(1.5)).lt(3.0).to_string(), "quantity mul 1.5 lt 3.0");
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    operators! {
        add, Add, "add", false, "Builds `property add value`: the sum.";
        sub, Sub, "sub", false, "Builds `property sub value`: the difference.";
        mul, Mul, "mul", true, "Builds `property mul value`: the product.";
        div, Div, "div", true,
            "Builds `property div value`: the quotient. The quotient of two integers is truncated to an integer.";
        div_by, DivBy, "divby", true,
            "Builds `property divby value`: the quotient. The quotient of two integers isn't truncated. The operator was added in OData 4.01.";
        modulo, Mod, "mod", true, "Builds `property mod value`: the remainder of the division.";
    }

    /// Builds `-property`: the negation of a number or a duration.
    #[must_use]
    pub fn negate(&self) -> Operand<O, V::Bare>
    where
        V: ArithmeticValue<Bare: Signed>,
    {
        Operand::new(Computed::Negate(self.expression()).into())
    }
}

/// The right operand of an arithmetic operator, such as `Item::TAX` in `Item::PRICE.add(Item::TAX)`. A constant must
/// have the type `V` of the left operand. The properties in an expression must belong to the type `O`, such as `Item`,
/// or to a base type of `O`. The type parameter `I` is always inferred: it only selects the implementation of this
/// trait.
#[diagnostic::on_unimplemented(
    message = "cannot calculate with `{V}` and `{Self}`: both operands must be numbers, dates or durations",
    label = "neither a value of the type `{V}` nor an expression for `{O}`",
    note = "arithmetic operators are defined for numbers, dates, dates with times, and durations",
    note = "for a constant of another type than `{V}`, write `odata_core::query::literal(…)`"
)]
pub trait ArithmeticOperand<O, V, I> {
    /// The type that declares the properties in the calculation, such as `Item` for `price add tax`.
    type Owner;

    /// The type of the left operand without `Option`, such as `i32` for an `Option<i32>`.
    type Left;

    /// The type of the right operand without `Option`, such as `i32` for an `Option<i32>`.
    type Right;

    /// Converts the operand into an untyped expression.
    fn into_expression(self) -> Expression;
}

/// Marker type for a property or another expression as the right operand, such as `Item::TAX` in
/// `Item::PRICE.add(Item::TAX)`. The compiler infers this marker type as the parameter `I` of [`ArithmeticOperand`].
#[derive(Debug)]
pub struct Calculated<I>(PhantomData<I>);

#[diagnostic::do_not_recommend]
impl<O, V: ODataValue + ArithmeticValue, T: Assign<V>> ArithmeticOperand<O, V, Constant> for T {
    type Owner = O;
    type Left = V::Bare;
    type Right = V::Bare;

    fn into_expression(self) -> Expression {
        Computed::Literal(Literal::new(&self.into_value())).into()
    }
}

#[diagnostic::do_not_recommend]
impl<O, V: ArithmeticValue, T, I> ArithmeticOperand<O, V, Calculated<I>> for T
where
    T: IntoOperand<Owner: BaseTypeOf<O, I>, Value: ArithmeticValue>,
{
    type Owner = O;
    type Left = V::Bare;
    type Right = <T::Value as ArithmeticValue>::Bare;

    fn into_expression(self) -> Expression {
        IntoOperand::into_expression(self)
    }
}

#[diagnostic::do_not_recommend]
impl<V: ArithmeticValue, T> ArithmeticOperand<AnyType, V, Adopted> for T
where
    T: IntoOperand<Owner: Owner, Value: ArithmeticValue>,
{
    type Owner = T::Owner;
    type Left = V::Bare;
    type Right = <T::Value as ArithmeticValue>::Bare;

    fn into_expression(self) -> Expression {
        IntoOperand::into_expression(self)
    }
}
