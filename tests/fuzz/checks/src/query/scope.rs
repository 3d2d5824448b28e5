//! `Builder`: builds expressions, and the syntax trees that a parser must read.

use odata_core::query::Variable;

use crate::abnf::{Expression, Path, Root, Segment};
use crate::model::Item;
use crate::source::Source;

/// Builds expressions from the bytes of the fuzzer.
pub(crate) struct Builder<'s, 'b> {
    pub(crate) source: &'s mut Source<'b>,
    /// Whether a value was used that odata-core may reject.
    pub(crate) may_fail: bool,
    /// Whether enumeration literals have the name of the type.
    pub(crate) has_enumeration_types: bool,
    depth: usize,
    pub(super) scope: Scope,
}

/// The variables of lambda expressions that are in scope.
#[derive(Clone, Default)]
pub(super) struct Scope {
    /// The number of lambda expressions around the expression.
    pub(super) lambdas: usize,
    /// The lambda expression to whose variable properties are relative.
    pub(super) current: Option<usize>,
    pub(super) variables: Vec<(usize, Variable<Item, Item>)>,
}

impl<'s, 'b> Builder<'s, 'b> {
    pub(crate) fn new(source: &'s mut Source<'b>) -> Self {
        Self { source, may_fail: false, has_enumeration_types: true, depth: 0, scope: Scope::default() }
    }

    /// Chooses between `leaves` alternatives without operands and others. Deep expressions have no operands.
    pub(super) fn choose(&mut self, leaves: u8, count: u8) -> u8 {
        self.source.choose(if self.depth > 4 { leaves } else { count })
    }

    /// Builds an operand.
    pub(super) fn nested<T>(&mut self, build: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let result = build(self);
        self.depth -= 1;
        result
    }

    /// Builds an expression with another scope.
    pub(super) fn scoped<T>(
        &mut self,
        change: impl FnOnce(&mut Scope),
        build: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let outer = self.scope.clone();
        change(&mut self.scope);
        let result = self.nested(build);
        self.scope = outer;
        result
    }

    /// Returns the tree of a property path that is relative to the current variable.
    pub(super) fn path(&self, path: &str) -> Expression {
        let root = self.scope.current.map_or(Root::Property, Root::Variable);
        self::path(root, path)
    }

    /// Returns a variable that is in scope, and the root of its paths.
    pub(super) fn variable(&mut self) -> Option<(Root, Variable<Item, Item>)> {
        let count = u8::try_from(self.scope.variables.len()).ok().filter(|count| *count > 0)?;
        let (number, variable) = self.scope.variables[usize::from(self.source.choose(count))].clone();
        Some((Root::Variable(number), variable))
    }
}

/// Returns the tree of a property path.
pub(super) fn path(root: Root, path: &str) -> Expression {
    let segments = path.split('/').map(|name| Segment::Name(name.to_owned()));
    Expression::Path(Path { root, segments: segments.collect() })
}
