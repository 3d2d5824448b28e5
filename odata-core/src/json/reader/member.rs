//! The syntax of an object's members: commas, names, colons and values.

use serde::de::{Error, Expected, Unexpected, Visitor};

use super::string::Parsed;
use super::{Reader, syntax};
use crate::incoming::{Incoming, NamedType, NamedTypeSeed, Receiver};
use crate::read_error::ReadError;

impl<'de> Reader<'de> {
    /// Checks whether an object has a further member. If the object has a further member, also reads the comma before
    /// the member and the opening quotation mark of its name.
    #[inline]
    pub(super) fn has_member(&mut self, is_first: bool) -> Result<bool, ReadError> {
        match self.text.as_bytes().get(self.position..) {
            Some([b'}', ..]) => Ok(false),
            Some([b',', b'"', ..]) if !is_first => {
                self.position += 2;
                Ok(true)
            }
            _ => self.has_spaced_member(is_first),
        }
    }

    /// Checks whether the text continues with the member name `"@odata.type"`, and reads the name. If the name has
    /// escapes or is preceded by whitespace, returns `false` and reads nothing: the caller must read and compare the
    /// name.
    #[inline]
    pub(super) fn has_type_annotation(&mut self, is_first: bool) -> bool {
        const NAME: &[u8] = b"\"@odata.type\"";
        let rest = self.text.as_bytes().get(self.position..).unwrap_or_default();
        let member = if is_first { Some(rest) } else { rest.strip_prefix(b",") };
        let is_next = member.is_some_and(|member| member.starts_with(NAME));
        if is_next {
            self.position += usize::from(!is_first) + NAME.len();
        }
        is_next
    }

    #[inline(never)]
    fn has_spaced_member(&mut self, is_first: bool) -> Result<bool, ReadError> {
        match self.peek_token() {
            Some(b'}') => return Ok(false),
            Some(b',') if !is_first => {
                self.position += 1;
                match self.peek_token() {
                    Some(b'"') => {}
                    Some(b'}') => return Err(self.error_at_next(syntax::TRAILING_COMMA)),
                    Some(_) => return Err(self.error_at_next(syntax::KEY_MUST_BE_A_STRING)),
                    None => return Err(self.error_at_next(syntax::EOF_VALUE)),
                }
            }
            Some(b'"') if is_first => {}
            Some(_) if is_first => return Err(self.error_at_next(syntax::KEY_MUST_BE_A_STRING)),
            Some(_) => return Err(self.error_at_next(syntax::EXPECTED_OBJECT_END)),
            None => return Err(self.error_at_next(syntax::EOF_OBJECT)),
        }
        self.position += 1;
        Ok(true)
    }

    /// Reads the colon after the name of a member.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), ReadError> {
        match self.peek_token() {
            Some(b':') => {
                self.position += 1;
                Ok(())
            }
            Some(_) => Err(self.error_at_next(syntax::EXPECTED_COLON)),
            None => Err(self.error_at_next(syntax::EOF_OBJECT)),
        }
    }

    /// Reads the colon after the name of a member, and the value of the member.
    #[inline]
    pub(super) fn member_value(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
        slot: usize,
    ) -> Result<(), ReadError> {
        self.colon()?;
        self.value(uses_deserialize_any, receiver, slot)
    }

    /// Reads the value of `@odata.type`.
    pub(super) fn type_name(&mut self, seed: NamedTypeSeed) -> Result<NamedType, ReadError> {
        match self.peek_token() {
            Some(b'"') => {
                self.position += 1;
                match self.string()? {
                    Parsed::Borrowed(uri) => seed.visit_str(uri),
                    Parsed::Scratch => seed.visit_str(&self.scratch),
                }
            }
            Some(b'[') => Err(self.located(ReadError::invalid_type(Unexpected::Seq, &seed))),
            Some(b'{') => Err(self.located(ReadError::invalid_type(Unexpected::Map, &seed))),
            _ => {
                let expected: &dyn Expected = &seed;
                self.pass(
                    &mut |value: Incoming<'_, 'de>| Err(value.invalid_type(format_args!("{expected}"))),
                    0,
                )?;
                Err(ReadError::new("the deserializer provided no value"))
            }
        }
    }
}
