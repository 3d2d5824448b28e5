//! `Calculation`: an arithmetic operator and its operands.

use core::fmt;
use core::mem;
use std::sync::Arc;

use super::computed::Computed;
use super::renderer::Renderer;
use crate::typed_property::{Expression, Segments};

/// An arithmetic operator of OData.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operator {
    /// The operator in a URL, such as `add`.
    pub(super) name: &'static str,
    /// Whether the operator is `mul`, `div`, `divby` or `mod`, which have a higher precedence than `add` and `sub`.
    pub(super) is_multiplicative: bool,
}

/// An arithmetic operator with its operands, such as `price add tax`.
///
/// A sequence such as `a add b sub c` has the left operand `a add b`. The sequence can have any number of operands, so
/// none of the methods recurses into the left operand.
#[derive(Clone)]
pub struct Calculation {
    left: Expression,
    operator: Operator,
    right: Expression,
}

impl Calculation {
    pub(super) const fn new(left: Expression, operator: Operator, right: Expression) -> Self {
        Self { left, operator, right }
    }

    /// Returns the number of nested levels.
    pub(super) fn depth(&self) -> usize {
        let is_sequence = self.previous().is_some();
        (self.left.depth() + usize::from(!is_sequence)).max(self.right.depth() + 1)
    }

    /// Returns the calculation that is continued by the operator: `a add b` for `a add b sub c`, and `None` for
    /// `a mul b add c`, because `mul` has another precedence.
    fn previous(&self) -> Option<&Self> {
        let Expression::Computed(node) = &self.left else { return None };
        let Computed::Arithmetic(left) = &***node else { return None };
        (left.operator.is_multiplicative == self.operator.is_multiplicative).then_some(left)
    }

    /// Returns the first operand of a sequence of operators with the same precedence.
    pub(super) fn first(&self) -> &Expression {
        let mut first = self;
        while let Some(previous) = first.previous() {
            first = previous;
        }
        &first.left
    }

    /// Returns the operators of a sequence with their right operands, in the order of the sequence.
    fn others(&self) -> Vec<(Operator, &Expression)> {
        let mut others = vec![(self.operator, &self.right)];
        let mut current = self;
        while let Some(previous) = current.previous() {
            others.push((previous.operator, &previous.right));
            current = previous;
        }
        others.reverse();
        others
    }

    pub(super) fn write(&self, to: &mut Renderer) {
        self.write_operand(self.first(), true, to);
        for (operator, operand) in self.others() {
            to.push(&format!(" {} ", operator.name));
            self.write_operand(operand, false, to);
        }
    }

    /// Writes an operand, with parentheses if the precedence requires them. Arithmetic operators are left-associative:
    /// `a sub b sub c` needs no parentheses, but `a sub (b sub c)` does.
    fn write_operand(&self, operand: &Expression, is_first: bool, to: &mut Renderer) {
        let needs_parentheses = match operand {
            Expression::Path(_) => false,
            Expression::Computed(node) => match &***node {
                Computed::Arithmetic(inner) => {
                    let is_multiplicative = self.operator.is_multiplicative;
                    let binds_more = inner.operator.is_multiplicative && !is_multiplicative;
                    !binds_more && (!is_first || inner.operator.is_multiplicative != is_multiplicative)
                }
                _ => false,
            },
        };
        to.enclosed(needs_parentheses, |to| operand.write(to));
    }
}

/// Drops the left operands one by one, because the recursion of the default implementation would overflow the stack.
impl Drop for Calculation {
    fn drop(&mut self) {
        let mut next = take(&mut self.left);
        while let Expression::Computed(node) = next {
            let Some(node) = Arc::into_inner(node) else { return };
            let Computed::Arithmetic(mut calculation) = node.into_computed() else { return };
            next = take(&mut calculation.left);
        }
    }
}

fn take(expression: &mut Expression) -> Expression {
    mem::replace(expression, Expression::Path(Segments::Path(Vec::new())))
}

impl fmt::Debug for Calculation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calculation").field(self.first()).field(&self.others()).finish()
    }
}
