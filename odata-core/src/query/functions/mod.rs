//! The canonical functions of OData (URL conventions 4.01, clauses 5.1.1.5 to 5.1.1.13) as methods of
//! [`Operand`](crate::Operand).

mod collection;
mod date_time;
mod numeric;
mod sequence;
mod spatial;
mod string;
mod types;

pub use date_time::{DateTimeValue, DurationValue, TemporalValue, TimeValue};
pub use sequence::SequenceValue;
pub use spatial::{LineValue, PointValue};
pub use string::StringValue;

use super::Filter;
use super::condition::Condition;
use crate::typed_property::{Expression, Operand, ToExpression};

impl<O, V, E: ToExpression> Operand<O, V, E> {
    /// Builds a function call with the operand as the only argument.
    fn call<W>(&self, name: &'static str) -> Operand<O, W> {
        self.call_with(name, [])
    }

    /// Builds a function call with the operand as the first argument.
    fn call_with<P, W, const N: usize>(
        &self,
        name: &'static str,
        arguments: [Expression; N],
    ) -> Operand<P, W> {
        Operand::new(call(name, self.expression(), arguments.into()))
    }

    /// Builds a Boolean function call with the operand as the first argument.
    fn test_with<P>(&self, name: &'static str, argument: Expression) -> Filter<P> {
        Filter::new(Condition::Value(call(name, self.expression(), vec![argument])))
    }
}

fn call(name: &'static str, first: Expression, mut others: Vec<Expression>) -> Expression {
    others.insert(0, first);
    Expression::call(name, others)
}
