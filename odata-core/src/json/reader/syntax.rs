//! Errors of the parser, with the messages and positions of `serde_json`.

use core::cell::RefCell;

use super::Reader;
use crate::json::position;
use crate::read_error::ReadError;

pub(super) const CONTROL_CHARACTER: &str = "control character (\\u0000-\\u001F) found while parsing a string";
pub(super) const EOF_LIST: &str = "EOF while parsing a list";
pub(super) const EOF_OBJECT: &str = "EOF while parsing an object";
pub(super) const EOF_STRING: &str = "EOF while parsing a string";
pub(super) const EOF_VALUE: &str = "EOF while parsing a value";
pub(super) const EXPECTED_COLON: &str = "expected `:`";
pub(super) const EXPECTED_IDENT: &str = "expected ident";
pub(super) const EXPECTED_LIST_END: &str = "expected `,` or `]`";
pub(super) const EXPECTED_OBJECT_END: &str = "expected `,` or `}`";
pub(super) const EXPECTED_VALUE: &str = "expected value";
pub(super) const INVALID_ESCAPE: &str = "invalid escape";
pub(super) const INVALID_NUMBER: &str = "invalid number";
pub(super) const KEY_MUST_BE_A_STRING: &str = "key must be a string";
pub(super) const LONE_SURROGATE: &str = "lone leading surrogate in hex escape";
pub(super) const NUMBER_OUT_OF_RANGE: &str = "number out of range";
pub(super) const RECURSION_LIMIT: &str = "recursion limit exceeded";
pub(super) const TRAILING_CHARACTERS: &str = "trailing characters";
pub(super) const TRAILING_COMMA: &str = "trailing comma";
pub(super) const UNEXPECTED_END_OF_ESCAPE: &str = "unexpected end of hex escape";

thread_local! {
    /// The message of the last syntax error, which distinguishes syntax errors from the errors that receivers return.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Returns the message of the last syntax error, and removes it.
pub(in crate::json) fn take_last() -> Option<String> {
    LAST.take()
}

impl Reader<'_> {
    /// Returns a syntax error at the last byte that was read.
    #[cold]
    pub(super) fn error(&self, message: &str) -> ReadError {
        self.error_at(self.position, message)
    }

    /// Returns a syntax error at the next byte.
    #[cold]
    pub(super) fn error_at_next(&self, message: &str) -> ReadError {
        self.error_at((self.position + 1).min(self.text.len()), message)
    }

    /// Returns a syntax error with the position of the byte at `index - 1`, the last byte that was read.
    #[cold]
    pub(super) fn error_at(&self, index: usize, message: &str) -> ReadError {
        let (line, column) = position::of_index(self.text.as_bytes(), index);
        let message = position::appended(message, line, column);
        LAST.set(Some(message.clone()));
        ReadError::new(message)
    }

    /// Adds a position to an error that a receiver returned for an object or an array. As in `serde_json`, an error in
    /// a completely read object, such as a missing property, has the position of the closing bracket.
    #[cold]
    pub(super) fn located_at_end(
        &mut self,
        error: ReadError,
        end: impl FnOnce(&mut Self) -> Result<(), ReadError>,
    ) -> ReadError {
        let last = LAST.take();
        drop(end(self));
        LAST.set(last);
        self.located(error)
    }

    /// Adds the current position to an error that has no position.
    #[cold]
    pub(super) fn located(&self, error: ReadError) -> ReadError {
        if self.is_replaying {
            return error;
        }
        error.with_position(|| position::of_index(self.text.as_bytes(), self.position))
    }
}
