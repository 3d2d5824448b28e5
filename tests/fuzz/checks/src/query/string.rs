//! Expressions of the type `Edm.String`.

use odata_core::Operand;
use odata_core::query::{Case, literal, request_instance, run_time_property};

use super::Builder;
use super::literal::{text_tree, word_tree};
use super::scope::path;
use crate::abnf::{Expression, Root};
use crate::model::{Address, Item};

impl Builder<'_, '_> {
    /// Builds a string expression that contains a property.
    pub(super) fn string(&mut self) -> (Operand<Item, String>, Expression) {
        match self.choose(6, 12) {
            0 => (Item::TEXT.for_type::<Item, _>(), self.path("text")),
            1 => (Item::A.for_type::<Item, _>(), self.path("a")),
            2 => (Item::ADDRESS.then(Address::A).for_type::<Item, _>(), self.path("address/a")),
            3 => self.variable_string(),
            4 => (request_instance(Item::A).for_type::<Item, _>(), path(Root::Instance("$it"), "a")),
            5 => self.run_time_string(),
            6 => self.string_function("tolower", Operand::to_lower),
            7 => self.string_function("toupper", Operand::to_upper),
            8 => self.string_function("trim", Operand::trim),
            9 => {
                let ((left, left_tree), (right, right_tree)) =
                    (self.nested(Self::string), self.string_operand());
                (left.concat(right), Expression::Call("concat".to_owned(), vec![left_tree, right_tree]))
            }
            10 => {
                let ((operand, tree), (start, start_tree)) = (self.nested(Self::string), self.length());
                let arguments = vec![tree, start_tree];
                (operand.substring(start), Expression::Call("substring".to_owned(), arguments))
            }
            _ => self.string_case(),
        }
    }

    /// Builds a string expression or a literal.
    pub(super) fn string_operand(&mut self) -> (Operand<Item, String>, Expression) {
        if self.source.is_set() {
            return self.nested(Self::string);
        }
        let text = self.source.text();
        (literal(text.clone()).for_type::<Item, _>(), text_tree(&text))
    }

    fn variable_string(&mut self) -> (Operand<Item, String>, Expression) {
        match self.variable() {
            Some((root, variable)) => (variable.then(Item::A).for_type::<Item, _>(), path(root, "a")),
            None => (Item::A.for_type::<Item, _>(), self.path("a")),
        }
    }

    /// Builds a property whose name is known only at run time. odata-core must reject names that contain syntax.
    fn run_time_string(&mut self) -> (Operand<Item, String>, Expression) {
        let mut name = self.source.text();
        // In the ABNF, a qualified name without a following segment isn't a property. Services can have properties with a
        // dot in their name, so odata-core writes such a name.
        if name.contains('.') && !name.contains('/') {
            name.push_str("/a");
        }
        self.may_fail = true;
        let tree = self.path(&name);
        (run_time_property::<String>(name).for_type::<Item, _>(), tree)
    }

    fn string_function(
        &mut self,
        name: &str,
        function: fn(&Operand<Item, String>) -> Operand<Item, String>,
    ) -> (Operand<Item, String>, Expression) {
        let (operand, tree) = self.nested(Self::string);
        (function(&operand), Expression::Call(name.to_owned(), vec![tree]))
    }

    fn string_case(&mut self) -> (Operand<Item, String>, Expression) {
        let ((condition, condition_tree), (value, value_tree)) =
            (self.nested(Self::condition), self.string_operand());
        let (otherwise, otherwise_tree) = self.string_operand();
        let branches = vec![(condition_tree, value_tree), (word_tree("true"), otherwise_tree)];
        (Case::when(condition, value).otherwise(otherwise), Expression::Case(branches))
    }
}
