//! Expressions of the types `Edm.Int64` and `Edm.Int32`.

use odata_core::Operand;
use odata_core::query::{Case, literal};

use super::Builder;
use super::literal::{binary, word_tree};
use crate::abnf::{Expression, OptionValue, Segment};
use crate::model::Item;

impl Builder<'_, '_> {
    /// Builds an integer expression that contains a property.
    pub(super) fn number(&mut self) -> (Operand<Item, i64>, Expression) {
        match self.choose(1, 10) {
            0 => (Item::B.for_type::<Item, _>(), self.path("b")),
            choice @ 1..=5 => self.calculation(choice),
            6 => {
                let (operand, tree) = self.number_operand();
                (operand.negate(), Expression::Unary("-", Box::new(tree)))
            }
            7 => {
                let (operand, tree) = self.nested(Self::number);
                (operand.round(), Expression::Call("round".to_owned(), vec![tree]))
            }
            8 => self.count(),
            _ => self.number_case(),
        }
    }

    /// Builds an integer expression or a literal.
    pub(super) fn number_operand(&mut self) -> (Operand<Item, i64>, Expression) {
        if self.source.is_set() {
            return self.nested(Self::number);
        }
        let number = self.source.integer();
        (literal(number).for_type::<Item, _>(), word_tree(number))
    }

    /// Builds the length of a string, or a literal.
    pub(super) fn length(&mut self) -> (Operand<Item, i32>, Expression) {
        if self.source.is_set() {
            let (text, tree) = self.nested(Self::string);
            return (text.length(), Expression::Call("length".to_owned(), vec![tree]));
        }
        let number = i32::from(self.source.choose(255)) - 100;
        (literal(number).for_type::<Item, _>(), word_tree(number))
    }

    fn calculation(&mut self, choice: u8) -> (Operand<Item, i64>, Expression) {
        let ((left, left_tree), (right, right_tree)) = (self.number_operand(), self.number_operand());
        let (result, operator) = match choice {
            1 => (left.add(right), "add"),
            2 => (left.sub(right), "sub"),
            3 => (left.mul(right), "mul"),
            4 => (left.div(right), "div"),
            _ => (left.modulo(right), "mod"),
        };
        (result, binary(operator, left_tree, right_tree))
    }

    fn number_case(&mut self) -> (Operand<Item, i64>, Expression) {
        let ((condition, condition_tree), (value, value_tree)) =
            (self.nested(Self::condition), self.number_operand());
        (
            Case::when(condition, value).or_null().cast(),
            cast(Expression::Case(vec![(condition_tree, value_tree)])),
        )
    }

    /// Builds the number of elements of a collection, with or without a condition.
    fn count(&mut self) -> (Operand<Item, i64>, Expression) {
        let (items, mut path) = self.items();
        if self.source.is_set() {
            path.segments.push(Segment::Count(Vec::new()));
            return (items.count(), Expression::Path(path));
        }
        let (condition, tree) = self.scoped(|scope| scope.current = None, Self::condition);
        let options = vec![("$filter".to_owned(), OptionValue::Expression(tree))];
        path.segments.push(Segment::Count(options));
        (items.count_where(condition), Expression::Path(path))
    }
}

fn cast(operand: Expression) -> Expression {
    Expression::TypeFunction("cast".to_owned(), Some(Box::new(operand)), "Edm.Int64".to_owned())
}
