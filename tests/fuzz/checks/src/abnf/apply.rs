//! Transformations of `$apply` (OData Extension for Data Aggregation).

use super::cursor::{Cursor, Parsed};
use super::tree::{Expression, Transformation};

impl Cursor<'_> {
    pub(super) fn apply(&mut self) -> Parsed<Vec<Transformation>> {
        self.separated("/", Self::transformation)
    }

    fn transformation(&mut self) -> Parsed<Transformation> {
        let name = self.identifier()?;
        self.expect("(")?;
        let transformation = match name.as_str() {
            "filter" => Transformation::Filter(self.expression()?),
            "compute" => Transformation::Compute(self.compute()?),
            "aggregate" => Transformation::Aggregate(self.separated(",", Self::aggregate)?),
            "groupby" => {
                self.expect("(")?;
                let paths = self.separated(",", Self::plain_path)?;
                self.expect(")")?;
                let inner = if self.eat(",") { self.apply()? } else { Vec::new() };
                Transformation::GroupBy(paths, inner)
            }
            _ => return self.fail("a transformation"),
        };
        self.expect(")")?;
        Ok(transformation)
    }

    /// Parses the items of `$compute` (rule `computeItem`).
    pub(super) fn compute(&mut self) -> Parsed<Vec<(Expression, String)>> {
        self.separated(",", |cursor| {
            let expression = cursor.expression()?;
            Ok((expression, cursor.result_name()?))
        })
    }

    fn aggregate(&mut self) -> Parsed<(Option<Expression>, String, String)> {
        if self.eat("$count") {
            return Ok((None, "$count".to_owned(), self.result_name()?));
        }
        let expression = self.expression()?;
        if !self.eat_operator("with") {
            return self.fail("`with`");
        }
        let method = self.qualified_name()?;
        Ok((Some(expression), method, self.result_name()?))
    }

    fn result_name(&mut self) -> Parsed<String> {
        if self.eat_operator("as") { self.identifier() } else { self.fail("`as`") }
    }
}
