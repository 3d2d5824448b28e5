//! Plain values: values that can be stored as JSON text and parsed later, because parsing can't fail.
//!
//! Programs often don't access undeclared members. Storing the text of an undeclared member is faster than parsing the
//! member. However, an invalid member must be reported while its object is read, so only plain values are stored as
//! text. All other values are parsed while the object is read.
//!
//! A plain value contains no whitespace outside of strings, no halves of surrogate pairs, no exponents and no long
//! numbers. It has limited nesting. Its objects have few members, and the names of the members are unique and have no
//! escapes.

use super::Reader;
use super::string::plain_length;
use crate::untyped::{Members, Untyped};

/// The largest number of members in an object of a plain value. The names of up to `MAX_MEMBERS` members are compared one
/// by one.
pub(super) const MAX_MEMBERS: usize = 16;

/// The largest number of nested objects and arrays in a plain value.
const MAX_DEPTH: u8 = 32;

/// The largest number of bytes in a number of a plain value. A number without exponent that has so few digits is in the
/// range of `f64`.
const MAX_DIGITS: usize = 32;

/// The largest number of digits in an integer that is known to be written as it was read.
const MAX_INTEGER_DIGITS: usize = 18;

/// Parses an object whose members have plain values.
#[inline(never)]
pub(crate) fn parse(text: &str) -> Members {
    match Reader::new(text).untyped() {
        Ok(Untyped::Object(members)) => members,
        _ => unreachable!("only objects with plain values are stored as text"),
    }
}

/// Iterates over the names and the unparsed values of an object whose members have plain values and names without
/// escapes.
pub(crate) fn members(object: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut reader = Reader::new(object);
    core::iter::from_fn(move || {
        // The bracket or comma before the name.
        reader.position += 1;
        let name = reader.plain_name()?;
        let start = reader.position;
        reader.skip_plain_value(MAX_DEPTH)?;
        Some((name, &object[start..reader.position]))
    })
}

/// The functions return `None` if the value isn't plain. The position is then unspecified.
impl<'de> Reader<'de> {
    /// Skips a plain value at the current position. The result is `Some(true)` if the writer would write the value with
    /// exactly the same text, and `Some(false)` if the writer would write another text, such as `1.5` for `1.50`.
    #[inline]
    pub(super) fn skip_plain(&mut self) -> Option<bool> {
        self.names.clear();
        self.skip_plain_value(MAX_DEPTH)
    }

    #[inline]
    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    fn skip_plain_value(&mut self, remaining_depth: u8) -> Option<bool> {
        let rest = self.rest();
        match rest.first()? {
            b'"' => {
                self.position += 1;
                self.skip_plain_string()
            }
            b'-' | b'0'..=b'9' => self.skip_plain_number(),
            b'{' => self.skip_plain_object(remaining_depth.checked_sub(1)?),
            b'[' => self.skip_plain_array(remaining_depth.checked_sub(1)?),
            b'n' => self.skip_plain_word(b"null"),
            b't' => self.skip_plain_word(b"true"),
            b'f' => self.skip_plain_word(b"false"),
            _ => None,
        }
    }

    fn skip_plain_word(&mut self, word: &[u8]) -> Option<bool> {
        let is_word = self.rest().starts_with(word);
        self.position += word.len();
        is_word.then_some(true)
    }

    /// Skips a string after its opening quotation mark.
    #[inline]
    fn skip_plain_string(&mut self) -> Option<bool> {
        let rest = self.rest();
        let length = plain_length(rest);
        self.position += length + 1;
        match rest.get(length)? {
            b'"' => Some(true),
            b'\\' => self.skip_plain_escapes(),
            _ => None,
        }
    }

    /// Skips the rest of a string after the backslash of its first escape.
    #[inline(never)]
    fn skip_plain_escapes(&mut self) -> Option<bool> {
        let mut is_canonical = true;
        loop {
            let rest = self.rest();
            let length = match rest {
                [b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 1,
                [b'/', ..] => {
                    is_canonical = false;
                    1
                }
                [b'u', digits @ ..] if is_character(*digits.first_chunk()?) => {
                    is_canonical = false;
                    5
                }
                _ => return None,
            };
            let end = length + plain_length(&rest[length..]);
            self.position += end + 1;
            match rest.get(end)? {
                b'"' => return Some(is_canonical),
                b'\\' => {}
                _ => return None,
            }
        }
    }

    #[inline]
    fn skip_plain_number(&mut self) -> Option<bool> {
        let rest = self.rest();
        let count = |digits: &[u8]| digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let sign = usize::from(rest.first() == Some(&b'-'));
        let integer = count(&rest[sign..]);
        let has_leading_zero = rest.get(sign) == Some(&b'0');
        if integer == 0 || (has_leading_zero && integer > 1) {
            return None;
        }
        let mut length = sign + integer;
        let mut is_canonical = integer <= MAX_INTEGER_DIGITS && !(has_leading_zero && sign > 0);
        if rest.get(length) == Some(&b'.') {
            let fraction = count(&rest[length + 1..]);
            if fraction == 0 {
                return None;
            }
            length += 1 + fraction;
            is_canonical = false;
        }
        if length > MAX_DIGITS || matches!(rest.get(length), Some(b'e' | b'E')) {
            return None;
        }
        self.position += length;
        Some(is_canonical)
    }

    /// Skips a name without escapes, and the colon after the name.
    #[inline]
    fn plain_name(&mut self) -> Option<&'de str> {
        let (b'"', rest) = self.rest().split_first()? else { return None };
        let length = plain_length(rest);
        if !rest.get(length..)?.starts_with(b"\":") {
            return None;
        }
        let start = self.position + 1;
        self.position = start + length + 2;
        self.text.get(start..start + length)
    }

    fn skip_plain_object(&mut self, remaining_depth: u8) -> Option<bool> {
        let (first, mut is_canonical) = (self.names.len(), true);
        self.position += 1;
        if self.peek() == Some(b'}') {
            self.position += 1;
            return Some(true);
        }
        loop {
            let name = self.plain_name()?;
            let previous = &self.names[first..];
            if previous.len() == MAX_MEMBERS || previous.contains(&name) {
                return None;
            }
            self.names.push(name);
            is_canonical &= self.skip_plain_value(remaining_depth)?;
            if !self.skip_plain_comma(b'}')? {
                self.names.truncate(first);
                return Some(is_canonical);
            }
        }
    }

    fn skip_plain_array(&mut self, remaining_depth: u8) -> Option<bool> {
        let mut is_canonical = true;
        self.position += 1;
        if self.peek() == Some(b']') {
            self.position += 1;
            return Some(true);
        }
        loop {
            is_canonical &= self.skip_plain_value(remaining_depth)?;
            if !self.skip_plain_comma(b']')? {
                return Some(is_canonical);
            }
        }
    }

    /// Skips a comma or the bracket `end`. Returns `true` for a comma.
    #[inline]
    fn skip_plain_comma(&mut self, end: u8) -> Option<bool> {
        let next = self.peek()?;
        self.position += 1;
        (next == b',' || next == end).then_some(next == b',')
    }
}

/// Checks whether the four digits of a Unicode escape are valid, and aren't half of a surrogate pair.
fn is_character(digits: [u8; 4]) -> bool {
    let is_surrogate = matches!(digits, [b'd' | b'D', b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..]);
    !is_surrogate && digits.iter().all(u8::is_ascii_hexdigit)
}
