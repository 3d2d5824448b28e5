//! Checks of property names that are known only at run time.

/// Checks that a string is a property path, such as `address/city`. The path must not start with a name that services
/// read as a literal, such as `null`.
///
/// # Errors
///
/// Returns a message with the reason if the path is invalid.
pub(super) fn check(path: &str) -> Result<(), String> {
    path.split('/').try_for_each(check_segment)?;
    match path.split(['/', '.']).next().filter(|first| is_literal(first)) {
        Some(literal) => Err(format!("`{literal}` is a literal")),
        None => Ok(()),
    }
}

/// Checks whether services read the first segment of a path as a parameter alias, such as `@p`. An annotation has a
/// namespace or a qualifier: `@Measures.Currency`.
pub(super) fn is_alias(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    first.starts_with('@') && !first.contains(['.', '#'])
}

/// Checks that a name is a property name, the qualified name of a type, or an annotation such as `@Measures.Currency`.
fn check_segment(name: &str) -> Result<(), String> {
    let qualified = match name.strip_prefix('@').map(|term| term.split_once('#')) {
        Some(Some((term, qualifier))) => {
            check_name(qualifier)?;
            term
        }
        Some(None) => &name[1..],
        None => name,
    };
    qualified.split('.').try_for_each(check_name)
}

/// Checks that a name is a valid property name, such as `given-name`. Unlike an OData identifier, a property name can
/// contain `-`.
///
/// # Errors
///
/// Returns a message with the reason if the name is invalid.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let is_start = |character: char| character.is_alphabetic() || character == '_';
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
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

/// Checks whether services read a name in a `$filter` as a literal: `null`, `true`, `false`, `NaN`, `INF` or a GUID.
fn is_literal(name: &str) -> bool {
    let is_boolean = ["true", "false"].iter().any(|boolean| name.eq_ignore_ascii_case(boolean));
    let is_guid = || {
        let lengths = name.split('-').map(str::len);
        lengths.eq([8, 4, 4, 4, 12]) && name.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
    };
    is_boolean || ["null", "NaN", "INF"].contains(&name) || is_guid()
}

/// Checks that a name is an identifier (OData ABNF, `odataIdentifier`).
///
/// # Errors
///
/// Returns a message with the reason if the name isn't an identifier.
pub(super) fn check_identifier(name: &str) -> Result<(), String> {
    if name.contains('-') {
        return Err("an identifier can't contain `-`".to_owned());
    }
    check_name(name)
}

#[cfg(test)]
mod tests {
    use super::{check, is_alias};

    #[test]
    fn annotation_without_namespace_is_an_alias() {
        for (path, expected) in
            [("@p", true), ("@p/a", true), ("@n.p", false), ("@p#q", false), ("a/@p", false), ("p", false)]
        {
            assert_eq!(is_alias(path), expected, "{path}");
        }
    }

    #[test]
    fn names_with_syntax_are_rejected() {
        for path in [
            "extension_x/name",
            "ns.Type/größe",
            "price/@Measures.Currency#Reporting",
            "_a-b",
            "x/null",
            "face",
            "abcdef-12",
            "abcdefgh-0000-0000-0000-00000000000a",
        ] {
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
            "a#b",
            "a..b",
            "a.",
            "@",
            "@a#",
            "@a#b#c",
            "null",
            "True/x",
            "NaN",
            "INF",
            "abcdef12-0000-0000-0000-00000000000a",
        ] {
            assert!(check(path).is_err(), "{path}");
        }
    }
}
