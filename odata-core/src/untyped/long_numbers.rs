//! Long numbers, such as `0.1234567890123456789`, which have more digits than serde's number types can represent.

use core::cell::Cell;

use super::Number;

/// The long numbers in a JSON text, such as `0.1234567890123456789`. A long number has more digits than serde's number
/// types can represent. Each long number is stored with its index among all numbers of the JSON text.
///
/// `serde_json` rounds a long number to a double, so a serde visitor replaces the double with the exact number from
/// `ExactNumbers`. The visitor calls [`Self::next_long`] once for each number in the JSON text.
pub(super) struct ExactNumbers {
    numbers: Vec<(usize, Number)>,
    next: Cell<usize>,
    position: Cell<usize>,
}

impl ExactNumbers {
    /// Finds the long numbers in a JSON text. Returns `None` if the JSON text contains no long numbers.
    pub(super) fn of(text: &str) -> Option<Self> {
        let long = Tokens(text).enumerate().filter(|(_, digits)| Number::may_be_long(digits));
        let numbers: Vec<_> = long
            .filter_map(|(position, digits)| Some((position, Number::from_digits(digits)?)))
            .filter(|(_, number)| number.digits().is_some())
            .collect();
        (!numbers.is_empty()).then_some(Self { numbers, next: Cell::new(0), position: Cell::new(0) })
    }

    /// Moves to the next number of the JSON text. Returns a long number such as `0.1234567890123456789`, or `None` for
    /// a number such as `1`, which serde's number types can represent.
    pub(super) fn next_long(&self) -> Option<Number> {
        let position = self.position.replace(self.position.get() + 1);
        let (_, number) = self.numbers.get(self.next.get()).filter(|(at, _)| *at == position)?;
        self.next.set(self.next.get() + 1);
        Some(number.clone())
    }
}

/// An iterator over the numbers of a JSON text, in document order. Digits inside of JSON strings are skipped.
struct Tokens<'t>(&'t str);

impl<'t> Iterator for Tokens<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        loop {
            let start = self.0.bytes().position(|byte| matches!(byte, b'"' | b'-' | b'0'..=b'9'))?;
            let token = &self.0[start..];
            if let Some(string) = token.strip_prefix('"') {
                self.0 = after_string(string);
                continue;
            }
            let belongs =
                |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
            let end = token.bytes().position(|byte| !belongs(byte)).unwrap_or(token.len());
            self.0 = &token[end..];
            return Some(&token[..end]);
        }
    }
}

/// Returns the JSON text after the closing quotation mark of a string. `string` is the JSON text after the opening
/// quotation mark.
fn after_string(string: &str) -> &str {
    let mut bytes = string.bytes().enumerate();
    while let Some((position, byte)) = bytes.next() {
        match byte {
            b'"' => return &string[position + 1..],
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::Tokens;

    #[test]
    fn finds_numbers_outside_strings() {
        let text = r#"{"a1":[-1.5e+3,true,"2\"3\\",4],"é\\":5,"":"","n":null,"z":{"6":-7E-2}}"#;
        assert_eq!(Tokens(text).collect::<Vec<_>>(), ["-1.5e+3", "4", "5", "-7E-2"]);
        assert_eq!(Tokens("12").collect::<Vec<_>>(), ["12"]);
    }
}
