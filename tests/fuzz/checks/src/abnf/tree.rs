//! The syntax trees of expressions and query options.

/// An expression (rule `commonExpr`).
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A primitive literal.
    Literal(Literal),
    /// A property path.
    Path(Path),
    /// A call of a canonical function.
    Call(String, Vec<Self>),
    /// `case`: conditions and values.
    Case(Vec<(Self, Self)>),
    /// `cast` or `isof`, its operand, and the name of the type.
    TypeFunction(String, Option<Box<Self>>, String),
    /// `not` or `-`.
    Unary(&'static str, Box<Self>),
    /// An operator with two operands.
    Binary(&'static str, Box<Self>, Box<Self>),
    /// All operands of `and` operators.
    And(Vec<Self>),
    /// All operands of `or` operators.
    Or(Vec<Self>),
    /// The literals after `in`.
    List(Vec<Literal>),
    /// An array or an object in JSON.
    Json(serde_json::Value),
    /// The values of an array or an object that contains expressions.
    Values(Vec<Self>),
}

/// A primitive literal (rule `primitiveLiteral`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// `null`, a Boolean value, a number, a GUID, or a date or time.
    Word(String),
    /// A string.
    Text(String),
    /// A literal with a prefix, such as `duration'PT1S'` or `n.color'red'`.
    Prefixed(String, String),
}

/// The start of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Root {
    /// The path starts with a property.
    Property,
    /// The variable of the lambda expression with this number. The outermost lambda expression has the number 0.
    Variable(usize),
    /// `$it`, `$this` or `$root`.
    Instance(&'static str),
    /// A parameter alias, such as `@p`.
    Alias(String),
}

/// A path of an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The start of the path.
    pub root: Root,
    /// The segments after the root.
    pub segments: Vec<Segment>,
}

/// A segment of a path in an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// A property or the name of a type.
    Name(String),
    /// `$count` and its options.
    Count(Options),
    /// `any` or `all`, and its condition.
    Lambda(&'static str, Option<Box<Expression>>),
    /// `$filter(…)`.
    Filter(Box<Expression>),
    /// A key without names.
    Key(Box<Expression>),
    /// Named parameters or a compound key.
    Arguments(Vec<(String, Expression)>),
}

/// Query options: names and values.
pub type Options = Vec<(String, OptionValue)>;

/// The value of a query option.
#[derive(Clone, Debug, PartialEq)]
pub enum OptionValue {
    /// `$filter`, or the value of a parameter alias.
    Expression(Expression),
    /// `$orderby`: expressions, and whether the order is descending.
    Order(Vec<(Expression, bool)>),
    /// `$select` or `$expand`.
    Items(Vec<Item>),
    /// `$compute`: expressions and names.
    Compute(Vec<(Expression, String)>),
    /// `$search`.
    Search(Search),
    /// `$apply`.
    Apply(Vec<Transformation>),
    /// `$top`, `$count` and similar options, and custom query options.
    Text(String),
}

/// An item of `$select` or `$expand`: a path and nested options.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The path, such as `address/city` or `items/$ref`.
    pub path: String,
    /// The nested options.
    pub options: Options,
}

/// An expression of `$search`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// A word or a phrase.
    Phrase(String),
    /// `AND`, explicit or implicit.
    And(Vec<Self>),
    /// `OR`.
    Or(Vec<Self>),
    /// `NOT`.
    Not(Box<Self>),
}

impl Search {
    /// Combines operands with `AND`. Nested conjunctions become part of the result.
    #[must_use]
    pub fn conjunction(operands: Vec<Self>) -> Self {
        let flat = operands.into_iter().flat_map(|operand| match operand {
            Self::And(inner) => inner,
            other => vec![other],
        });
        Self::And(flat.collect())
    }

    /// Combines operands with `OR`. Nested disjunctions become part of the result.
    #[must_use]
    pub fn disjunction(operands: Vec<Self>) -> Self {
        let flat = operands.into_iter().flat_map(|operand| match operand {
            Self::Or(inner) => inner,
            other => vec![other],
        });
        Self::Or(flat.collect())
    }
}

/// A transformation of `$apply`.
#[derive(Clone, Debug, PartialEq)]
pub enum Transformation {
    /// `filter(…)`.
    Filter(Expression),
    /// `compute(…)`.
    Compute(Vec<(Expression, String)>),
    /// `aggregate(…)`: expressions, methods and names. The count has no expression.
    Aggregate(Vec<(Option<Expression>, String, String)>),
    /// `groupby((…),…)`: paths and transformations.
    GroupBy(Vec<String>, Vec<Self>),
}

/// Combines operands with `and`. Nested conjunctions become part of the result, because `and` is associative.
#[must_use]
pub fn conjunction(operands: Vec<Expression>) -> Expression {
    let flat = operands.into_iter().flat_map(|operand| match operand {
        Expression::And(inner) => inner,
        other => vec![other],
    });
    Expression::And(flat.collect())
}

/// Combines operands with `or`. Nested disjunctions become part of the result, because `or` is associative.
#[must_use]
pub fn disjunction(operands: Vec<Expression>) -> Expression {
    let flat = operands.into_iter().flat_map(|operand| match operand {
        Expression::Or(inner) => inner,
        other => vec![other],
    });
    Expression::Or(flat.collect())
}
