//! The rules for names in a CSDL document.

/// The maximum number of characters in a name (CSDL 4.01, 15.2).
const MAX_LENGTH: usize = 128;

/// Returns the reason why the name of a type, property or member is invalid, such as `is empty`. Returns `None` if the name is valid.
pub(super) fn invalid_reason(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("is empty"),
        _ if name.len() > MAX_LENGTH && name.chars().count() > MAX_LENGTH => {
            Some("is longer than 128 characters")
        }
        _ if name
            .contains(|character: char| matches!(character, '@' | '/' | '#') || character.is_control()) =>
        {
            Some("contains `@`, `/`, `#` or a control character")
        }
        _ => None,
    }
}

/// Checks whether a name is a `SimpleIdentifier` (CSDL 4.01, 15.2).
pub(super) fn is_simple_identifier(name: &str) -> bool {
    let is_start = |character: char| character == '_' || character.is_alphabetic();
    name.starts_with(is_start)
        && name.chars().all(|character| character == '_' || character.is_alphanumeric())
        && name.chars().count() <= MAX_LENGTH
}
