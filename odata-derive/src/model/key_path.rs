//! The attribute `key` of a struct, which declares key properties that are nested in a complex property. For example,
//! `key = "Info/ID as EntityInfoID"` declares the property `ID` of the complex property `Info` as a key property.

use syn::LitStr;

use super::names::is_simple_identifier;
use crate::attr::Attributes;
use crate::errors::Errors;

/// A key property that is nested in a complex property: the path `Info/ID` with the alias `EntityInfoID`.
pub(crate) struct KeyPath {
    pub(crate) path: String,
    pub(crate) alias: String,
}

/// Parses the comma-separated key paths in the `key` attribute of a struct.
pub(super) fn key_paths(attributes: &Attributes, errors: &Errors) -> Vec<KeyPath> {
    const EXAMPLE: &str = "Info/ID as EntityInfoID";
    let Some(text) = attributes.string("key", EXAMPLE, errors) else { return Vec::new() };
    let value = text.value();
    value.split(',').filter_map(|part| key_path(part.trim(), &text, errors)).collect()
}

fn key_path(part: &str, text: &LitStr, errors: &Errors) -> Option<KeyPath> {
    let Some((path, alias)) = part.split_once(" as ").map(|(path, alias)| (path.trim(), alias.trim())) else {
        errors.over(
            text,
            format!("key path `{part}` has no alias: write `{part} as Alias`"),
            "use the alias from the service's schema; if the key is a property of the struct itself, write `#[odata(key)]` on its field \
             instead",
        );
        return None;
    };
    if path.split('/').any(|segment| segment.trim().is_empty()) {
        errors.over(
            text,
            format!("key path `{path}` contains an empty property name: separate the names with one slash, as in `Info/ID`"),
            "",
        );
        return None;
    }
    if !is_simple_identifier(alias) {
        errors.over(
            text,
            format!("`{alias}` is not a valid alias of the key path `{path}`: use an identifier such as `EntityInfoID`"),
            "",
        );
        return None;
    }
    Some(KeyPath { path: path.to_owned(), alias: alias.to_owned() })
}
