//! Conditions on the elements of collections.

use odata_core::Operand;
use odata_core::query::{Filter, element};

use super::Builder;
use super::literal::{binary, text_tree};
use super::scope::path;
use crate::abnf::{Expression, Path, Root, Segment};
use crate::model::Item;

impl Builder<'_, '_> {
    /// Builds the path of a collection of entities.
    pub(super) fn items(&mut self) -> (Operand<Item, Vec<Item>>, Path) {
        let (items, tree) = match (self.source.choose(3), self.variable()) {
            (1, _) => (Item::PARENT.then(Item::ITEMS).for_type::<Item, _>(), self.path("parent/items")),
            (2, Some((root, variable))) => {
                (variable.then(Item::ITEMS).for_type::<Item, _>(), path(root, "items"))
            }
            _ => (Item::ITEMS.for_type::<Item, _>(), self.path("items")),
        };
        match tree {
            Expression::Path(path) => (items, path),
            _ => unreachable!("the tree is a path"),
        }
    }

    pub(super) fn lambda(&mut self) -> (Filter<Item>, Expression) {
        let (items, mut path) = self.items();
        let number = self.scope.lambdas;
        let (filter, operator, condition) = match self.source.choose(5) {
            0 => (items.is_not_empty(), "any", None),
            choice @ 1..=2 => {
                let (condition, tree) = self.scoped(
                    |scope| {
                        scope.lambdas += 1;
                        scope.current = Some(number);
                    },
                    Self::condition,
                );
                let operator = if choice == 1 { "any" } else { "all" };
                let filter = if choice == 1 { items.any(condition) } else { items.all(condition) };
                (filter, operator, Some(tree))
            }
            choice => {
                let mut tree = None;
                let condition = |variable| {
                    let (condition, condition_tree) = self.scoped(
                        |scope| {
                            scope.lambdas += 1;
                            scope.variables.push((number, variable));
                        },
                        Self::condition,
                    );
                    tree = Some(condition_tree);
                    condition
                };
                let (filter, operator) = if choice == 3 {
                    (items.any_with(condition), "any")
                } else {
                    (items.all_with(condition), "all")
                };
                (filter, operator, tree)
            }
        };
        path.segments.push(Segment::Lambda(operator, condition.map(Box::new)));
        (filter, Expression::Path(path))
    }

    /// Builds a condition on the elements of a collection of strings.
    pub(super) fn word_condition(&mut self) -> (Filter<Item>, Expression) {
        let Expression::Path(mut path) = self.path("words") else { unreachable!("the tree is a path") };
        let text = self.source.text();
        if self.source.is_set() {
            let tree = Expression::Json(serde_json::Value::from(vec![text.clone()]));
            let call = Expression::Call("contains".to_owned(), vec![Expression::Path(path), tree]);
            return (Item::WORDS.contains([text]), call);
        }
        let variable =
            Expression::Path(Path { root: Root::Variable(self.scope.lambdas), segments: Vec::new() });
        let condition = binary("ne", variable, text_tree(&text));
        path.segments.push(Segment::Lambda("all", Some(Box::new(condition))));
        (Item::WORDS.all_values(element().ne(text)), Expression::Path(path))
    }
}
