//! JSON arrays.

use super::{Reader, syntax};
use crate::incoming::{Receiver, Sequence};
use crate::read_error::ReadError;

/// An array whose elements are being read.
pub(super) struct JsonSequence<'r, 'de> {
    reader: &'r mut Reader<'de>,
    is_first: bool,
}

impl<'r, 'de> JsonSequence<'r, 'de> {
    pub(super) const fn new(reader: &'r mut Reader<'de>) -> Self {
        Self { reader, is_first: true }
    }
}

impl<'de> Sequence<'de> for JsonSequence<'_, 'de> {
    fn next(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<bool, ReadError> {
        let has_next = self.reader.has_element(core::mem::take(&mut self.is_first))?;
        if has_next {
            self.reader.value(uses_deserialize_any, receiver, 0)?;
        }
        Ok(has_next)
    }

    fn size_hint(&self) -> Option<usize> {
        None
    }
}

impl Reader<'_> {
    /// Checks whether an array has a further element, and reads the comma before the element.
    pub(super) fn has_element(&mut self, is_first: bool) -> Result<bool, ReadError> {
        match self.peek_token() {
            Some(b']') => Ok(false),
            Some(b',') if !is_first => {
                self.position += 1;
                match self.peek_token() {
                    Some(b']') => Err(self.error_at_next(syntax::TRAILING_COMMA)),
                    Some(_) => Ok(true),
                    None => Err(self.error_at_next(syntax::EOF_VALUE)),
                }
            }
            Some(_) if is_first => Ok(true),
            Some(_) => Err(self.error_at_next(syntax::EXPECTED_LIST_END)),
            None => Err(self.error_at_next(syntax::EOF_LIST)),
        }
    }
}
