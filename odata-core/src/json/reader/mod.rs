//! A JSON parser that passes values to a [`Receiver`](crate::incoming::Receiver) without serde's callbacks.
//!
//! The parser isn't generic over the type that is read, so it is compiled only once, together with this crate. The
//! parser accepts the same JSON as `serde_json`, and reports syntax errors with the same messages and positions.

mod member;
mod members_text;
mod number;
mod object;
pub(crate) mod plain;
mod postponed;
mod sequence;
mod skip;
mod source;
mod string;
pub(super) mod syntax;
mod untyped;
mod value;

use crate::read_error::ReadError;
use postponed::Postponed;

pub(super) use string::{is_plain, plain_length};

/// The depth of nested objects and arrays at which reading fails, the same as in `serde_json`.
const DEPTH: u8 = 128;

/// A parser for one JSON text.
pub(in crate::json) struct Reader<'de> {
    text: &'de str,
    /// The index of the first byte that hasn't been read.
    position: usize,
    /// [`DEPTH`] minus the current depth of nested objects and arrays. If `remaining_depth` is 0, reading fails.
    remaining_depth: u8,
    /// Whether the reader reads a member for the second time. A member that precedes `@odata.type` is first skipped,
    /// and read after `@odata.type`. As in `serde_json`, an error in the second reading has the position of the object
    /// that contains the member.
    is_replaying: bool,
    /// A buffer for the decoded characters of a string with escapes such as `\n`.
    scratch: String,
    /// The undeclared members that were skipped before the `@odata.type` of their object, for all objects that are
    /// being read. The members of the innermost object are at the end.
    postponed: Vec<Postponed<'de>>,
    /// A buffer for the names of an object's members, to find duplicate names.
    names: Vec<&'de str>,
}

impl<'de> Reader<'de> {
    pub(super) const fn new(text: &'de str) -> Self {
        Self {
            text,
            position: 0,
            remaining_depth: DEPTH,
            is_replaying: false,
            scratch: String::new(),
            postponed: Vec::new(),
            names: Vec::new(),
        }
    }

    /// Returns the next byte without reading it.
    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// Skips whitespace, and returns the byte after the whitespace without reading it.
    #[inline]
    fn peek_token(&mut self) -> Option<u8> {
        match self.peek() {
            Some(b' ' | b'\n' | b'\t' | b'\r') => self.peek_after_whitespace(),
            next => next,
        }
    }

    #[inline(never)]
    fn peek_after_whitespace(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.position..];
        let is_whitespace = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
        self.position += rest.iter().take_while(|byte| is_whitespace(byte)).count();
        self.peek()
    }

    /// Returns an error if the text continues after the value.
    pub(super) fn finish(&mut self) -> Result<(), ReadError> {
        match self.peek_token() {
            None => Ok(()),
            Some(_) => Err(self.error_at_next(syntax::TRAILING_CHARACTERS)),
        }
    }
}
