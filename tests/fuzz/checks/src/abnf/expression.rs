//! Operands: function calls, arrays, objects, and expressions in parentheses.

use super::cursor::{Cursor, Parsed};
use super::tree::Expression;

/// The canonical functions, and how many arguments they can have.
pub const FUNCTIONS: [(&str, usize, usize); 33] = [
    ("ceiling", 1, 1),
    ("concat", 2, 2),
    ("contains", 2, 2),
    ("date", 1, 1),
    ("day", 1, 1),
    ("endswith", 2, 2),
    ("floor", 1, 1),
    ("fractionalseconds", 1, 1),
    ("geo.distance", 2, 2),
    ("geo.intersects", 2, 2),
    ("geo.length", 1, 1),
    ("hassubsequence", 2, 2),
    ("hassubset", 2, 2),
    ("hour", 1, 1),
    ("indexof", 2, 2),
    ("length", 1, 1),
    ("matchesPattern", 2, 2),
    ("maxdatetime", 0, 0),
    ("mindatetime", 0, 0),
    ("minute", 1, 1),
    ("month", 1, 1),
    ("now", 0, 0),
    ("round", 1, 1),
    ("second", 1, 1),
    ("startswith", 2, 2),
    ("substring", 2, 3),
    ("time", 1, 1),
    ("tolower", 1, 1),
    ("totaloffsetminutes", 1, 1),
    ("totalseconds", 1, 1),
    ("toupper", 1, 1),
    ("trim", 1, 1),
    ("year", 1, 1),
];

impl Cursor<'_> {
    pub(super) fn primary(&mut self) -> Parsed<Expression> {
        if let Some(literal) = self.attempt(Self::literal) {
            return Ok(Expression::Literal(literal));
        }
        match self.peek() {
            Some('(') => self.parenthesized(),
            Some('[' | '{') => self.array_or_object(),
            _ => match self.attempt(Self::call) {
                Some(call) => call,
                None => self.path().map(Expression::Path),
            },
        }
    }

    fn parenthesized(&mut self) -> Parsed<Expression> {
        self.expect("(")?;
        self.whitespace();
        let inner = self.expression()?;
        self.whitespace();
        self.expect(")")?;
        Ok(inner)
    }

    /// Parses the call of a canonical function. The outer result is an error if the text isn't the start of a call.
    fn call(&mut self) -> Parsed<Parsed<Expression>> {
        let name = self.qualified_name()?;
        self.expect("(")?;
        self.whitespace();
        match name.to_ascii_lowercase().as_str() {
            "case" => Ok(self.case()),
            function @ ("cast" | "isof") => Ok(self.type_function(function.to_owned())),
            _ => match FUNCTIONS.iter().find(|(function, ..)| name.eq_ignore_ascii_case(function)) {
                Some((name, minimum, maximum)) => Ok(self.arguments((*name).to_owned(), *minimum, *maximum)),
                None => self.fail("a canonical function"),
            },
        }
    }

    fn arguments(&mut self, name: String, minimum: usize, maximum: usize) -> Parsed<Expression> {
        let arguments =
            if self.peek() == Some(')') { Vec::new() } else { self.separated(",", Self::expression)? };
        self.whitespace();
        self.expect(")")?;
        if !(minimum..=maximum).contains(&arguments.len()) {
            return self.fail(&format!("another number of arguments for `{name}`"));
        }
        Ok(Expression::Call(name, arguments))
    }

    fn case(&mut self) -> Parsed<Expression> {
        let branches = self.separated(",", |cursor| {
            let condition = cursor.expression()?;
            cursor.whitespace();
            cursor.expect(":")?;
            cursor.whitespace();
            Ok((condition, cursor.expression()?))
        })?;
        self.whitespace();
        self.expect(")")?;
        Ok(Expression::Case(branches))
    }

    fn type_function(&mut self, name: String) -> Parsed<Expression> {
        let only_type = self.attempt(|cursor| {
            let type_name = cursor.type_name()?;
            cursor.whitespace();
            cursor.expect(")").map(|()| type_name)
        });
        if let Some(type_name) = only_type {
            return Ok(Expression::TypeFunction(name, None, type_name));
        }
        let operand = self.expression()?;
        self.whitespace();
        self.expect(",")?;
        self.whitespace();
        let type_name = self.type_name()?;
        self.whitespace();
        self.expect(")")?;
        Ok(Expression::TypeFunction(name, Some(Box::new(operand)), type_name))
    }
}
