//! `IntoOperand`: the types that can be used as an expression in query options.

use super::computed::Computed;
use super::{ComputedProperty, Filter, Variable};
use crate::typed_property::{Expression, Operand, PropertyPath, ToExpression, TypedProperty};

/// An expression for query options: a [property](TypedProperty), a [path](PropertyPath), an [`Operand`], a condition
/// ([`Filter`]), or a reference to one of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an expression: use a property such as `User::AGE`, or `literal(…)` for a constant",
    label = "expected a property such as `User::AGE` or an expression such as `User::AGE.add(1)`",
    note = "to use a constant as an expression, write `odata_core::query::literal(…)`"
)]
pub trait IntoOperand {
    /// The type that declares the properties in the expression, such as `User` for `User::AGE`.
    type Owner;

    /// The type of the expression's value.
    type Value;

    /// Converts the expression into its untyped representation.
    fn into_expression(self) -> Expression;
}

macro_rules! operands {
    ($(<$($parameter:ident $(: $bound:ident)?),*> $operand:ty;)*) => {$(
        impl<O, V, $($parameter $(: $bound)?),*> IntoOperand for $operand {
            type Owner = O;
            type Value = V;

            fn into_expression(self) -> Expression {
                self.expression()
            }
        }

        impl<O, V, $($parameter $(: $bound)?),*> IntoOperand for &$operand {
            type Owner = O;
            type Value = V;

            fn into_expression(self) -> Expression {
                self.expression()
            }
        }
    )*};
}

operands! {
    <A> TypedProperty<O, V, A>;
    <A> PropertyPath<O, V, A>;
    <E: ToExpression> Operand<O, V, E>;
    <> Variable<O, V>;
    <> ComputedProperty<O, V>;
}

/// Converts a condition into a Boolean expression.
impl<O> IntoOperand for Filter<O> {
    type Owner = O;
    type Value = bool;

    fn into_expression(self) -> Expression {
        Computed::Condition(self.into_condition()).into()
    }
}

impl<O> IntoOperand for &Filter<O> {
    type Owner = O;
    type Value = bool;

    fn into_expression(self) -> Expression {
        self.clone().into_expression()
    }
}
