//! `key = "Info/ID as EntityInfoID"` on a struct: parts of the key inside of complex properties.

use syn::LitStr;

use super::names::is_simple_identifier;
use crate::attr::Attributes;
use crate::errors::Errors;

/// A part of the key inside of a complex property.
pub(crate) struct KeyPath {
    pub(crate) path: String,
    pub(crate) alias: String,
}

/// Reads the parts, which commas separate.
pub(super) fn key_paths(attributes: &Attributes, errors: &Errors) -> Vec<KeyPath> {
    const EXAMPLE: &str = "Info/ID as EntityInfoID";
    let Some(text) = attributes.text("key", EXAMPLE, errors) else { return Vec::new() };
    let value = text.value();
    value.split(',').filter_map(|part| key_path(part.trim(), &text, errors)).collect()
}

fn key_path(part: &str, text: &LitStr, errors: &Errors) -> Option<KeyPath> {
    let Some((path, alias)) = part.split_once(" as ").map(|(path, alias)| (path.trim(), alias.trim())) else {
        errors.over(
            text,
            format!("the key path `{part}` has no alias"),
            "write `key = \"Info/ID as EntityInfoID\"` with the alias of the service's schema; a property of the type itself is marked \
             on its field",
        );
        return None;
    };
    if !is_simple_identifier(alias) || path.split('/').any(|segment| segment.trim().is_empty()) {
        errors.over(
            text,
            format!("`{part}` is not a key path with an alias"),
            "write `key = \"Info/ID as EntityInfoID\"`, with slashes between properties, and an identifier as the alias",
        );
        return None;
    }
    Some(KeyPath { path: path.to_owned(), alias: alias.to_owned() })
}
