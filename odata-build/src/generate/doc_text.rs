//! Formatting of strings from a CSDL document for doc comments.

/// Returns the content of a string as a single line without indentation, because indented lines in a doc comment would be a code block.
///
/// Code fences (three backticks or tildes) are shortened to one character, because a fence would start a code block in
/// the doc comment. Characters that change the text direction are removed, because rustc rejects them in comments.
pub(super) fn one_line(text: &str) -> String {
    let is_direction_mark =
        |character: char| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split(|character: char| character.is_whitespace() || is_direction_mark(character));
    let mut line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    for (fence, short) in [("```", "`"), ("~~~", "~")] {
        while line.contains(fence) {
            line = line.replace(fence, short);
        }
    }
    line
}

/// Returns a string as inline code, with backticks around it. A string that contains backticks is returned without formatting.
pub(super) fn code(text: &str) -> String {
    let line = one_line(text);
    if line.is_empty() || line.contains('`') { line } else { format!("`{line}`") }
}

/// Joins strings to a list such as `a, b and c`. The parameter `conjunction` is the word before the last string, such
/// as `and` or `or`.
pub(super) fn enumerated(parts: &[String], conjunction: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} {conjunction} {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{code, enumerated, one_line};

    #[test]
    fn fences_and_line_breaks_are_removed() {
        for (text, expected) in [
            (" a\n\n    b\t c ", "a b c"),
            ("```rust", "`rust"),
            ("`````", "`"),
            ("~~~~~~~", "~"),
            ("a\u{202e}b", "a b"),
        ] {
            assert_eq!(one_line(text), expected);
        }
    }

    #[test]
    fn names_with_backticks_are_not_formatted_as_code() {
        assert_eq!([code("a b"), code("a`b"), code("")], ["`a b`", "a`b", ""]);
    }

    #[test]
    fn parts_are_enumerated() {
        let parts = ["a", "b", "c"].map(str::to_owned);
        let texts = [0, 1, 2, 3].map(|count| enumerated(&parts[..count], "or"));
        assert_eq!(texts, ["", "a", "a or b", "a, b or c"]);
    }
}
