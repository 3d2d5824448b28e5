//! `Search`: the expression of a `$search`.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, Not};

use super::AnyType;
use super::node::{self, MAXIMUM_DEPTH};
use super::related::{CombinedWith, RelatedTo};
use crate::typed_property::IntoPropertyPath;

/// The expression of a `$search` (URL conventions 4.01, clause 5.1.7): phrases that are combined with `AND`, `OR` and
/// `NOT`.
///
/// Combine expressions with `&`, `|` and `!`, or with [`and`](Self::and) and [`or`](Self::or). A phrase is enclosed in
/// quotes and escaped, so that it can't inject operators.
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::query::{QueryOptions, Search};
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct User { display_name: Option<String>, mail: Option<String> }
/// let search = Search::phrase("mountain bike") & !Search::phrase("clothing");
/// assert_eq!(search.to_string(), r#""mountain bike" AND NOT "clothing""#);
/// // Microsoft Graph searches the value of a property.
/// let search = Search::property(User::DISPLAY_NAME, "wa") | Search::property(User::MAIL, "ad");
/// let options = QueryOptions::<User>::new().search(search);
/// assert_eq!(options.to_string(), r#"$search="displayName:wa" OR "mail:ad""#);
/// ```
#[must_use]
pub struct Search<O> {
    expression: Expression,
    /// The number of nested levels.
    depth: usize,
    marker: PhantomData<fn() -> O>,
}

/// The untyped expression of a `$search`.
#[derive(Clone, Debug)]
enum Expression {
    Phrase(String),
    And(Vec<Expression>),
    Or(Vec<Expression>),
    Not(Box<Expression>),
    /// The replacement for an expression with too many nested levels.
    TooDeep,
}

impl Search<AnyType> {
    /// Creates an expression that searches for a word or a phrase. The service determines which properties it searches.
    pub fn phrase(phrase: impl Into<String>) -> Self {
        Self::new(Expression::Phrase(phrase.into()), 0)
    }
}

impl<O> Search<O> {
    /// Creates an expression that searches for a term in the value of a property: `"displayName:wa"`.
    ///
    /// The syntax `"property:term"` is supported by some services, such as Microsoft Graph for directory objects, but
    /// isn't part of the OData standard.
    pub fn property<P>(property: P, term: &str) -> Self
    where
        P: IntoPropertyPath<Owner = O>,
    {
        Self::new(Expression::Phrase(format!("{}:{term}", property.into_property_path())), 0)
    }

    /// Returns the error message if the expression is invalid: if it contains an empty phrase (OData ABNF,
    /// `searchPhrase`) or too many nested levels.
    pub(super) fn error(&self) -> Option<String> {
        self.expression.error()
    }

    fn new(expression: Expression, depth: usize) -> Self {
        if depth > MAXIMUM_DEPTH {
            return Self { expression: Expression::TooDeep, depth: 0, marker: PhantomData };
        }
        Self { expression, depth, marker: PhantomData }
    }

    fn conjunction<P, Q>(self, other: Search<P>) -> Search<Q> {
        let is_flat = [&self.expression, &other.expression].map(|part| matches!(part, Expression::And(_)));
        let depth = depth([self.depth, other.depth], is_flat);
        Search::new(self.expression.and(other.expression), depth)
    }

    fn disjunction<P, Q>(self, other: Search<P>) -> Search<Q> {
        let is_flat = [&self.expression, &other.expression].map(|part| matches!(part, Expression::Or(_)));
        let depth = depth([self.depth, other.depth], is_flat);
        Search::new(self.expression.or(other.expression), depth)
    }

    /// Combines two expressions with `AND`. The expressions can be for different types if one type derives from the
    /// other type, such as `User` from `Entity`.
    pub fn and<P, I>(self, other: Search<P>) -> Search<O::Derived>
    where
        O: RelatedTo<P, I>,
    {
        self.conjunction(other)
    }

    /// Combines two expressions with `OR`. The expressions can be for different types if one type derives from the
    /// other type, such as `User` from `Entity`.
    pub fn or<P, I>(self, other: Search<P>) -> Search<O::Derived>
    where
        O: RelatedTo<P, I>,
    {
        self.disjunction(other)
    }
}

/// Returns the number of nested levels of two combined expressions. `is_flat` is true for an expression with the same
/// operator, whose operands become operands of the combined expression.
fn depth([first, second]: [usize; 2], is_flat: [bool; 2]) -> usize {
    match is_flat {
        [true, true] => first.max(second),
        [true, false] => first.max(second + 1),
        [false, _] => first.max(second) + 1,
    }
}

impl Expression {
    fn and(self, other: Self) -> Self {
        Self::And(match (self, other) {
            (Self::And(mut first), Self::And(second)) => {
                first.extend(second);
                first
            }
            (Self::And(mut first), second) => {
                first.push(second);
                first
            }
            (first, second) => vec![first, second],
        })
    }

    fn or(self, other: Self) -> Self {
        Self::Or(match (self, other) {
            (Self::Or(mut first), Self::Or(second)) => {
                first.extend(second);
                first
            }
            (Self::Or(mut first), second) => {
                first.push(second);
                first
            }
            (first, second) => vec![first, second],
        })
    }

    /// Writes the expression. Adds parentheses if the operator of the expression has a lower precedence than the
    /// enclosing operator.
    fn write(&self, precedence: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.precedence() < precedence {
            f.write_str("(")?;
            self.write(0, f)?;
            return f.write_str(")");
        }
        match self {
            Self::Phrase(phrase) => {
                write!(f, "\"{}\"", phrase.replace('\\', "\\\\").replace('"', "\\\""))
            }
            Self::And(operands) => write_operands(operands, " AND ", self.precedence(), f),
            Self::Or(operands) => write_operands(operands, " OR ", self.precedence(), f),
            Self::Not(operand) => {
                f.write_str("NOT ")?;
                operand.write(self.precedence(), f)
            }
            Self::TooDeep => write!(f, "<{}>", node::too_deep()),
        }
    }

    fn error(&self) -> Option<String> {
        match self {
            Self::Phrase(phrase) => phrase.is_empty().then(|| {
                "`$search` has an empty phrase: search for a phrase that isn't empty, or omit it".to_owned()
            }),
            Self::And(operands) | Self::Or(operands) => operands.iter().find_map(Self::error),
            Self::Not(operand) => operand.error(),
            Self::TooDeep => Some(node::too_deep()),
        }
    }

    const fn precedence(&self) -> u8 {
        match self {
            Self::Or(_) => 1,
            Self::And(_) => 2,
            Self::Not(_) => 3,
            Self::Phrase(_) | Self::TooDeep => 4,
        }
    }
}

fn write_operands(
    operands: &[Expression],
    operator: &str,
    precedence: u8,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for (position, operand) in operands.iter().enumerate() {
        f.write_str(if position == 0 { "" } else { operator })?;
        // An operand with the same operator is enclosed in parentheses, to preserve the grouping of the caller.
        operand.write(precedence + 1, f)?;
    }
    Ok(())
}

impl<O: CombinedWith<P>, P> BitAnd<Search<P>> for Search<O> {
    type Output = Search<O::Derived>;

    fn bitand(self, other: Search<P>) -> Self::Output {
        self.conjunction(other)
    }
}

impl<O: CombinedWith<P>, P> BitOr<Search<P>> for Search<O> {
    type Output = Search<O::Derived>;

    fn bitor(self, other: Search<P>) -> Self::Output {
        self.disjunction(other)
    }
}

impl<O> Not for Search<O> {
    type Output = Self;

    fn not(self) -> Self {
        Self::new(Expression::Not(Box::new(self.expression)), self.depth + 1)
    }
}

impl<O> Clone for Search<O> {
    fn clone(&self) -> Self {
        Self::new(self.expression.clone(), self.depth)
    }
}

/// Writes the expression without percent-encoding.
impl<O> fmt::Display for Search<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expression.write(0, f)
    }
}

impl<O> fmt::Debug for Search<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Search({self})")
    }
}

/// A [`Search`], or a string that is searched as a phrase.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an expression for `$search`: use a string or a `Search`",
    label = "expected a string or a `Search`"
)]
pub trait IntoSearch {
    /// The type that declares the properties in the expression, such as `User` for
    /// `Search::property(User::MAIL, "ad")`.
    type Owner;

    /// Converts the value into a [`Search`].
    fn into_search(self) -> Search<Self::Owner>;
}

impl<O> IntoSearch for Search<O> {
    type Owner = O;

    fn into_search(self) -> Self {
        self
    }
}

macro_rules! phrases {
    ($($text:ty)*) => {$(
        impl IntoSearch for $text {
            type Owner = AnyType;

            fn into_search(self) -> Search<AnyType> {
                Search::phrase(self)
            }
        }
    )*};
}

phrases! { &str String &String }
