//! Conditions.

use odata_core::Operand;
use odata_core::query::Filter;

use super::Builder;
use super::literal::{binary, text_tree, word_tree};
use crate::abnf::{Expression, Literal, conjunction, disjunction};
use crate::model::Item;

/// A method such as `Operand::contains`.
type StringTest = fn(&Operand<Item, String>, Operand<Item, String>) -> Filter<Item>;

impl Builder<'_, '_> {
    /// Builds a condition.
    pub(super) fn condition(&mut self) -> (Filter<Item>, Expression) {
        match self.choose(4, 17) {
            0 => {
                let text = self.source.text();
                let (operand, tree) = self.nested(Self::string);
                (operand.eq(text.as_str()), binary("eq", tree, text_tree(&text)))
            }
            1 => self.typed_comparison(),
            2 => (Item::FLAG.is_true(), self.path("flag")),
            3 => self.word_condition(),
            4 => self.string_comparison(),
            5 | 6 => self.number_comparison(),
            7 => self.string_list(),
            8 => self.number_list(),
            9 => self.string_test("contains", Operand::contains),
            10 => self.string_test("startswith", Operand::starts_with),
            11 => self.string_test("matchesPattern", Operand::matches_pattern),
            12 => self.combination(),
            13 => {
                let (condition, tree) = self.nested(Self::condition);
                (!condition, Expression::Unary("not", Box::new(tree)))
            }
            14 => self.lambda(),
            15 => {
                let (condition, tree) = self.nested(Self::condition);
                (condition.into_operand().eq(true), binary("eq", tree, word_tree("true")))
            }
            _ => self.raw(),
        }
    }

    fn string_comparison(&mut self) -> (Filter<Item>, Expression) {
        let ((left, left_tree), (right, right_tree)) = (self.nested(Self::string), self.string_operand());
        let (filter, operator) = match self.source.choose(3) {
            0 => (left.ne(right), "ne"),
            1 => (left.gt(right), "gt"),
            _ => (left.le(right), "le"),
        };
        (filter, binary(operator, left_tree, right_tree))
    }

    fn number_comparison(&mut self) -> (Filter<Item>, Expression) {
        let ((left, left_tree), (right, right_tree)) = (self.nested(Self::number), self.number_operand());
        let (filter, operator) = match self.source.choose(3) {
            0 => (left.eq(right), "eq"),
            1 => (left.ge(right), "ge"),
            _ => (left.lt(right), "lt"),
        };
        (filter, binary(operator, left_tree, right_tree))
    }

    fn string_list(&mut self) -> (Filter<Item>, Expression) {
        let ((operand, tree), texts) = (self.nested(Self::string), self.source.texts());
        if self.source.is_set() {
            let values = Expression::Json(serde_json::Value::from(texts.clone()));
            return (operand.is_element_of(texts), binary("in", tree, values));
        }
        let literals = texts.iter().cloned().map(Literal::Text).collect();
        (operand.is_in(texts), list(tree, literals))
    }

    fn number_list(&mut self) -> (Filter<Item>, Expression) {
        let (operand, tree) = self.nested(Self::number);
        let numbers: Vec<i64> = (0..self.source.choose(4)).map(|_| self.source.integer()).collect();
        let literals = numbers.iter().map(|number| Literal::Word(number.to_string())).collect();
        (operand.is_in(numbers), list(tree, literals))
    }

    fn string_test(&mut self, name: &str, test: StringTest) -> (Filter<Item>, Expression) {
        let ((operand, tree), (argument, argument_tree)) = (self.nested(Self::string), self.string_operand());
        (test(&operand, argument), Expression::Call(name.to_owned(), vec![tree, argument_tree]))
    }

    fn combination(&mut self) -> (Filter<Item>, Expression) {
        let ((left, left_tree), (right, right_tree)) =
            (self.nested(Self::condition), self.nested(Self::condition));
        let trees = vec![left_tree, right_tree];
        if self.source.is_set() {
            (left.and(right), conjunction(trees))
        } else {
            (left.or(right), disjunction(trees))
        }
    }

    /// Builds a condition from the text of another condition.
    fn raw(&mut self) -> (Filter<Item>, Expression) {
        let is_free = self.has_enumeration_types && self.scope.lambdas == 0;
        let (condition, tree) = self.nested(Self::condition);
        // The text has the default format.
        let text = condition.to_string();
        // The text of an invalid condition isn't valid either.
        if !is_free || self.may_fail {
            return (condition, tree);
        }
        // odata-core rejects parentheses and apostrophes in JSON strings unless they are balanced.
        self.may_fail |= text.contains('[');
        (Filter::raw(text).for_type::<Item>(), tree)
    }
}

/// Returns the tree of `in` with a list. No value is in an empty list.
fn list(operand: Expression, literals: Vec<Literal>) -> Expression {
    if literals.is_empty() { word_tree("false") } else { binary("in", operand, Expression::List(literals)) }
}
