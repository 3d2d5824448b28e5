//! Primitive literals.

use super::cursor::{Cursor, Parsed};
use super::names::is_part;
use super::tree::Literal;

impl Cursor<'_> {
    /// Parses a primitive literal (rule `primitiveLiteral`). The longest literal is read.
    pub(super) fn literal(&mut self) -> Parsed<Literal> {
        if self.peek() == Some('\'') {
            return self.string().map(Literal::Text);
        }
        let longest = [guid, date_time, date, time_of_day, number, word];
        let length = longest.into_iter().filter_map(|rule| rule(self.rest())).max();
        if let Some(length) = length.filter(|length| !self.rest()[*length..].starts_with(is_part)) {
            let text = self.rest()[..length].to_owned();
            self.advance(length);
            return Ok(Literal::Word(text));
        }
        let prefix = self.qualified_name()?;
        let text = self.string()?;
        if is_valid(&prefix, &text) {
            Ok(Literal::Prefixed(prefix, text))
        } else {
            self.fail("a valid literal")
        }
    }

    /// Parses a string (rule `stringLiteral`).
    pub(super) fn string(&mut self) -> Parsed<String> {
        self.expect("'")?;
        let mut text = String::new();
        loop {
            text += self.take_while(|character| character != '\'');
            self.expect("'")?;
            if !self.eat("'") {
                return Ok(text);
            }
            text.push('\'');
        }
    }
}

/// Checks the content of a literal with a prefix, which may be the name of an enumeration type.
fn is_valid(prefix: &str, text: &str) -> bool {
    match prefix {
        "binary" => {
            let plain = text.trim_end_matches('=');
            plain.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_+/".contains(&byte))
        }
        "duration" => {
            let plain = text.strip_prefix('-').unwrap_or(text);
            plain.starts_with('P')
                && plain.bytes().all(|byte| byte.is_ascii_digit() || b"PDTHMS.".contains(&byte))
        }
        "geography" | "geometry" => text.starts_with("SRID="),
        _ => prefix.contains('.'),
    }
}

/// Returns the length of the prefix that matches a pattern: `0` is a digit, `x` a hexadecimal digit, and any other
/// character is literal.
fn pattern(text: &str, pattern: &str) -> Option<usize> {
    let bytes = text.as_bytes().get(..pattern.len())?;
    let matches = |(byte, expected): (&u8, u8)| match expected {
        b'0' => byte.is_ascii_digit(),
        b'x' => byte.is_ascii_hexdigit(),
        other => *byte == other,
    };
    bytes.iter().zip(pattern.bytes()).all(matches).then_some(pattern.len())
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|character: char| character.is_ascii_digit()).len()
}

fn guid(text: &str) -> Option<usize> {
    pattern(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")
}

fn date(text: &str) -> Option<usize> {
    let sign = usize::from(text.starts_with('-'));
    let year = digits(&text[sign..]);
    if year < 4 || (year > 4 && text[sign..].starts_with('0')) {
        return None;
    }
    let length = sign + year;
    let rest = &text[length..];
    let is_valid = pattern(rest, "-00-00").is_some()
        && ("01"..="12").contains(&&rest[1..3])
        && ("01"..="31").contains(&&rest[4..6]);
    is_valid.then_some(length + 6)
}

fn time_of_day(text: &str) -> Option<usize> {
    pattern(text, "00:00").filter(|_| &text[..2] < "24" && &text[3..5] < "60")?;
    if pattern(&text[5..], ":00").is_none_or(|_| &text[6..8] > "60") {
        return Some(5);
    }
    let fraction = text[8..].strip_prefix('.').map_or(0, |fraction| digits(fraction).min(12));
    Some(8 + if fraction > 0 { fraction + 1 } else { 0 })
}

fn date_time(text: &str) -> Option<usize> {
    let time = date(text)? + 1;
    text[time - 1..].strip_prefix(['T', 't'])?;
    let offset = time + time_of_day(&text[time..])?;
    let rest = &text[offset..];
    if rest.starts_with(['Z', 'z']) {
        return Some(offset + 1);
    }
    pattern(rest.strip_prefix(['+', '-'])?, "00:00").map(|length| offset + 1 + length)
}

fn number(text: &str) -> Option<usize> {
    let sign = usize::from(text.starts_with(['+', '-']));
    let whole = digits(&text[sign..]);
    if whole == 0 {
        return None;
    }
    let mut length = sign + whole;
    if let Some(fraction) = text[length..].strip_prefix('.').map(digits).filter(|fraction| *fraction > 0) {
        length += fraction + 1;
    }
    if let Some(exponent) = text[length..].strip_prefix(['e', 'E']) {
        let sign = usize::from(exponent.starts_with(['+', '-']));
        let exponent = digits(&exponent[sign..]);
        length += if exponent > 0 { 1 + sign + exponent } else { 0 };
    }
    Some(length)
}

fn word(text: &str) -> Option<usize> {
    let length = text.find(|character| !is_part(character)).unwrap_or(text.len());
    let word = &text[..length];
    let is_boolean = ["true", "false"].iter().any(|boolean| word.eq_ignore_ascii_case(boolean));
    (is_boolean || ["null", "NaN", "INF", "-INF"].contains(&word)).then_some(length)
}
