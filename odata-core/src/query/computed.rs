//! `Computed`: an untyped expression that isn't a property path, and its formatting.

use core::fmt;

use super::calculation::Calculation;
use super::condition::Condition;
use super::literal::Literal;
use super::node;
use super::renderer::Renderer;
use super::variable_id::VariableId;
use crate::metadata::ValueType;
use crate::typed_property::{Expression, Operand, ToExpression};
use crate::wire_format::WireFormat;

/// An expression that isn't a property path, such as a function call or a literal. Literals are formatted when the
/// request is built, because the format of literals depends on the service.
#[derive(Clone, Debug)]
pub enum Computed {
    /// A function call: `tolower(displayName)`, `now()`.
    Call(&'static str, Vec<Expression>),
    /// A literal: `'x'`, `42`.
    Literal(Literal),
    /// A collection as a JSON array: `["a","b"]`.
    Array(Literal),
    /// A calculation: `price add tax`.
    Arithmetic(Calculation),
    /// A negation: `-price`.
    Negate(Expression),
    /// A call of `cast` or `isof`, such as `cast(price,Edm.String)`. The expression is `None` for a call with only a
    /// type: `isof(n.manager)` checks the type of the current instance.
    TypeFunction(&'static str, Option<Expression>, ValueType),
    /// A condition that is used as a Boolean expression.
    Condition(Condition),
    /// A conditional expression: `case(price gt 10:'high',true:'low')`.
    Case(Vec<(Condition, Expression)>),
    /// The number of elements of a collection: `members/$count`, with an optional condition on the elements.
    Count(Expression, Option<Condition>),
    /// The variable of a lambda expression (`a`), or a path that starts with the variable (`a/price`).
    Variable(VariableId, Vec<&'static str>),
    /// The instance in the request path (`$it`), or a path that starts with the instance (`$it/address/city`).
    RequestInstance(Vec<&'static str>),
    /// A path that starts at the root of the service, such as `$root/users('1')/name`, or the reason why it is invalid.
    RootPath(Result<String, String>),
    /// A path of properties whose names are known only at run time: `extension_x/name`.
    RunTimePath(String),
    /// The replacement for an expression with too many nested levels.
    TooDeep,
}

/// Writes the expression without percent-encoding. Literals are written as for a service with the default settings,
/// such as `Sales.Color'Yellow'` for an enumeration member.
impl<O, V, E: ToExpression> fmt::Display for Operand<O, V, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut renderer = Renderer::new(WireFormat::current());
        self.expression().write(&mut renderer);
        f.write_str(&renderer.into_text())
    }
}

impl Expression {
    pub(super) fn call(name: &'static str, arguments: Vec<Self>) -> Self {
        Computed::Call(name, arguments).into()
    }

    /// Writes the expression.
    pub(super) fn write(&self, to: &mut Renderer) {
        match self {
            Self::Path(segments) => to.path(segments.as_slice()),
            Self::Computed(computed) => computed.write(to),
        }
    }

    /// Writes the expression as an operand of a comparison. A condition with an operator, such as `price gt 10`, is
    /// enclosed in parentheses.
    pub(super) fn write_operand(&self, to: &mut Renderer) {
        let needs_parentheses = match self {
            Self::Path(_) => false,
            Self::Computed(computed) => {
                matches!(&***computed, Computed::Condition(condition) if !condition.is_term())
            }
        };
        to.enclosed(needs_parentheses, |to| self.write(to));
    }

    /// Writes the left operand of `in` or `has`. A calculation such as `price add 1` is enclosed in parentheses,
    /// because `in` and `has` have a higher precedence than `add` (URL conventions, clause 5.1.1.14).
    pub(super) fn write_member(&self, to: &mut Renderer) {
        let is_calculated = match self {
            Self::Path(_) => false,
            Self::Computed(computed) => matches!(***computed, Computed::Arithmetic(_) | Computed::Negate(_)),
        };
        to.enclosed(is_calculated, |to| self.write_operand(to));
    }

    /// Writes the right operand of a comparison, such as `5` in `price gt 5`. An error message about the right operand
    /// contains the property path of the left operand, such as `price`.
    pub(super) fn write_beside(&self, left: &Self, to: &mut Renderer) {
        match self {
            Self::Computed(computed) => match &***computed {
                Computed::Literal(literal) => to.literal(literal, || left.name()),
                Computed::Array(literal) => to.array(literal, || left.name()),
                _ => self.write_operand(to),
            },
            Self::Path(_) => self.write(to),
        }
    }

    /// Returns the first property path in the expression, for error messages.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Path(segments) => segments.to_string(),
            Self::Computed(computed) => computed.name(),
        }
    }
}

impl Computed {
    /// Returns the number of nested levels.
    pub(super) fn depth(&self) -> usize {
        let inner = match self {
            Self::Call(_, arguments) => arguments.iter().map(Expression::depth).max(),
            Self::Arithmetic(calculation) => return calculation.depth(),
            Self::Negate(operand) | Self::TypeFunction(_, Some(operand), _) => Some(operand.depth()),
            Self::Condition(condition) => Some(condition.depth()),
            Self::Case(branches) => {
                branches.iter().map(|(condition, value)| condition.depth().max(value.depth())).max()
            }
            Self::Count(collection, condition) => {
                Some(collection.depth().max(condition.as_ref().map_or(0, Condition::depth)))
            }
            Self::Literal(_)
            | Self::Array(_)
            | Self::TypeFunction(_, None, _)
            | Self::Variable(..)
            | Self::RequestInstance(_)
            | Self::RootPath(_)
            | Self::RunTimePath(_)
            | Self::TooDeep => None,
        };
        inner.map_or(0, |inner| inner + 1)
    }

    fn write(&self, to: &mut Renderer) {
        match self {
            Self::Call(name, arguments) => write_call(name, arguments, to),
            Self::Literal(literal) => to.literal(literal, || "literal".to_owned()),
            Self::Array(literal) => to.array(literal, || "collection".to_owned()),
            Self::Arithmetic(calculation) => calculation.write(to),
            Self::Negate(operand) => write_negation(operand, to),
            Self::TypeFunction(name, operand, value_type) => {
                to.push(&format!("{name}("));
                match operand {
                    Some(operand) => {
                        operand.write(to);
                        to.push(",");
                    }
                    None => to.push_element(),
                }
                to.push(&format!("{value_type})"));
            }
            Self::Condition(condition) => condition.write(to),
            Self::Case(branches) => write_case(branches, to),
            Self::Count(collection, condition) => write_count(collection, condition.as_ref(), to),
            Self::Variable(id, segments) => to.variable_path(*id, segments),
            Self::RequestInstance(segments) => to.prefixed_path(Some("$it"), segments),
            Self::RunTimePath(path) => {
                to.run_time_path(path);
            }
            Self::RootPath(Ok(path)) => to.push(path),
            Self::RootPath(Err(reason)) => {
                to.push(&format!("<{reason}>"));
                to.fail(reason.clone());
            }
            Self::TooDeep => node::fail_too_deep(to),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Call(name, arguments) => {
                let names = arguments.iter().map(Expression::name);
                names.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| (*name).to_owned())
            }
            Self::Arithmetic(calculation) => calculation.first().name(),
            Self::Negate(operand) | Self::Count(operand, _) => operand.name(),
            Self::TypeFunction(name, operand, _) => {
                operand.as_ref().map_or_else(|| (*name).to_owned(), Expression::name)
            }
            Self::Variable(_, segments) => segments.join("/"),
            Self::RequestInstance(segments) => format!("$it/{}", segments.join("/")),
            Self::RunTimePath(path) | Self::RootPath(Ok(path)) => path.clone(),
            Self::Case(_) => "case".to_owned(),
            Self::Condition(_)
            | Self::Literal(_)
            | Self::Array(_)
            | Self::RootPath(Err(_))
            | Self::TooDeep => String::new(),
        }
    }
}

fn write_call(name: &str, arguments: &[Expression], to: &mut Renderer) {
    to.push(&format!("{name}("));
    for (position, argument) in arguments.iter().enumerate() {
        if position == 0 {
            argument.write(to);
        } else {
            to.push(",");
            argument.write_beside(&arguments[0], to);
        }
    }
    to.push(")");
}

/// Writes `-price` or `-(price add 1)`. Parentheses around a literal prevent a double minus sign: `-(-5)`.
fn write_negation(operand: &Expression, to: &mut Renderer) {
    to.push("-");
    let is_simple = match operand {
        Expression::Path(_) => true,
        Expression::Computed(computed) => {
            !matches!(&***computed, Computed::Literal(_) | Computed::Arithmetic(_) | Computed::Negate(_))
        }
    };
    to.enclosed(!is_simple, |to| operand.write(to));
}

fn write_case(branches: &[(Condition, Expression)], to: &mut Renderer) {
    to.push("case(");
    to.separated(",", branches, |(condition, value), to| {
        condition.write(to);
        to.colon(|to| value.write(to));
    });
    to.push(")");
}

fn write_count(collection: &Expression, condition: Option<&Condition>, to: &mut Renderer) {
    collection.write(to);
    to.push("/$count");
    if let Some(condition) = condition {
        to.push("($filter=");
        to.inside_count(|to| condition.write(to));
        to.push(")");
    }
}
