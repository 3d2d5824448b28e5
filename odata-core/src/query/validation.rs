//! Validation of strings that are written into query options unchanged, such as the argument of `Filter::raw`.

/// Checks that a string can be written inside of parentheses, as in `$expand=orders($filter=…;$top=1)`.
///
/// Outside of string literals, parentheses must be balanced, and a `;` is allowed only inside of parentheses.
///
/// Parentheses and `;` are also checked in text in double quotes, because some servers read `"` as an ordinary
/// character. For example, `name eq "a)"` is rejected, because a server can read the `)` as a closing parenthesis.
///
/// # Errors
///
/// Returns an error message if the string is empty, if its quotes or parentheses are unbalanced, or if it contains a
/// `;` outside of quotes and parentheses.
pub(super) fn check(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err("the string is empty".to_owned());
    }
    check_with_quotes(text, &['\''])?;
    check_with_quotes(text, &['\'', '"'])
}

/// Checks that the value of a `$search` can be written inside of parentheses, as in `$expand=orders($search="bike")`.
/// For example, `a)` is rejected, because the `)` would end the nested options of `orders`:
/// `$expand=orders($search=a))`. In `$search`, only double quotes enclose strings.
///
/// # Errors
///
/// Returns an error message if the quotes or parentheses of the value are unbalanced, or if it contains a `;` outside
/// of quotes and parentheses.
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
            (None, ')') => depth = depth.checked_sub(1).ok_or("a `)` has no matching `(`")?,
            (None, ';') if depth == 0 => {
                return Err("a `;` is allowed only inside of quotes or parentheses".to_owned());
            }
            _ => {}
        }
    }
    match open {
        Some(quote) => Err(format!("a string literal has no closing `{quote}`")),
        None if depth > 0 => Err("a `(` has no matching `)`".to_owned()),
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
