//! `Transformation`: an untyped transformation of `$apply`, and its formatting.

use crate::query::condition::Condition;
use crate::query::option_value::write_computed;
use crate::query::renderer::Renderer;
use crate::typed_property::Expression;

/// A transformation of `$apply`.
#[derive(Clone, Debug)]
pub(super) enum Transformation {
    /// `filter(amount gt 0)`
    Filter(Condition),
    /// `compute(amount mul 2 as double)`
    Compute(Expression, &'static str),
    /// `groupby((country),aggregate(amount with sum as total))`
    Aggregate { groups: Vec<Group>, values: Vec<Value> },
}

/// A property by which instances are grouped.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The path of the property, such as `country`.
    pub(super) path: String,
    /// The path of the property in the result type, such as `country`. The paths `result` and `path` must be equal,
    /// because `groupby` can't rename properties.
    pub(super) result: String,
}

/// An aggregated value and its name in the result: `(Some((amount, "sum")), "total")` for `amount with sum as total`,
/// or `(None, "total")` for `$count as total`.
pub(super) type Value = (Option<(Expression, &'static str)>, &'static str);

/// Writes the transformations, separated by `/`.
pub(super) fn write(transformations: &[Transformation], to: &mut Renderer) {
    if transformations.is_empty() {
        to.fail("`$apply` has no transformations: call `filter`, `compute` or `aggregate`".to_owned());
    }
    to.separated("/", transformations, Transformation::write);
}

impl Transformation {
    fn write(&self, to: &mut Renderer) {
        match self {
            Self::Filter(condition) => {
                to.push("filter(");
                condition.write(to);
                to.push(")");
            }
            Self::Compute(expression, name) => {
                to.push("compute(");
                write_computed(expression, name, to);
                to.push(")");
            }
            Self::Aggregate { groups, values } => write_aggregation(groups, values, to),
        }
    }
}

fn write_aggregation(groups: &[Group], values: &[Value], to: &mut Renderer) {
    match (groups, values) {
        ([], []) => to.fail("an aggregation has neither groups nor values: call `by` or `with`".to_owned()),
        ([], _) => write_values(values, to),
        _ => {
            to.push("groupby((");
            write_groups(groups, to);
            to.push(")");
            if !values.is_empty() {
                to.push(",");
                write_values(values, to);
            }
            to.push(")");
        }
    }
}

fn write_groups(groups: &[Group], to: &mut Renderer) {
    to.separated(",", groups, |Group { path, result }, to| {
        to.push(path);
        if path != result {
            to.fail(format!(
                "the groups by `{path}` have a property with the same path, but the result type has the property \
                 `{result}`: rename the property of the result type"
            ));
        }
    });
}

fn write_values(values: &[Value], to: &mut Renderer) {
    to.push("aggregate(");
    to.separated(",", values, |(method, result), to| {
        match method {
            Some((expression, method)) => {
                expression.write(to);
                to.push(&format!(" with {method}"));
            }
            None => to.push("$count"),
        }
        to.push(&format!(" as {result}"));
    });
    to.push(")");
}
