//! `Node`: an untyped expression that isn't a property path, together with its depth.

use core::fmt;
use core::ops::Deref;
use std::sync::Arc;

use super::computed::Computed;
use super::renderer::Renderer;
use crate::typed_property::Expression;

/// The maximum number of nested calls, negations, lambda expressions and parentheses in an expression, and of nested
/// query options. If a query has more levels, building the request returns an error. Without the limit, formatting or
/// dropping the query could overflow the stack.
pub(super) const MAXIMUM_DEPTH: usize = 400;

/// An expression that isn't a property path. An [`Expression`] shares its nodes with its copies, so that copying an
/// expression is fast.
#[derive(Clone)]
pub struct Node {
    computed: Computed,
    /// The number of nested levels. The operands of a sequence such as `a add b add c` are on the same level.
    depth: usize,
}

impl Node {
    pub(super) fn into_computed(self) -> Computed {
        self.computed
    }
}

impl Deref for Node {
    type Target = Computed;

    fn deref(&self) -> &Computed {
        &self.computed
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.computed.fmt(f)
    }
}

impl From<Computed> for Expression {
    fn from(computed: Computed) -> Self {
        let depth = computed.depth();
        Self::Computed(Arc::new(if depth > MAXIMUM_DEPTH {
            Node { computed: Computed::TooDeep, depth: 0 }
        } else {
            Node { computed, depth }
        }))
    }
}

impl Expression {
    /// Returns the number of nested levels.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Path(_) => 0,
            Self::Computed(node) => node.depth,
        }
    }
}

/// Returns the error message for a query with too many nested levels.
pub(super) fn too_deep() -> String {
    format!("the query has more than {MAXIMUM_DEPTH} nested levels: reduce the number of nested levels")
}

/// Records the error for an expression or for query options with too many nested levels.
pub(super) fn fail_too_deep(to: &mut Renderer) {
    to.push(&format!("<{}>", too_deep()));
    to.fail(too_deep());
}
