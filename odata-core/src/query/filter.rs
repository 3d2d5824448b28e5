//! The expressions of a `$filter`.

use core::fmt::{self, Write};
use core::marker::PhantomData;
use core::ops::Not;

use crate::structured::DerivedFrom;
use crate::typed_property::Expression;

/// A condition on instances of `O`: the value of a `$filter`.
///
/// [`Display`](fmt::Display) writes it as the standard has it, without the percent-encoding that a URL wants.
#[must_use]
pub struct Filter<O> {
    condition: Condition,
    marker: PhantomData<fn() -> O>,
}

/// A condition, with its operands and literals as the standard writes them.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    /// `status eq 'running'`
    Compare(Expression, &'static str, String),
    /// `id in ('1','2')`
    In(Expression, Vec<String>),
    /// `contains(displayName,'x')`
    Function(&'static str, Expression, String),
    /// `operations/any(a:a/status eq 'running')`
    Lambda(Expression, &'static str, Option<Box<Condition>>),
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    Not(Box<Condition>),
}

impl<O> Filter<O> {
    pub(super) const fn new(condition: Condition) -> Self {
        Self { condition, marker: PhantomData }
    }

    pub(super) fn into_condition(self) -> Condition {
        self.condition
    }

    /// Both of the conditions. The other may be one on a base type of `O`.
    pub fn and<P, I>(self, other: Filter<P>) -> Self
    where
        O: DerivedFrom<P, I>,
    {
        Self::new(Condition::And(Box::new(self.condition), Box::new(other.condition)))
    }

    /// One of the conditions, or both. The other may be one on a base type of `O`.
    pub fn or<P, I>(self, other: Filter<P>) -> Self
    where
        O: DerivedFrom<P, I>,
    {
        Self::new(Condition::Or(Box::new(self.condition), Box::new(other.condition)))
    }
}

impl<O> Not for Filter<O> {
    type Output = Self;

    fn not(self) -> Self {
        Self::new(Condition::Not(Box::new(self.condition)))
    }
}

impl<O> Clone for Filter<O> {
    fn clone(&self) -> Self {
        Self::new(self.condition.clone())
    }
}

impl<O> fmt::Debug for Filter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filter({self})")
    }
}

impl<O> fmt::Display for Filter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.condition.write(f, 0)
    }
}

impl Condition {
    /// Writes it inside of so many lambda expressions.
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Self::Compare(operand, operator, literal) => {
                operand.write(f, depth)?;
                write!(f, " {operator} {literal}")
            }
            // No list is empty to the standard, and no value is in one that is.
            Self::In(_, literals) if literals.is_empty() => f.write_str("false"),
            Self::In(operand, literals) => {
                operand.write(f, depth)?;
                write!(f, " in ({})", literals.join(","))
            }
            Self::Function(name, operand, literal) => {
                write!(f, "{name}(")?;
                operand.write(f, depth)?;
                write!(f, ",{literal})")
            }
            Self::Lambda(collection, operator, condition) => {
                collection.write(f, depth)?;
                write!(f, "/{operator}(")?;
                if let Some(condition) = condition {
                    f.write_str(&variable(depth + 1))?;
                    f.write_char(':')?;
                    condition.write(f, depth + 1)?;
                }
                f.write_char(')')
            }
            Self::And(left, right) => {
                left.write_inside(f, depth, |inner| matches!(inner, Self::Or(..)))?;
                f.write_str(" and ")?;
                right.write_inside(f, depth, |inner| matches!(inner, Self::Or(..)))
            }
            Self::Or(left, right) => {
                left.write(f, depth)?;
                f.write_str(" or ")?;
                right.write(f, depth)
            }
            Self::Not(inner) => {
                f.write_str("not ")?;
                inner.write_inside(f, depth, |inner| !matches!(inner, Self::Function(..) | Self::Lambda(..)))
            }
        }
    }

    fn write_inside(
        &self,
        f: &mut fmt::Formatter<'_>,
        depth: usize,
        needs_parentheses: fn(&Self) -> bool,
    ) -> fmt::Result {
        if !needs_parentheses(self) {
            return self.write(f, depth);
        }
        f.write_char('(')?;
        self.write(f, depth)?;
        f.write_char(')')
    }
}

/// The variable of a lambda expression: `a` of the outermost one.
fn variable(depth: usize) -> String {
    match depth {
        1..=26 => char::from(b"abcdefghijklmnopqrstuvwxyz"[depth - 1]).to_string(),
        _ => format!("v{depth}"),
    }
}

impl Expression {
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Self::Path(segments) => {
                let segments = segments.as_slice();
                let variable = (depth > 0).then(|| variable(depth));
                let segments = variable.as_deref().into_iter().chain(segments.iter().copied());
                f.write_str(&segments.collect::<Vec<_>>().join("/"))
            }
            Self::Call(name, operand) => {
                write!(f, "{name}(")?;
                operand.write(f, depth)?;
                f.write_char(')')
            }
        }
    }
}
