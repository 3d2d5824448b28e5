//! `Comparand`: a trait for the right operand of a comparison, and for the arguments of functions.

use core::marker::PhantomData;

use super::computed::Computed;
use super::related::Owner;
use super::{AnyType, ComparableWith, IntoOperand, Literal};
use crate::structured::BaseTypeOf;
use crate::typed_property::{Assign, Expression};
use crate::value::ODataValue;

/// The right operand of a comparison, such as `18` in `User::AGE.gt(18)`, or an argument of a function.
///
/// A comparand is a constant, such as `18`, or an expression, such as a property. A constant must have the type `V` of
/// the left operand. The type of an expression must be [comparable](ComparableWith) with `V`. The properties in an
/// expression must belong to the type `O`, such as `User`, or to a base type of `O`. The type parameter `I` is always
/// inferred: it only selects the implementation of this trait.
#[diagnostic::on_unimplemented(
    message = "expected a value of the type `{V}`, or a property of `{O}` with a similar type, found `{Self}`",
    label = "not comparable with `{V}`, or not an expression on `{O}`",
    note = "pass a value of the type of the property's field, such as a member of the enumeration (if the field is an `Option<T>`, a `T` is also accepted), or a property or an expression with a comparable type",
    note = "`cast` converts an expression into another type; if the left operand is a property of a base type, `for_type` allows properties of the derived type in the right operand"
)]
pub trait Comparand<O, V, I> {
    /// The type that declares the properties in the comparison, such as `User` for `age gt 18`.
    type Owner;

    /// Converts the value or the expression into an untyped expression.
    fn into_expression(self) -> Expression;
}

/// Marker type for a constant as the right operand, such as `18` in `User::AGE.gt(18)`. The compiler infers this marker
/// type as the parameter `I` of [`Comparand`] or [`ArithmeticOperand`](super::ArithmeticOperand).
#[derive(Debug)]
pub struct Constant(());

/// Marker type for a property or another expression as the right operand, such as `Order::LIMIT` in
/// `Order::TOTAL.le(Order::LIMIT)`. The compiler infers this marker type as the parameter `I` of [`Comparand`].
#[derive(Debug)]
pub struct Expressed<I>(PhantomData<I>);

/// Marker type for an expression such as `now() lt start` or `2 mul price`, in which only the right operand contains
/// properties. The compiler infers this marker type as the parameter `I` of [`Comparand`] or
/// [`ArithmeticOperand`](super::ArithmeticOperand).
#[derive(Debug)]
pub struct Adopted(());

#[diagnostic::do_not_recommend]
impl<O, V: ODataValue, T: Assign<V>> Comparand<O, V, Constant> for T {
    type Owner = O;

    fn into_expression(self) -> Expression {
        Computed::Literal(Literal::new(&self.into_value())).into()
    }
}

#[diagnostic::do_not_recommend]
impl<O, V, T, I> Comparand<O, V, Expressed<I>> for T
where
    T: IntoOperand<Owner: BaseTypeOf<O, I>, Value: ComparableWith<V>>,
{
    type Owner = O;

    fn into_expression(self) -> Expression {
        IntoOperand::into_expression(self)
    }
}

#[diagnostic::do_not_recommend]
impl<V, T> Comparand<AnyType, V, Adopted> for T
where
    T: IntoOperand<Owner: Owner, Value: ComparableWith<V>>,
{
    type Owner = T::Owner;

    fn into_expression(self) -> Expression {
        IntoOperand::into_expression(self)
    }
}
