//! The position at the end of an error message: ` at line 1 column 55`.

/// Returns the line and the column of an error that is detected after `index` bytes of the text have been read. The
/// first line is 1, and the first byte of a line has the column 1.
pub(crate) fn of_index(text: &[u8], index: usize) -> (usize, usize) {
    let before = &text[..index];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let line = before.split(|byte| *byte == b'\n').count();
    (line, index - line_start)
}

/// Appends a position to an error message.
pub(crate) fn appended(message: &str, line: usize, column: usize) -> String {
    format!("{message} at line {line} column {column}")
}

/// Splits the position off the end of an error message. Returns `None` if the message has no position.
pub(crate) fn split(message: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = message.rsplit_once(" column ")?;
    let (text, line) = rest.rsplit_once(" at line ")?;
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten()
    };
    Some((text, number(line)?, number(column)?))
}

#[cfg(test)]
mod tests {
    use super::{appended, of_index, split};

    #[test]
    fn counts_lines_and_bytes() {
        assert_eq!(of_index(b"", 0), (1, 0));
        assert_eq!(of_index(b"ab\ncd", 2), (1, 2));
        assert_eq!(of_index(b"ab\ncd", 3), (2, 0));
        assert_eq!(of_index(b"ab\n\ncd", 6), (3, 2));
    }

    #[test]
    fn splits_only_positions() {
        assert_eq!(split(&appended("expected value", 2, 17)), Some(("expected value", 2, 17)));
        assert_eq!(split("no position at line 1"), None);
        assert_eq!(split("x at line 1 column +2"), None);
    }
}
