//! `Operand`: an expression in query options such as `$filter`, for example a property or a function call.

use core::fmt;
use core::marker::PhantomData;

/// An expression in `$filter`, `$orderby` or `$compute`: a property such as `displayName`, a function of a property
/// such as `tolower(displayName)`, or a calculation such as `price mul 2`. The type parameter `O` is the type that
/// declares the properties in the expression, and `V` is the type of the expression's value.
///
/// [`TypedProperty`](super::TypedProperty) and [`PropertyPath`](super::PropertyPath) dereference to `Operand`. With the
/// feature `http`, `Operand` has methods that build the conditions of a `$filter`.
///
/// The type parameter `E` is an implementation detail. Callers can omit `E`, because it has a default.
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

/// A type that can be converted into an [`Expression`].
pub trait ToExpression {
    /// Converts the value into an [`Expression`].
    fn to_expression(&self) -> Expression;
}

/// Converts the wire name of a property into an [`Expression`].
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

/// An expression in a query option: the path of a property, or another expression such as a function call.
#[derive(Clone, Debug)]
pub enum Expression {
    /// A property path. Inside of the lambda operators `any` and `all`, an empty path is the current element of the
    /// collection.
    Path(Segments),
    /// A function call, a literal or another expression that isn't a property path.
    #[cfg(feature = "http")]
    Computed(std::sync::Arc<crate::query::Node>),
}

/// The segments of a property path.
#[derive(Clone, Debug)]
pub enum Segments {
    /// A single segment: the wire name of a property.
    Name(&'static str),
    /// A path of any number of segments, such as `createdBy/user`. A segment is the wire name of a property or the
    /// qualified name of a derived type.
    Path(Vec<&'static str>),
}

impl Segments {
    /// Returns all segments of the path.
    pub(crate) fn as_slice(&self) -> &[&'static str] {
        match self {
            Self::Name(name) => core::slice::from_ref(name),
            Self::Path(segments) => segments,
        }
    }
}

/// Writes the segments, separated by `/`: `createdBy/user/displayName`.
impl fmt::Display for Segments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_slice().join("/"))
    }
}
