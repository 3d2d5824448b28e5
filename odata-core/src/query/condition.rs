//! `Condition`: the untyped condition of a `$filter`, and its formatting.

use std::collections::VecDeque;

use super::literal::Literal;
use super::node;
use super::renderer::Renderer;
use super::validation;
use super::variable_id::VariableId;
use crate::typed_property::Expression;

/// A condition of a `$filter`. Literals in a condition are formatted when the request is built, because the format of
/// literals depends on the service.
#[derive(Clone, Debug)]
pub enum Condition {
    /// A comparison: `status eq 'running'`, `shippedDate gt requiredDate`.
    Compare(Expression, &'static str, Expression),
    /// A membership test: `id in ('1','2')`.
    In(Expression, Vec<Literal>),
    /// A Boolean expression: `contains(displayName,'x')`, `isActive`.
    Value(Expression),
    /// A lambda expression: `operations/any(a:a/status eq 'running')`. The [`VariableId`] identifies the lambda
    /// variable that `any_with` or `all_with` passes to its closure. For `any(condition)` and `all(condition)`, which
    /// have no closure, the [`VariableId`] is `None`.
    Lambda(Expression, &'static str, Option<(Option<VariableId>, Box<Condition>)>),
    /// Conditions combined with `and`. The operands are a flat sequence, because deeply nested conditions would overflow
    /// the stack.
    And(Operands),
    /// Conditions combined with `or`. The operands are a flat sequence, because deeply nested conditions would overflow
    /// the stack.
    Or(Operands),
    Not(Box<Condition>),
    /// A string in the syntax of `$filter`, which the caller passed to [`Filter::raw`](super::Filter::raw).
    Raw(String),
    /// The replacement for a condition with too many nested levels.
    TooDeep,
}

/// The operands of `and` or `or`, and their maximum number of nested levels.
#[derive(Clone, Debug)]
pub struct Operands {
    conditions: VecDeque<Condition>,
    depth: usize,
}

impl Condition {
    pub(super) fn and(self, other: Self) -> Self {
        Self::And(match (self, other) {
            (Self::And(first), Self::And(second)) => concatenate(first, second),
            (Self::And(first), second) => concatenate(first, second.into()),
            (first, Self::And(second)) => concatenate(first.into(), second),
            (first, second) => concatenate(first.into(), second.into()),
        })
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self::Or(match (self, other) {
            (Self::Or(first), Self::Or(second)) => concatenate(first, second),
            (Self::Or(first), second) => concatenate(first, second.into()),
            (first, Self::Or(second)) => concatenate(first.into(), second),
            (first, second) => concatenate(first.into(), second.into()),
        })
    }

    /// Returns `true` for a condition that needs no parentheses as an operand, such as `isActive` in `not isActive`.
    pub(super) const fn is_term(&self) -> bool {
        matches!(self, Self::Value(_) | Self::Lambda(..))
    }

    /// Returns the number of nested levels.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Compare(left, _, right) => left.depth().max(right.depth()),
            Self::In(operand, _) | Self::Value(operand) | Self::Lambda(operand, _, None) => operand.depth(),
            Self::Lambda(collection, _, Some((_, condition))) => {
                collection.depth().max(condition.depth() + 1)
            }
            Self::And(operands) | Self::Or(operands) => operands.depth + 1,
            Self::Not(condition) => condition.depth() + 1,
            Self::Raw(_) | Self::TooDeep => 0,
        }
    }

    /// Replaces the condition if it has too many nested levels.
    pub(super) fn limited(self) -> Self {
        if self.depth() > node::MAXIMUM_DEPTH { Self::TooDeep } else { self }
    }

    pub(super) fn write(&self, to: &mut Renderer) {
        match self {
            Self::Compare(left, operator, right) => {
                if matches!(*operator, "in" | "has") {
                    left.write_member(to);
                } else {
                    left.write_operand(to);
                }
                to.push(&format!(" {operator} "));
                right.write_beside(left, to);
            }
            Self::In(operand, literals) => write_in(operand, literals, to),
            Self::Value(expression) => expression.write(to),
            Self::Lambda(collection, operator, condition) => {
                collection.write(to);
                to.push(&format!("/{operator}("));
                if let Some((variable, condition)) = condition {
                    to.inside_lambda(*variable, |to| condition.write(to));
                }
                to.push(")");
            }
            Self::And(all) => {
                write_operands(all, " and ", to, |inner| matches!(inner, Self::Or(_) | Self::Raw(_)));
            }
            Self::Or(all) => write_operands(all, " or ", to, |inner| matches!(inner, Self::Raw(_))),
            Self::Not(inner) => {
                to.push("not ");
                to.enclosed(!inner.is_term(), |to| inner.write(to));
            }
            Self::Raw(text) => {
                if let Err(reason) = validation::check(text) {
                    to.fail(format!("the condition `{text}` from `Filter::raw` is invalid: {reason}"));
                }
                to.push(text);
            }
            Self::TooDeep => node::fail_too_deep(to),
        }
    }
}

impl From<Condition> for Operands {
    fn from(condition: Condition) -> Self {
        Self { depth: condition.depth(), conditions: [condition].into() }
    }
}

/// Concatenates two sequences of conditions.
///
/// Moves only the conditions of the shorter sequence, so that adding many conditions one by one is fast.
fn concatenate(first: Operands, second: Operands) -> Operands {
    let depth = first.depth.max(second.depth);
    let (mut first, mut second) = (first.conditions, second.conditions);
    if first.len() >= second.len() {
        first.append(&mut second);
        return Operands { conditions: first, depth };
    }
    while let Some(condition) = first.pop_back() {
        second.push_front(condition);
    }
    Operands { conditions: second, depth }
}

fn write_in(operand: &Expression, literals: &[Literal], to: &mut Renderer) {
    // The standard doesn't allow an empty list after `in`. No value is in an empty list, so the condition is `false`.
    if literals.is_empty() {
        return to.push("false");
    }
    operand.write_member(to);
    to.push(" in (");
    to.separated(",", literals, |literal, to| to.literal(literal, || operand.name()));
    to.push(")");
}

fn write_operands(
    all: &Operands,
    operator: &str,
    to: &mut Renderer,
    needs_parentheses: fn(&Condition) -> bool,
) {
    to.separated(operator, &all.conditions, |condition, to| {
        to.enclosed(needs_parentheses(condition), |to| condition.write(to));
    });
}
