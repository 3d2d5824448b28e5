//! Reads a value and passes it to a receiver.

use super::object::JsonObject;
use super::sequence::JsonSequence;
use super::source::JsonSource;
use super::{Reader, syntax};
use crate::incoming::{Incoming, Receiver};
use crate::read_error::ReadError;

impl<'de> Reader<'de> {
    /// Reads the next value and passes it to a receiver. If `uses_deserialize_any` is `true`, the receiver gets a JSON
    /// value, such as a string or a number. If `uses_deserialize_any` is `false`, the receiver gets an
    /// [`Incoming::Pending`] and reads it with another function, such as `deserialize_f32`.
    #[inline]
    pub(in crate::json) fn value(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
        slot: usize,
    ) -> Result<(), ReadError> {
        if !uses_deserialize_any {
            return self.pass_pending(receiver, slot);
        }
        // Most values are strings without whitespace before them.
        if self.peek() == Some(b'"') { self.pass_string(receiver, slot) } else { self.pass(receiver, slot) }
    }

    #[inline(never)]
    fn pass_pending(&mut self, receiver: &mut dyn Receiver<'de>, slot: usize) -> Result<(), ReadError> {
        receiver.receive(slot, Incoming::Pending(&mut JsonSource::new(self)))
    }

    pub(super) fn pass(&mut self, receiver: &mut dyn Receiver<'de>, slot: usize) -> Result<(), ReadError> {
        match self.peek_token() {
            Some(b'"') => self.pass_string(receiver, slot),
            Some(b'-' | b'0'..=b'9') => self.pass_number(receiver, slot),
            Some(b'{') => self.pass_object(receiver, slot),
            Some(b'[') => self.pass_array(receiver, slot),
            Some(b'n') => self.pass_word("null", Incoming::Null, receiver, slot),
            Some(b't') => self.pass_word("true", Incoming::Boolean(true), receiver, slot),
            Some(b'f') => self.pass_word("false", Incoming::Boolean(false), receiver, slot),
            Some(_) => Err(self.error_at_next(syntax::EXPECTED_VALUE)),
            None => Err(self.error_at_next(syntax::EOF_VALUE)),
        }
    }

    /// Reads a string whose opening quotation mark is the next byte, and passes it to a receiver.
    #[inline(never)]
    fn pass_string(&mut self, receiver: &mut dyn Receiver<'de>, slot: usize) -> Result<(), ReadError> {
        self.position += 1;
        let result = if let Some(text) = self.plain_string() {
            receiver.receive(slot, Incoming::Borrowed(text))
        } else {
            self.escaped_string()?;
            receiver.receive(slot, Incoming::Text(&self.scratch))
        };
        result.map_err(|error| self.located(error))
    }

    fn pass_word(
        &mut self,
        word: &str,
        value: Incoming<'_, 'de>,
        receiver: &mut dyn Receiver<'de>,
        slot: usize,
    ) -> Result<(), ReadError> {
        self.word(word)?;
        receiver.receive(slot, value).map_err(|error| self.located(error))
    }

    /// Reads `null`, `true` or `false`, whose first letter is the next byte.
    pub(super) fn word(&mut self, word: &str) -> Result<(), ReadError> {
        self.position += 1;
        for expected in &word.as_bytes()[1..] {
            let Some(byte) = self.peek() else { return Err(self.error(syntax::EOF_VALUE)) };
            self.position += 1;
            if byte != *expected {
                return Err(self.error(syntax::EXPECTED_IDENT));
            }
        }
        Ok(())
    }

    fn pass_object(&mut self, receiver: &mut dyn Receiver<'de>, slot: usize) -> Result<(), ReadError> {
        self.enter()?;
        let result = receiver.receive(slot, Incoming::Object(&mut JsonObject::new(self)));
        self.remaining_depth += 1;
        match result {
            Ok(()) => self.end_of_object(),
            Err(error) => Err(self.located_at_end(error, Self::end_of_object)),
        }
    }

    fn pass_array(&mut self, receiver: &mut dyn Receiver<'de>, slot: usize) -> Result<(), ReadError> {
        self.enter()?;
        let result = receiver.receive(slot, Incoming::Sequence(&mut JsonSequence::new(self)));
        self.remaining_depth += 1;
        match result {
            Ok(()) => self.end_of_array(),
            Err(error) => Err(self.located_at_end(error, Self::end_of_array)),
        }
    }

    /// Reads the first character of an object or an array, or returns an error if too many values are nested.
    #[inline]
    pub(super) fn enter(&mut self) -> Result<(), ReadError> {
        self.remaining_depth -= 1;
        if self.remaining_depth == 0 {
            self.remaining_depth = 1;
            return Err(self.error_at_next(syntax::RECURSION_LIMIT));
        }
        self.position += 1;
        Ok(())
    }

    /// Reads the end of an object whose members have been read.
    pub(super) fn end_of_object(&mut self) -> Result<(), ReadError> {
        match self.peek_token() {
            Some(b'}') => {
                self.position += 1;
                Ok(())
            }
            Some(b',') => Err(self.error_at_next(syntax::TRAILING_COMMA)),
            Some(_) => Err(self.error_at_next(syntax::TRAILING_CHARACTERS)),
            None => Err(self.error_at_next(syntax::EOF_OBJECT)),
        }
    }

    /// Reads the end of an array whose elements have been read.
    pub(super) fn end_of_array(&mut self) -> Result<(), ReadError> {
        match self.peek_token() {
            Some(b']') => {
                self.position += 1;
                Ok(())
            }
            Some(b',') => {
                self.position += 1;
                match self.peek_token() {
                    Some(b']') => Err(self.error_at_next(syntax::TRAILING_COMMA)),
                    _ => Err(self.error_at_next(syntax::TRAILING_CHARACTERS)),
                }
            }
            Some(_) => Err(self.error_at_next(syntax::TRAILING_CHARACTERS)),
            None => Err(self.error_at_next(syntax::EOF_LIST)),
        }
    }
}
