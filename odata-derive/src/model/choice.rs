//! An attribute whose value is one of a few words: `tag = "always"`, `key = "optional"`.

use crate::attr::{Attributes, Spanned};
use crate::errors::Errors;
use crate::nearest::nearest;

/// Reads the value of an attribute as one of these words.
pub(super) fn choice<T: Copy>(
    attributes: &Attributes,
    key: &str,
    choices: &[(&'static str, T)],
    errors: &Errors,
) -> Option<Spanned<T>> {
    let text = attributes.text(key, choices[0].0, errors)?;
    let word = text.value();
    if let Some((_, value)) = choices.iter().find(|(choice, _)| *choice == word) {
        return Some(Spanned { value: *value, span: text.span() });
    }
    let words: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
    let help = nearest(&word, &words)
        .map_or_else(|| format!("write {}", listed(&words)), |near| format!("did you mean `{near}`?"));
    errors.over(&text, format!("unknown value `{word}` of `{key}`"), help);
    None
}

/// `` `always`, `derived` or `never` ``
fn listed(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => quoted.concat(),
    }
}
