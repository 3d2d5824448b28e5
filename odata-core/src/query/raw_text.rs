//! Validation of raw conditions and option values, which must not end the parentheses around them.

/// Checks that a raw string can be used inside parentheses, next to other options.
///
/// Outside of string literals, parentheses must be balanced, and every `;` must be inside of parentheses. String
/// literals have single quotes; JSON strings and search phrases have double quotes. Since not every server supports
/// double quotes everywhere, the string must be balanced both with and without them.
///
/// # Errors
///
/// Returns the reason if the string can't be used.
pub(super) fn check(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err("it is empty".to_owned());
    }
    check_with_quotes(text, &['\''])?;
    check_with_quotes(text, &['\'', '"'])
}

/// Checks the value of `$search`, in which only double quotes are quotes.
///
/// # Errors
///
/// Returns the reason if the string can't be used.
pub(super) fn check_search(text: &str) -> Result<(), String> {
    check_with_quotes(text, &['"'])
}

fn check_with_quotes(text: &str, quotes: &[char]) -> Result<(), String> {
    let mut depth = 0_usize;
    let mut open = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (open, character) {
            (Some('"'), '\\') => _ = characters.next(),
            (Some(quote), character) if quote == character => open = None,
            (None, quote) if quotes.contains(&quote) => open = Some(quote),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.checked_sub(1).ok_or("`)` has no `(`")?,
            (None, ';') if depth == 0 => return Err("`;` is outside of quotes".to_owned()),
            _ => {}
        }
    }
    match open {
        Some(quote) => Err(format!("a string has no closing `{quote}`")),
        None if depth > 0 => Err("`(` has no `)`".to_owned()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{check, check_search};

    #[test]
    fn balanced_text_is_accepted() {
        for text in [
            "a eq 'x'",
            "contains(displayName,'it''s ;)')",
            "x in ('a','b')",
            "any(a:a/b eq ')')",
            r#"x in ["a","b"]"#,
            "manager($select=id;$expand=manager)",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
        assert_eq!(check_search(r#""it's \" ;)" AND (a OR b)"#), Ok(()));
    }

    #[test]
    fn text_that_ends_its_parentheses_is_rejected() {
        for text in [
            "",
            " ",
            "a)",
            "(a",
            ")(",
            "a;b",
            "'a",
            "'a''",
            "a eq 'x');$top=1",
            r#"x eq "a)""#,
            r#"x eq "it's""#,
        ] {
            assert!(check(text).is_err(), "{text}");
        }
        for text in [r#""a"#, r#""a\""#, "a)", "a;b"] {
            assert!(check_search(text).is_err(), "{text}");
        }
    }
}
