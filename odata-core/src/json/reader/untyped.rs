//! Reads untyped values.

use serde::de::Error;

use super::string::Parsed;
use super::{DEPTH, Reader, number, syntax};
use crate::read_error::ReadError;
use crate::untyped::{Members, NameIndex, Number, Untyped};

impl Reader<'_> {
    /// Reads a value of any type, with all digits of its numbers.
    pub(super) fn untyped(&mut self) -> Result<Untyped, ReadError> {
        let (start, depth) = (self.position, self.remaining_depth);
        if !self.is_replaying {
            // As in `serde_json`, the depth is counted from the untyped value.
            self.remaining_depth = DEPTH;
        }
        let read = self.nested_untyped();
        self.remaining_depth = depth;
        read.or_else(|error| self.reject_untyped(start, error))
    }

    /// Returns the error that `serde_json` reports for an invalid untyped value. A syntax error has the position of the
    /// invalid character. An error other than a syntax error, such as a duplicate member name, has the position of the
    /// end of the object or array that contains the value.
    #[cold]
    fn reject_untyped<T>(&mut self, start: usize, error: ReadError) -> Result<T, ReadError> {
        self.position = start;
        self.skip()?;
        Err(error.without_position())
    }

    fn nested_untyped(&mut self) -> Result<Untyped, ReadError> {
        match self.peek_token() {
            Some(b'"') => {
                self.position += 1;
                Ok(Untyped::String(match self.string()? {
                    Parsed::Borrowed(text) => text.to_owned(),
                    Parsed::Scratch => self.scratch.clone(),
                }))
            }
            Some(b'-' | b'0'..=b'9') => self.untyped_number(),
            Some(b'{') => self.untyped_object(),
            Some(b'[') => self.untyped_array(),
            Some(b'n') => self.word("null").map(|()| Untyped::Null),
            Some(b't') => self.word("true").map(|()| Untyped::Boolean(true)),
            Some(b'f') => self.word("false").map(|()| Untyped::Boolean(false)),
            Some(_) => Err(self.error_at_next(syntax::EXPECTED_VALUE)),
            None => Err(self.error_at_next(syntax::EOF_VALUE)),
        }
    }

    fn untyped_number(&mut self) -> Result<Untyped, ReadError> {
        if let Some(number) = self.short_integer() {
            return Ok(Untyped::Number(Number::from_unsigned(number)));
        }
        let number = match self.number()? {
            (number::Number::Unsigned(number), _) => Some(Number::from_unsigned(number)),
            (number::Number::Signed(number), _) => Some(Number::from_signed(number)),
            (number::Number::Double(_), digits) => Number::from_digits(digits),
        };
        number.map(Untyped::Number).ok_or_else(|| self.error(syntax::NUMBER_OUT_OF_RANGE))
    }

    fn untyped_object(&mut self) -> Result<Untyped, ReadError> {
        self.enter()?;
        let (mut members, mut names) = (Members::default(), NameIndex::default());
        let mut is_first = true;
        while self.has_member(core::mem::take(&mut is_first))? {
            let name: Box<str> = match self.string()? {
                Parsed::Borrowed(name) => name.into(),
                Parsed::Scratch => self.scratch.as_str().into(),
            };
            self.colon()?;
            let value = self.nested_untyped()?;
            members.push_new(name, value, &mut names).map_err(ReadError::custom)?;
        }
        self.remaining_depth += 1;
        self.end_of_object()?;
        Ok(Untyped::Object(members))
    }

    fn untyped_array(&mut self) -> Result<Untyped, ReadError> {
        self.enter()?;
        let (mut elements, mut is_first) = (Vec::new(), true);
        while self.has_element(core::mem::take(&mut is_first))? {
            elements.push(self.nested_untyped()?);
        }
        self.remaining_depth += 1;
        self.end_of_array()?;
        Ok(Untyped::Collection(elements))
    }
}
