//! Query options.

use odata_core::query::{Aggregate, Aggregation, AnyType, Apply, Levels, QueryOptions, Search};

use super::Builder;
use crate::abnf::{Item as OptionItem, OptionValue, Options, Search as SearchTree, Transformation};
use crate::model::{Figures, Item};

type Built = (QueryOptions<Item>, Options);

impl Builder<'_, '_> {
    /// Builds query options. Expanded properties have options of their own, up to `depth` levels.
    pub(crate) fn query_options(&mut self, depth: u8) -> Built {
        let mut built = (QueryOptions::new(), Options::new());
        if !self.source.is_set() {
            let (condition, tree) = self.condition();
            built.0 = built.0.filter(condition);
            add(&mut built.1, "$filter", OptionValue::Expression(tree));
        }
        if self.source.is_set() {
            let (search, tree) = self.search(3);
            built.0 = built.0.search(search);
            add(&mut built.1, "$search", OptionValue::Search(tree));
        }
        if self.source.is_set() {
            built = self.ordered(built);
        }
        if self.source.is_set() {
            built = self.computed(built);
        }
        if self.source.is_set() {
            let number = self.source.bits();
            built.0 = built.0.top(number).count();
            add(&mut built.1, "$top", OptionValue::Text(number.to_string()));
            add(&mut built.1, "$count", OptionValue::Text("true".to_owned()));
        }
        if depth > 0 && self.source.is_set() {
            built = self.expanded(built, depth - 1);
        }
        if depth == 2 && self.source.is_set() {
            built = self.custom(built);
        }
        built
    }

    fn ordered(&mut self, (mut options, mut expected): Built) -> Built {
        let mut items = Vec::new();
        for _ in 0..=self.source.choose(2) {
            let is_descending = self.source.is_set();
            let tree = if self.source.is_set() {
                let (operand, tree) = self.string();
                options = if is_descending {
                    options.order_by_descending(operand)
                } else {
                    options.order_by(operand)
                };
                tree
            } else {
                let (operand, tree) = self.number();
                options = if is_descending {
                    options.order_by_descending(operand)
                } else {
                    options.order_by(operand)
                };
                tree
            };
            items.push((tree, is_descending));
        }
        add(&mut expected, "$orderby", OptionValue::Order(items));
        (options, expected)
    }

    fn computed(&mut self, (options, mut expected): Built) -> Built {
        let (operand, tree) = self.number();
        let property = operand.named("total");
        let options = options.compute(&property).select(&property).select(Item::TEXT);
        add(&mut expected, "$compute", OptionValue::Compute(vec![(tree, "total".to_owned())]));
        let items = ["total", "text"].map(|path| OptionItem { path: path.to_owned(), options: Vec::new() });
        add(&mut expected, "$select", OptionValue::Items(items.into()));
        (options, expected)
    }

    fn expanded(&mut self, (options, mut expected): Built, depth: u8) -> Built {
        let (mut inner, mut inner_expected) = self.query_options(depth);
        if self.source.is_set() {
            inner = inner.levels(Levels::Max);
            add(&mut inner_expected, "$levels", OptionValue::Text("max".to_owned()));
        }
        let (property, count) = ("items".to_owned(), "items/$count".to_owned());
        let mut items = vec![OptionItem { path: property, options: inner_expected }];
        let mut options = options.expand_with(Item::ITEMS, inner);
        if self.source.is_set() {
            let (condition, tree) = self.condition();
            options = options.expand_count_with(Item::ITEMS, QueryOptions::new().filter(condition));
            let nested = vec![("$filter".to_owned(), OptionValue::Expression(tree))];
            items.push(OptionItem { path: count, options: nested });
        }
        add(&mut expected, "$expand", OptionValue::Items(items));
        (options, expected)
    }

    /// Adds a custom query option with any name and value.
    fn custom(&mut self, (options, mut expected): Built) -> Built {
        let (name, value) = (self.source.text(), self.source.text());
        self.may_fail |= name.is_empty();
        // Names such as `$count` would replace the other options. An alias has the syntax of an expression.
        if name.contains(['$', '@']) {
            return (options, expected);
        }
        add(&mut expected, &name, OptionValue::Text(value.clone()));
        (options.custom(&name, value), expected)
    }

    fn search(&mut self, depth: u8) -> (Search<AnyType>, SearchTree) {
        match self.source.choose(if depth == 0 { 1 } else { 4 }) {
            0 => {
                let phrase = format!("{}{}", self.source.text(), if self.source.is_set() { "" } else { "x" });
                self.may_fail |= phrase.is_empty();
                (Search::phrase(phrase.clone()), SearchTree::Phrase(phrase))
            }
            1 => {
                let (search, tree) = self.search(depth - 1);
                (!search, SearchTree::Not(Box::new(tree)))
            }
            choice => {
                let ((left, left_tree), (right, right_tree)) =
                    (self.search(depth - 1), self.search(depth - 1));
                if choice == 2 {
                    (left.and(right), SearchTree::conjunction(vec![left_tree, right_tree]))
                } else {
                    (left.or(right), SearchTree::disjunction(vec![left_tree, right_tree]))
                }
            }
        }
    }

    /// Builds transformations of `$apply`.
    pub(super) fn apply(&mut self) -> (Apply<Item, Figures>, OptionValue) {
        let ((condition, tree), (value, value_tree)) = (self.condition(), self.number());
        let aggregation = Aggregation::new().by(Item::TEXT, Figures::TEXT);
        let (aggregation, aggregate) = if self.source.is_set() {
            let aggregate = (Some(value_tree), "sum".to_owned(), "total".to_owned());
            (aggregation.with(value.sum(), Figures::TOTAL), aggregate)
        } else {
            let aggregate = (None, "$count".to_owned(), "total".to_owned());
            (aggregation.with(Aggregate::count(), Figures::TOTAL), aggregate)
        };
        let groups = Transformation::GroupBy(
            vec!["text".to_owned()],
            vec![Transformation::Aggregate(vec![aggregate])],
        );
        let apply = Apply::new().filter(condition).aggregate(aggregation);
        (apply, OptionValue::Apply(vec![Transformation::Filter(tree), groups]))
    }
}

fn add(options: &mut Options, name: &str, value: OptionValue) {
    options.push((name.to_owned(), value));
}
