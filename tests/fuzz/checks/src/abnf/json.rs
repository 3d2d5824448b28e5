//! Arrays and objects in JSON (rule `arrayOrObject`).

use serde_json::{Deserializer, Value};

use super::cursor::{Cursor, Parsed};

impl Cursor<'_> {
    pub(super) fn json(&mut self) -> Parsed<Value> {
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
