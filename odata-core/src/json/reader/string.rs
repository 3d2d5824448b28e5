//! JSON strings.

use std::borrow::Cow;

use super::{Reader, syntax};
use crate::read_error::ReadError;

/// A string without its quotation marks.
pub(super) enum Parsed<'de> {
    /// A string without escapes.
    Borrowed(&'de str),
    /// A string with escapes, whose characters are in [`Reader::scratch`].
    Scratch,
}

/// Returns the index of the first byte, beginning at `from`, that ends a string or must be escaped: a quotation mark, a
/// backslash or a control character. Returns the length of `bytes` if there is no such byte.
///
/// The function tests eight bytes at a time with Mycroft's algorithm. The lowest bit that the algorithm finds is
/// exact.
#[inline]
pub(super) fn end_of_plain(bytes: &[u8], from: usize) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let mut index = from;
    while let Some(chunk) = bytes.get(index..).and_then(<[u8]>::first_chunk::<8>) {
        let chunk = u64::from_le_bytes(*chunk);
        let has_zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let control = chunk.wrapping_sub(ONES * 0x20) & !chunk;
        let quote = has_zero(chunk ^ (ONES * u64::from(b'"')));
        let backslash = has_zero(chunk ^ (ONES * u64::from(b'\\')));
        let found = (control | quote | backslash) & (ONES << 7);
        if found != 0 {
            return index + (found.trailing_zeros() / 8) as usize;
        }
        index += 8;
    }
    let rest = bytes.get(index..).unwrap_or_default();
    index + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F)).count()
}

impl<'de> Reader<'de> {
    /// Reads a string whose opening quotation mark has been read.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Parsed<'de>, ReadError> {
        let (text, start) = (self.text, self.position);
        let end = end_of_plain(text.as_bytes(), start);
        if text.as_bytes().get(end) == Some(&b'"') {
            self.position = end + 1;
            return Ok(Parsed::Borrowed(&text[start..end]));
        }
        self.escaped_string(end)
    }

    /// Reads a string whose first `end - self.position` bytes need no conversion.
    #[inline(never)]
    fn escaped_string(&mut self, mut end: usize) -> Result<Parsed<'de>, ReadError> {
        self.scratch.clear();
        let text = self.text;
        loop {
            self.scratch.push_str(&text[self.position..end]);
            self.position = end;
            match self.peek() {
                None => return Err(self.error(syntax::EOF_STRING)),
                Some(byte) => {
                    self.position += 1;
                    match byte {
                        b'"' => return Ok(Parsed::Scratch),
                        b'\\' => {
                            let character = self.escape()?;
                            self.scratch.push(character);
                        }
                        _ => return Err(self.error(syntax::CONTROL_CHARACTER)),
                    }
                }
            }
            end = end_of_plain(text.as_bytes(), self.position);
        }
    }

    /// Reads a string whose opening quotation mark has been read.
    pub(super) fn cow(&mut self) -> Result<Cow<'de, str>, ReadError> {
        Ok(match self.string()? {
            Parsed::Borrowed(text) => Cow::Borrowed(text),
            Parsed::Scratch => Cow::Owned(self.scratch.clone()),
        })
    }

    /// Reads an escape after its backslash.
    fn escape(&mut self) -> Result<char, ReadError> {
        let Some(byte) = self.peek() else { return Err(self.error(syntax::EOF_STRING)) };
        self.position += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode_escape(),
            _ => return Err(self.error(syntax::INVALID_ESCAPE)),
        })
    }

    /// Reads a Unicode escape after `\u`, and the second half of a surrogate pair.
    fn unicode_escape(&mut self) -> Result<char, ReadError> {
        let first = self.hex_digits()?;
        if !matches!(first, 0xD800..=0xDBFF) {
            return char::from_u32(first).ok_or_else(|| self.error(syntax::LONE_SURROGATE));
        }
        for expected in [b'\\', b'u'] {
            let Some(byte) = self.peek() else { return Err(self.error(syntax::EOF_STRING)) };
            self.position += 1;
            if byte != expected {
                return Err(self.error(syntax::UNEXPECTED_END_OF_ESCAPE));
            }
        }
        let second = self.hex_digits()?;
        if !matches!(second, 0xDC00..=0xDFFF) {
            return Err(self.error(syntax::LONE_SURROGATE));
        }
        let code_point = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        char::from_u32(code_point).ok_or_else(|| self.error(syntax::LONE_SURROGATE))
    }

    /// Reads four hexadecimal digits.
    pub(super) fn hex_digits(&mut self) -> Result<u32, ReadError> {
        let rest = &self.text.as_bytes()[self.position..];
        let Some(digits) = rest.first_chunk::<4>() else {
            self.position = self.text.len();
            return Err(self.error(syntax::EOF_STRING));
        };
        self.position += 4;
        let number =
            digits.iter().try_fold(0, |number, digit| Some(number << 4 | char::from(*digit).to_digit(16)?));
        number.ok_or_else(|| self.error(syntax::INVALID_ESCAPE))
    }
}
