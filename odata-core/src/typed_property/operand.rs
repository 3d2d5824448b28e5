//! Operands of a `$filter`.

use core::fmt;
use core::marker::PhantomData;

/// An operand of a comparison in a `$filter`: a property, or a function of a property.
///
/// [`TypedProperty`](super::TypedProperty) and [`PropertyPath`](super::PropertyPath) dereference to an operand. With
/// the feature `http`, its methods build the conditions of a `$filter`.
///
/// `E` is the representation of the expression, which you never have to name.
pub struct Operand<O, V, E = Expression> {
    expression: E,
    marker: PhantomData<fn() -> (O, V)>,
}

impl<O, V, E> Operand<O, V, E> {
    pub(crate) const fn new(expression: E) -> Self {
        Self { expression, marker: PhantomData }
    }

    pub(super) const fn representation(&self) -> &E {
        &self.expression
    }
}

impl<O, V, E: ToExpression> Operand<O, V, E> {
    #[cfg(feature = "http")]
    pub(crate) fn expression(&self) -> Expression {
        self.expression.to_expression()
    }
}

impl<O, V, E: Copy> Copy for Operand<O, V, E> {}

impl<O, V, E: Clone> Clone for Operand<O, V, E> {
    fn clone(&self) -> Self {
        Self::new(self.expression.clone())
    }
}

impl<O, V, E: ToExpression> fmt::Debug for Operand<O, V, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Operand").field(&self.expression.to_expression()).finish()
    }
}

/// The representation of an [`Expression`].
pub trait ToExpression {
    /// Converts the representation into an expression.
    fn to_expression(&self) -> Expression;
}

/// The wire name of a property.
impl ToExpression for &'static str {
    fn to_expression(&self) -> Expression {
        Expression::Path(Segments::Name(self))
    }
}

impl ToExpression for Segments {
    fn to_expression(&self) -> Expression {
        Expression::Path(self.clone())
    }
}

impl ToExpression for Expression {
    fn to_expression(&self) -> Expression {
        self.clone()
    }
}

/// The expression of an operand.
#[derive(Clone, Debug)]
pub enum Expression {
    /// A property path. The empty path is the current element inside of `any` and `all`.
    Path(Segments),
    /// A function call with an operand as its argument.
    Call(&'static str, Box<Expression>),
}

/// The segments of a property path.
#[derive(Clone, Debug)]
pub enum Segments {
    /// A single property.
    Name(&'static str),
    /// Any number of segments.
    Path(Vec<&'static str>),
}

impl Segments {
    /// Returns the segments in order.
    pub(crate) fn as_slice(&self) -> &[&'static str] {
        match self {
            Self::Name(name) => core::slice::from_ref(name),
            Self::Path(segments) => segments,
        }
    }
}

/// Writes the path in the syntax of OData: `createdBy/user/displayName`.
impl fmt::Display for Segments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_slice().join("/"))
    }
}
