//! `run_time_property()`: a property whose name is known only at run time, as an operand.

use super::AnyType;
use super::computed::Computed;
use crate::typed_property::Operand;

/// Returns a property whose name is known only at run time, such as a property of a schema extension.
///
/// The type parameter `V` is the type of the property's value. The argument is the path of the property, without
/// percent-encoding: `extension_x/name`. If the path contains characters that property names, type names and
/// annotations don't contain, building the request returns an error. Because of this check, the path can't inject other
/// syntax into the condition.
///
/// The property can be used in conditions on every type. Inside of [`any`](Operand::any) and [`all`](Operand::all), the
/// path is relative to the element of the collection.
///
/// ```
/// use odata_core::ODataEntity;
/// use odata_core::query::{QueryOptions, run_time_property};
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph")]
/// struct Group {
///     display_name: Option<String>,
/// }
///
/// let course = run_time_property::<Option<i32>>("contoso_courses/courseId");
/// let options = QueryOptions::<Group>::new()
///     .filter(Group::DISPLAY_NAME.starts_with("A").and(course.gt(100)))
///     .order_by(&course);
/// assert_eq!(
///     options.to_string(),
///     "$filter=startswith(displayName,'A') and contoso_courses/courseId gt 100&$orderby=contoso_courses/courseId",
/// );
/// ```
#[must_use]
pub fn run_time_property<V>(path: impl Into<String>) -> Operand<AnyType, V> {
    Operand::new(Computed::RunTimePath(path.into()).into())
}

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
