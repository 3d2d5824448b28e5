//! `Computed`: an untyped expression that isn't a property path, and its formatting.

use core::fmt;

use super::condition::Condition;
use super::literal::Literal;
use super::property_name;
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
    /// A calculation whose operators have the same precedence: `price add tax sub 5`. The operands are a flat sequence,
    /// because deeply nested expressions would overflow the stack.
    Arithmetic(Expression, Vec<(Operator, Expression)>),
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
    /// A path of properties whose names are known only at run time: `extension_x/name`.
    RunTimePath(String),
}

/// An arithmetic operator of OData.
#[derive(Clone, Copy, Debug)]
pub struct Operator {
    /// The operator in a URL, such as `add`.
    pub(super) name: &'static str,
    /// Whether the operator is `mul`, `div`, `divby` or `mod`, which have a higher precedence than `add` and `sub`.
    pub(super) is_multiplicative: bool,
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

impl From<Computed> for Expression {
    fn from(computed: Computed) -> Self {
        Self::Computed(Box::new(computed))
    }
}

impl Expression {
    pub(super) fn call(name: &'static str, arguments: Vec<Self>) -> Self {
        Computed::Call(name, arguments).into()
    }

    /// Appends an arithmetic operator and its right operand, such as `sub 5` to `price add tax`. If the operators have
    /// the same precedence, such as `add` and `sub`, the result is one flat `Computed::Arithmetic`.
    pub(super) fn calculate(self, operator: Operator, right: Self) -> Self {
        match self {
            Self::Computed(computed) => match *computed {
                Computed::Arithmetic(first, mut others)
                    // All operators of a sequence have the same precedence.
                    if others.first().is_some_and(|(other, _)| {
                        other.is_multiplicative == operator.is_multiplicative
                    }) =>
                {
                    others.push((operator, right));
                    Computed::Arithmetic(first, others).into()
                }
                left => Computed::Arithmetic(left.into(), vec![(operator, right)]).into(),
            },
            left @ Self::Path(_) => Computed::Arithmetic(left, vec![(operator, right)]).into(),
        }
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
                matches!(&**computed, Computed::Condition(condition) if !condition.is_term())
            }
        };
        to.enclosed(needs_parentheses, |to| self.write(to));
    }

    /// Writes the left operand of `in` or `has`. A calculation such as `price add 1` is enclosed in parentheses,
    /// because `in` and `has` have a higher precedence than `add` (URL conventions, clause 5.1.1.14).
    pub(super) fn write_member(&self, to: &mut Renderer) {
        let is_calculated = match self {
            Self::Path(_) => false,
            Self::Computed(computed) => matches!(**computed, Computed::Arithmetic(..) | Computed::Negate(_)),
        };
        to.enclosed(is_calculated, |to| self.write_operand(to));
    }

    /// Writes the right operand of a comparison, such as `5` in `price gt 5`. An error message about the right operand
    /// contains the property path of the left operand, such as `price`.
    pub(super) fn write_beside(&self, left: &Self, to: &mut Renderer) {
        match self {
            Self::Computed(computed) => match &**computed {
                Computed::Literal(literal) => to.literal(literal, &left.name()),
                Computed::Array(literal) => to.array(literal, &left.name()),
                _ => self.write_operand(to),
            },
            Self::Path(_) => self.write(to),
        }
    }

    /// Writes an operand of an arithmetic operator, with parentheses if the precedence requires them. Arithmetic
    /// operators are left-associative: `a sub b sub c` needs no parentheses, but `a sub (b sub c)` does.
    fn write_term(&self, operator: Operator, is_first: bool, to: &mut Renderer) {
        let needs_parentheses = match self {
            Self::Path(_) => false,
            Self::Computed(computed) => match &**computed {
                Computed::Arithmetic(_, others) => others.iter().any(|(inner, _)| {
                    let binds_more = inner.is_multiplicative && !operator.is_multiplicative;
                    !binds_more && (!is_first || inner.is_multiplicative != operator.is_multiplicative)
                }),
                _ => false,
            },
        };
        to.enclosed(needs_parentheses, |to| self.write(to));
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
    fn write(&self, to: &mut Renderer) {
        match self {
            Self::Call(name, arguments) => write_call(name, arguments, to),
            Self::Literal(literal) => to.literal(literal, "literal"),
            Self::Array(literal) => to.array(literal, "collection"),
            Self::Arithmetic(first, others) => {
                others.iter().take(1).for_each(|(operator, _)| first.write_term(*operator, true, to));
                for (operator, operand) in others {
                    to.push(&format!(" {} ", operator.name));
                    operand.write_term(*operator, false, to);
                }
            }
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
                if let Err(reason) = property_name::check(path) {
                    to.fail(format!("`{path}` is not a valid property path: {reason}"));
                }
                to.path(&[path]);
            }
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Call(name, arguments) => {
                let names = arguments.iter().map(Expression::name);
                names.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| (*name).to_owned())
            }
            Self::Arithmetic(operand, _) | Self::Negate(operand) | Self::Count(operand, _) => operand.name(),
            Self::TypeFunction(name, operand, _) => {
                operand.as_ref().map_or_else(|| (*name).to_owned(), Expression::name)
            }
            Self::Variable(_, segments) => segments.join("/"),
            Self::RequestInstance(segments) => format!("$it/{}", segments.join("/")),
            Self::RunTimePath(path) => path.clone(),
            Self::Case(_) => "case".to_owned(),
            Self::Condition(_) | Self::Literal(_) | Self::Array(_) => String::new(),
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
            !matches!(&**computed, Computed::Literal(_) | Computed::Arithmetic(..) | Computed::Negate(_))
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
