//! Strings and their escapes.

use core::fmt::{self, Display, Write};

use super::Writer;
use crate::json::reader::{is_plain, plain_length};

impl Writer {
    /// Writes a string with quotation marks and escapes.
    #[inline]
    pub(super) fn push_string(&mut self, text: &str) {
        self.output.push('"');
        self.push_escaped(text);
        self.output.push('"');
    }

    /// Writes the `Display` form of a value as a string.
    pub(super) fn push_display<T: Display + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.output.push('"');
        write!(Escaped(self), "{value}")?;
        self.output.push('"');
        Ok(())
    }

    #[inline]
    fn push_escaped(&mut self, text: &str) {
        if is_plain(text.as_bytes()) {
            return self.output.push_str(text);
        }
        self.push_escapes(text);
    }

    /// Writes a string that contains characters to escape, such as `\n`.
    #[inline(never)]
    fn push_escapes(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let (plain, following) = rest.split_at(plain_length(rest.as_bytes()));
            self.output.push_str(plain);
            let mut characters = following.chars();
            let Some(character) = characters.next() else { return };
            self.push_escape(character);
            rest = characters.as_str();
        }
    }

    fn push_escape(&mut self, character: char) {
        let escape = match character {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u{8}' => "\\b",
            '\u{c}' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                let code = u32::from(character) as usize;
                self.output.push_str("\\u00");
                self.output.push(char::from(DIGITS[code >> 4 & 0xF]));
                self.output.push(char::from(DIGITS[code & 0xF]));
                return;
            }
        };
        self.output.push_str(escape);
    }
}

/// Writes formatted text as the content of a string.
struct Escaped<'w>(&'w mut Writer);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push_escaped(text);
        Ok(())
    }
}
