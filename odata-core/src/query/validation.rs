//! Validation of strings that are written into query options unchanged, such as the argument of `Filter::raw`.

use core::str::Chars;

/// Checks that a string can be written inside of parentheses, as in `$expand=orders($filter=…;$top=1)`.
///
/// Outside of string literals, parentheses must be balanced, and a `;` is allowed only inside of parentheses.
///
/// In arrays and objects, such as `["a","b"]`, double quotes also enclose strings. Outside of arrays and objects, `"` has
/// no meaning in OData: `name eq "a)"` is rejected, because a server can read the `)` as a closing parenthesis.
///
/// # Errors
///
/// Returns an error message if the string is empty, if its quotes, parentheses or brackets are unbalanced, or if it
/// contains a `;` outside of quotes, parentheses and brackets.
pub(super) fn check(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err("the string is empty".to_owned());
    }
    Scanner { text: text.chars(), open: Vec::new() }.check(true)
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
    Scanner { text: text.chars(), open: Vec::new() }.check(false)
}

/// The remaining text, and the brackets that are open.
struct Scanner<'t> {
    text: Chars<'t>,
    open: Vec<char>,
}

impl Scanner<'_> {
    /// Checks the remaining text, which is the value of `$search` or another expression.
    fn check(mut self, is_expression: bool) -> Result<(), String> {
        while let Some(character) = self.text.next() {
            match character {
                '\'' if is_expression => self.string(character)?,
                '"' if !is_expression || self.is_in_json() => self.string(character)?,
                '(' => self.open.push(')'),
                '[' if is_expression => self.open.push(']'),
                '{' if is_expression => self.open.push('}'),
                ')' => self.close(character)?,
                ']' | '}' if is_expression => self.close(character)?,
                ';' if self.open.is_empty() => {
                    return Err("a `;` is allowed only inside of quotes or parentheses".to_owned());
                }
                _ => {}
            }
        }
        match self.open.last() {
            Some(expected) => Err(format!("a `{expected}` is missing")),
            None => Ok(()),
        }
    }

    /// Checks whether the position is in an array or an object, but not in parentheses inside of it.
    fn is_in_json(&self) -> bool {
        matches!(self.open.last(), Some(']' | '}'))
    }

    /// Reads the rest of a string. In double quotes, `\` escapes the next character.
    fn string(&mut self, quote: char) -> Result<(), String> {
        while let Some(character) = self.text.next() {
            match character {
                '\\' if quote == '"' => _ = self.text.next(),
                character if character == quote => return Ok(()),
                _ => {}
            }
        }
        Err(format!("a string literal has no closing `{quote}`"))
    }

    fn close(&mut self, bracket: char) -> Result<(), String> {
        match self.open.pop() {
            Some(expected) if expected == bracket => Ok(()),
            _ => Err(format!("a `{bracket}` closes no bracket")),
        }
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
            r#"x in ["a(","b)",";","it's","\"]"]"#,
            r#"x eq {"a":"}("} and y eq "b""#,
            "x eq 'a(' and y eq '\"' and z eq '[;'",
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
            r#"x in ["a(]"#,
            "x in [1)",
            "x in [(1])",
            "x]",
            "[a",
            r#"x in [("a)")]"#,
        ] {
            assert!(check(text).is_err(), "{text}");
        }
        for text in [r#""a"#, r#""a\""#, "a)", "a;b", "(a"] {
            assert!(check_search(text).is_err(), "{text}");
        }
    }
}
