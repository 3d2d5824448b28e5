//! `Condition`: the untyped condition of a `$filter`, and its formatting.

use std::collections::VecDeque;

use super::literal::Literal;
use super::renderer::Renderer;
use super::validation;
use crate::typed_property::Expression;

/// A condition of a `$filter`. Literals in a condition are formatted when the request is built, because the format of
/// literals depends on the service.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    /// A comparison: `status eq 'running'`.
    Compare(Expression, &'static str, Literal),
    /// A membership test: `id in ('1','2')`.
    In(Expression, Vec<Literal>),
    /// A Boolean function: `contains(displayName,'x')`.
    Function(&'static str, Expression, Literal),
    /// A lambda expression: `operations/any(a:a/status eq 'running')`.
    Lambda(Expression, &'static str, Option<Box<Condition>>),
    /// Conditions combined with `and`. The operands are a flat sequence, because deeply nested conditions would overflow
    /// the stack.
    And(VecDeque<Condition>),
    /// Conditions combined with `or`. The operands are a flat sequence, because deeply nested conditions would overflow
    /// the stack.
    Or(VecDeque<Condition>),
    Not(Box<Condition>),
    /// A string in the syntax of `$filter`, which the caller passed to [`Filter::raw`](super::Filter::raw).
    Raw(String),
}

impl Condition {
    pub(super) fn and(self, other: Self) -> Self {
        Self::And(match (self, other) {
            (Self::And(first), Self::And(second)) => concatenate(first, second),
            (Self::And(first), second) => concatenate(first, [second].into()),
            (first, Self::And(second)) => concatenate([first].into(), second),
            (first, second) => [first, second].into(),
        })
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self::Or(match (self, other) {
            (Self::Or(first), Self::Or(second)) => concatenate(first, second),
            (Self::Or(first), second) => concatenate(first, [second].into()),
            (first, Self::Or(second)) => concatenate([first].into(), second),
            (first, second) => [first, second].into(),
        })
    }

    pub(super) fn write(&self, to: &mut Renderer) {
        match self {
            Self::Compare(operand, operator, literal) => {
                operand.write(to);
                to.push(&format!(" {operator} "));
                to.literal(literal, operand);
            }
            Self::In(operand, literals) => write_in(operand, literals, to),
            Self::Function(name, operand, literal) => {
                to.push(&format!("{name}("));
                operand.write(to);
                to.push(",");
                to.literal(literal, operand);
                to.push(")");
            }
            Self::Lambda(collection, operator, condition) => {
                collection.write(to);
                to.push(&format!("/{operator}("));
                if let Some(condition) = condition {
                    to.inside_lambda(|to| condition.write(to));
                }
                to.push(")");
            }
            Self::And(all) => {
                write_operands(all, " and ", to, |inner| matches!(inner, Self::Or(_) | Self::Raw(_)));
            }
            Self::Or(all) => write_operands(all, " or ", to, |inner| matches!(inner, Self::Raw(_))),
            Self::Not(inner) => {
                to.push("not ");
                inner.write_inside(to, |inner| !matches!(inner, Self::Function(..) | Self::Lambda(..)));
            }
            Self::Raw(text) => {
                if let Err(reason) = validation::check(text) {
                    to.fail(format!("the condition `{text}` from `Filter::raw` is invalid: {reason}"));
                }
                to.push(text);
            }
        }
    }

    fn write_inside(&self, to: &mut Renderer, needs_parentheses: fn(&Self) -> bool) {
        if !needs_parentheses(self) {
            return self.write(to);
        }
        to.push("(");
        self.write(to);
        to.push(")");
    }
}

/// Concatenates two sequences of conditions.
///
/// Moves the conditions of the shorter sequence into the longer sequence, so that adding `n` conditions one by one
/// doesn't take quadratic time.
fn concatenate(mut first: VecDeque<Condition>, mut second: VecDeque<Condition>) -> VecDeque<Condition> {
    if first.len() >= second.len() {
        first.append(&mut second);
        return first;
    }
    while let Some(condition) = first.pop_back() {
        second.push_front(condition);
    }
    second
}

fn write_in(operand: &Expression, literals: &[Literal], to: &mut Renderer) {
    // The standard doesn't allow an empty list after `in`. No value is in an empty list, so the condition is `false`.
    if literals.is_empty() {
        return to.push("false");
    }
    operand.write(to);
    to.push(" in (");
    for (position, literal) in literals.iter().enumerate() {
        to.push(if position == 0 { "" } else { "," });
        to.literal(literal, operand);
    }
    to.push(")");
}

fn write_operands(
    all: &VecDeque<Condition>,
    operator: &str,
    to: &mut Renderer,
    needs_parentheses: fn(&Condition) -> bool,
) {
    for (position, condition) in all.iter().enumerate() {
        to.push(if position == 0 { "" } else { operator });
        condition.write_inside(to, needs_parentheses);
    }
}

impl Expression {
    pub(super) fn write(&self, to: &mut Renderer) {
        match self {
            Self::Path(segments) => to.path(segments.as_slice()),
            Self::Call(name, operand) => {
                to.push(&format!("{name}("));
                operand.write(to);
                to.push(")");
            }
        }
    }
}
