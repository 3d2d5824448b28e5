//! `Variable`: the variable of a lambda expression.

use core::fmt;
use core::ops::Deref;

use super::computed::Computed;
use super::variable_id::VariableId;
use crate::structured::BaseTypeOf;
use crate::typed_property::{IntoPropertyPath, Operand, Reach};

/// The variable of a lambda expression, which refers to the current element of a collection. For example, a
/// `Variable<User, String>` refers to an element of the property `tags: Vec<String>` of `User`.
///
/// [`Operand::any_with`] and [`Operand::all_with`] create a variable. To compare a property of the current element,
/// such as `a/status`, call [`then`](Self::then). To compare an element without properties, such as a string, call a
/// method of [`Operand`] on the variable.
pub struct Variable<O, V> {
    id: VariableId,
    segments: Vec<&'static str>,
    operand: Operand<O, V>,
}

impl<O, V> Variable<O, V> {
    pub(super) fn new() -> (VariableId, Self) {
        let id = VariableId::new();
        (id, Self::with_segments(id, Vec::new()))
    }

    fn with_segments(id: VariableId, segments: Vec<&'static str>) -> Self {
        let operand = Operand::new(Computed::Variable(id, segments.clone()).into());
        Self { id, segments, operand }
    }

    /// Returns a property of the current element, such as `a/status`.
    #[must_use]
    pub fn then<P, I>(&self, property: P) -> Variable<O, P::Value>
    where
        V: Reach,
        P: IntoPropertyPath<Owner: BaseTypeOf<V::Target, I>>,
    {
        let path = property.into_property_path();
        Variable::with_segments(self.id, [&self.segments, path.segments()].concat())
    }
}

impl<O, V> Deref for Variable<O, V> {
    type Target = Operand<O, V>;

    fn deref(&self) -> &Self::Target {
        &self.operand
    }
}

impl<O, V> Clone for Variable<O, V> {
    fn clone(&self) -> Self {
        Self::with_segments(self.id, self.segments.clone())
    }
}

impl<O, V> fmt::Debug for Variable<O, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Variable({})", self.segments.join("/"))
    }
}
