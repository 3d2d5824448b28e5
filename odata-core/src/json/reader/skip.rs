//! Skips values without reading them.

use super::string::plain_length;
use super::{Reader, syntax};
use crate::read_error::ReadError;

impl<'de> Reader<'de> {
    /// Skips a value and returns its JSON text.
    pub(super) fn skip(&mut self) -> Result<&'de str, ReadError> {
        let next = self.peek_token();
        let start = self.position;
        match next {
            Some(b'[' | b'{') => self.skip_nested()?,
            Some(first) => self.skip_scalar(first)?,
            None => return Err(self.error_at_next(syntax::EOF_VALUE)),
        }
        Ok(&self.text[start..self.position])
    }

    /// Skips an object or an array. The nesting of the value isn't limited, because the function isn't recursive.
    fn skip_nested(&mut self) -> Result<(), ReadError> {
        let mut open = Vec::new();
        loop {
            let Some(byte) = self.peek_token() else { return Err(self.error_at_next(syntax::EOF_VALUE)) };
            if matches!(byte, b'[' | b'{') {
                self.position += 1;
                open.push(byte);
                if !self.skip_closing(&mut open, false)? {
                    self.skip_name(open.last())?;
                    continue;
                }
            } else {
                self.skip_scalar(byte)?;
            }
            loop {
                if open.is_empty() {
                    return Ok(());
                }
                if !self.skip_closing(&mut open, true)? {
                    break;
                }
            }
            self.skip_name(open.last())?;
        }
    }

    /// Skips the end of the innermost array or object. Returns `false` if the array or object has a further element or
    /// member, and skips the comma before the element or member.
    fn skip_closing(&mut self, open: &mut Vec<u8>, has_elements: bool) -> Result<bool, ReadError> {
        let is_array = open.last() == Some(&b'[');
        match self.peek_token() {
            Some(b',') if has_elements => {
                self.position += 1;
                Ok(false)
            }
            Some(b']') if is_array => {
                self.position += 1;
                open.pop();
                Ok(true)
            }
            Some(b'}') if !is_array => {
                self.position += 1;
                open.pop();
                Ok(true)
            }
            Some(_) if !has_elements => Ok(false),
            Some(_) if is_array => Err(self.error_at_next(syntax::EXPECTED_LIST_END)),
            Some(_) => Err(self.error_at_next(syntax::EXPECTED_OBJECT_END)),
            None if is_array => Err(self.error_at_next(syntax::EOF_LIST)),
            None => Err(self.error_at_next(syntax::EOF_OBJECT)),
        }
    }

    /// Skips the name of a member and the colon, if the innermost value is an object.
    fn skip_name(&mut self, innermost: Option<&u8>) -> Result<(), ReadError> {
        if innermost != Some(&b'{') {
            return Ok(());
        }
        match self.peek_token() {
            Some(b'"') => self.position += 1,
            Some(_) => return Err(self.error_at_next(syntax::KEY_MUST_BE_A_STRING)),
            None => return Err(self.error_at_next(syntax::EOF_OBJECT)),
        }
        self.skip_string()?;
        self.colon()
    }

    fn skip_scalar(&mut self, first: u8) -> Result<(), ReadError> {
        match first {
            b'"' => {
                self.position += 1;
                self.skip_string()
            }
            b'-' | b'0'..=b'9' => self.skip_number(),
            b'n' => self.word("null"),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            _ => Err(self.error_at_next(syntax::EXPECTED_VALUE)),
        }
    }

    /// Skips a number. As in `serde_json`, a number that is cut off at the end of the input, such as `1.`, causes the
    /// error `invalid number`.
    fn skip_number(&mut self) -> Result<(), ReadError> {
        if self.short_integer().is_some() {
            return Ok(());
        }
        match self.digits() {
            Err(_) if self.peek().is_none() => Err(self.error_at_next(syntax::INVALID_NUMBER)),
            read => read.map(drop),
        }
    }

    /// Skips a string whose opening quotation mark has been read. As in `serde_json`, the surrogates of a skipped
    /// string aren't checked.
    fn skip_string(&mut self) -> Result<(), ReadError> {
        loop {
            self.position += plain_length(&self.text.as_bytes()[self.position..]);
            match self.peek() {
                None => return Err(self.error(syntax::EOF_STRING)),
                Some(b'"') => {
                    self.position += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.position += 1;
                    self.skip_escape()?;
                }
                Some(_) => return Err(self.error(syntax::CONTROL_CHARACTER)),
            }
        }
    }

    fn skip_escape(&mut self) -> Result<(), ReadError> {
        let Some(byte) = self.peek() else { return Err(self.error(syntax::EOF_STRING)) };
        self.position += 1;
        match byte {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(()),
            b'u' => self.hex_digits().map(drop),
            _ => Err(self.error(syntax::INVALID_ESCAPE)),
        }
    }
}
