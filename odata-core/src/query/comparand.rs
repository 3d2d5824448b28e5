//! `Comparand`: the right operand of a comparison, and the arguments of functions.

use core::marker::PhantomData;

use super::computed::Computed;
use super::related::Owner;
use super::{AnyType, ComparableWith, IntoOperand, Literal};
use crate::structured::BaseTypeOf;
use crate::typed_property::{Assign, Expression};
use crate::value::ODataValue;

/// A value or an expression that can be compared with an expression of the type `V`: a constant, or an expression whose
/// type is [comparable](ComparableWith) with `V`.
///
/// The properties in the expression must be declared by `O` or by a base type of `O`. The compiler infers the type
/// parameter `I`.
#[diagnostic::on_unimplemented(
    message = "expected a value of the type `{V}` or a comparable expression on `{O}`, found `{Self}`",
    label = "not comparable with `{V}`, or not an expression on `{O}`",
    note = "pass a value of the type of the property's field (if the field is an `Option<T>`, a `T` is also accepted), or a property or an expression with a comparable type",
    note = "`cast` converts an expression into another type; if the left operand is a property of a base type, `for_type` allows properties of the derived type in the right operand"
)]
pub trait Comparand<O, V, I> {
    /// The type that declares the properties in the comparison.
    type Owner;

    /// Converts the value or the expression into an untyped expression.
    fn into_expression(self) -> Expression;
}

/// Marker type in [`Comparand<O, V, Constant>`](Comparand): the comparand is a constant.
#[derive(Debug)]
pub struct Constant(());

/// Marker type in [`Comparand<O, V, Expressed<I>>`](Comparand): the comparand is an expression. The type parameter `I`
/// identifies the type that declares the properties in the expression: `O` or a base type of `O`. The compiler infers
/// `I`.
#[derive(Debug)]
pub struct Expressed<I>(PhantomData<I>);

/// Marker type for an expression in which only the right operand has properties, as in `now() lt start` and `2 mul price`.
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
