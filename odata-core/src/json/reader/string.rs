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

/// A word with the value 1 in each byte.
const ONES: u64 = u64::MAX / 255;

/// Returns the number of bytes before the first byte that ends a string or must be escaped: a quotation mark, a
/// backslash or a control character. Returns `bytes.len()` if `bytes` contains no quotation mark, backslash or control
/// character.
#[inline]
pub(in crate::json) fn plain_length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((chunk, following)) = rest.split_first_chunk::<8>() {
        let found = not_plain(*chunk);
        if found != 0 {
            return bytes.len() - rest.len() + (found.trailing_zeros() / 8) as usize;
        }
        rest = following;
    }
    let plain = rest.iter().take_while(|byte| is_plain_byte(**byte)).count();
    bytes.len() - rest.len() + plain
}

/// Checks whether `bytes` contains no quotation mark, backslash or control character. For short strings, this function is
/// faster than [`plain_length`], which checks up to seven bytes at the end one by one. `is_plain` checks the last eight bytes
/// together, which may overlap the bytes before them.
#[inline]
pub(in crate::json) fn is_plain(bytes: &[u8]) -> bool {
    let Some(end) = bytes.last_chunk::<8>() else {
        return bytes.iter().all(|byte| is_plain_byte(*byte));
    };
    let found = bytes.as_chunks::<8>().0.iter().fold(0, |found, chunk| found | not_plain(*chunk));
    found | not_plain(*end) == 0
}

/// Checks whether a name contains an `@`. Checking eight bytes at a time is faster than `contains` for names of typical
/// lengths.
#[inline]
pub(super) fn contains_at_sign(name: &[u8]) -> bool {
    let Some(end) = name.last_chunk::<8>() else {
        return name.contains(&b'@');
    };
    let found = name.as_chunks::<8>().0.iter().fold(0, |found, chunk| found | at_signs(*chunk));
    found | at_signs(*end) != 0
}

/// Finds `@` in eight bytes, in the same way as [`not_plain`].
#[inline]
const fn at_signs(chunk: [u8; 8]) -> u64 {
    let different = u64::from_le_bytes(chunk) ^ (ONES * b'@' as u64);
    different.wrapping_sub(ONES) & !different & (ONES << 7)
}

const fn is_plain_byte(byte: u8) -> bool {
    !matches!(byte, b'"' | b'\\' | 0..=0x1F)
}

/// Finds quotation marks, backslashes and control characters in eight bytes with Mycroft's algorithm. The lowest set
/// bit of the result marks the first of these bytes. Higher bits can mark wrong bytes. The result is 0 if there is none.
#[inline]
const fn not_plain(chunk: [u8; 8]) -> u64 {
    const HIGH_BITS: u64 = ONES << 7;
    let chunk = u64::from_le_bytes(chunk);
    // `^ 2` exchanges the quotation mark, 0x22, with the space, 0x20. Then one comparison finds the quotation mark and
    // the control characters: they are the bytes below 0x21.
    let quote_or_control = (chunk ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslash = (chunk ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !chunk & HIGH_BITS
}

impl<'de> Reader<'de> {
    /// Reads a string whose opening quotation mark has been read.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Parsed<'de>, ReadError> {
        match self.plain_string() {
            Some(text) => Ok(Parsed::Borrowed(text)),
            None => self.escaped_string().map(|()| Parsed::Scratch),
        }
    }

    /// Reads a string without escapes whose opening quotation mark has been read. Returns `None` if the string has an
    /// escape or is invalid.
    #[inline]
    pub(super) fn plain_string(&mut self) -> Option<&'de str> {
        let rest = self.text.get(self.position..)?;
        let length = plain_length(rest.as_bytes());
        if rest.as_bytes().get(length) != Some(&b'"') {
            return None;
        }
        self.position += length + 1;
        rest.get(..length)
    }

    /// Reads a string with escapes into [`scratch`](Reader::scratch).
    #[inline(never)]
    pub(super) fn escaped_string(&mut self) -> Result<(), ReadError> {
        self.scratch.clear();
        let text = self.text;
        loop {
            let end = self.position + plain_length(&text.as_bytes()[self.position..]);
            self.scratch.push_str(&text[self.position..end]);
            self.position = end;
            let Some(byte) = self.peek() else { return Err(self.error(syntax::EOF_STRING)) };
            self.position += 1;
            match byte {
                b'"' => return Ok(()),
                b'\\' => {
                    let character = self.escape()?;
                    self.scratch.push(character);
                }
                _ => return Err(self.error(syntax::CONTROL_CHARACTER)),
            }
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
