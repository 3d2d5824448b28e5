//! Arrays and objects in JSON (rule `arrayOrObject`).

use serde_json::{Deserializer, Value};

use super::cursor::{Cursor, Parsed};
use super::tree::Expression;

impl Cursor<'_> {
    /// Parses an array or an object. The elements and members are JSON values or other expressions.
    pub(super) fn array_or_object(&mut self) -> Parsed<Expression> {
        if let Some(value) = self.attempt(Self::json) {
            return Ok(Expression::Json(value));
        }
        let (is_array, close) = if self.eat("[") { (true, "]") } else { (false, "}") };
        if !is_array {
            self.expect("{")?;
        }
        self.whitespace();
        let values = self.separated(",", |cursor| {
            if !is_array {
                cursor.json()?;
                cursor.whitespace();
                cursor.expect(":")?;
                cursor.whitespace();
            }
            if cursor.peek() == Some('"') { cursor.json().map(Expression::Json) } else { cursor.expression() }
        })?;
        self.whitespace();
        self.expect(close)?;
        Ok(Expression::Values(values))
    }

    fn json(&mut self) -> Parsed<Value> {
        let mut values = Deserializer::from_str(self.rest()).into_iter();
        match values.next() {
            Some(Ok(value)) => {
                self.advance(values.byte_offset());
                Ok(value)
            }
            _ => self.fail("JSON"),
        }
    }
}
