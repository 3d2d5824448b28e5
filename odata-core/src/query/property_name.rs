//! Checks of property names that are known only at run time.

/// Checks that a path consists of names that are separated by `/`.
///
/// # Errors
///
/// Returns a message with the reason if the path is invalid.
pub(super) fn check(path: &str) -> Result<(), String> {
    path.split('/').try_for_each(check_name)
}

/// Checks that a name is a property name, the qualified name of a type, or an annotation such as `@Measures.Currency`.
///
/// # Errors
///
/// Returns a message with the reason if the name is invalid.
fn check_name(name: &str) -> Result<(), String> {
    let is_start = |character: char| character.is_alphabetic() || matches!(character, '_' | '@');
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '.' | '-' | '#');
    let mut characters = name.chars();
    match characters.next() {
        None => Err("a name in it is empty".to_owned()),
        Some(first) if !is_start(first) => Err(format!("a name can't start with `{first}`")),
        Some(_) => match characters.find(|character| !is_part(*character)) {
            Some(character) => Err(format!("a name can't contain `{character}`")),
            None => Ok(()),
        },
    }
}

/// Checks that a name is an identifier (OData ABNF, `odataIdentifier`).
///
/// # Errors
///
/// Returns a message with the reason if the name isn't an identifier.
pub(super) fn check_identifier(name: &str) -> Result<(), String> {
    match name.chars().find(|character| !character.is_alphanumeric() && *character != '_') {
        Some(character) => Err(format!("an identifier can't contain `{character}`")),
        None => check_name(name),
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn names_with_syntax_are_rejected() {
        for path in ["extension_x/name", "ns.Type/größe", "price/@Measures.Currency#Reporting", "_a-b"] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
        for path in [
            "",
            "a/",
            "/a",
            "a b",
            "a'b",
            "a(b)",
            "a,b",
            "a;b",
            "a&b",
            "-a",
            "1a",
            "$it",
            "a eq 1 or b",
            "a\"b",
        ] {
            assert!(check(path).is_err(), "{path}");
        }
    }
}
