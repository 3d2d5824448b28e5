//! Attributes with a fixed set of allowed values, such as `tag = "always"` or `key = "optional"`.

use crate::attr::{Attributes, Spanned, joined_in_backticks};
use crate::errors::Errors;
use crate::nearest::nearest;

/// Parses an attribute with a fixed set of allowed values, such as `key = "optional"`. `choices` maps each allowed
/// value to a Rust value, such as `optional` to `KeyAccess::Optional`. Reports an error if the value isn't in
/// `choices`.
pub(super) fn choice<T: Copy>(
    attributes: &Attributes,
    key: &str,
    choices: &[(&'static str, T)],
    errors: &Errors,
) -> Option<Spanned<T>> {
    let string = attributes.string(key, choices[0].0, errors)?;
    let word = string.value();
    if let Some((_, value)) = choices.iter().find(|(choice, _)| *choice == word) {
        return Some(Spanned { value: *value, span: string.span() });
    }
    let words: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
    let fix = nearest(&word, &words).map_or_else(
        || format!("use {}", joined_in_backticks(&words, "or")),
        |near| format!("did you mean `{near}`?"),
    );
    errors.over(&string, format!("unknown value `{word}` for `{key}`: {fix}"), "");
    None
}
