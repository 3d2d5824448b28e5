//! The generator options `rename`, `rename_operation` and `module`, which set the Rust names of types, operations and modules.

use std::collections::{BTreeMap, BTreeSet};

use syn::Ident;

use super::naming::is_reserved;
use crate::document::namespace_of;

/// The configured Rust names of types and operations, and the configured module paths of namespaces.
#[derive(Debug, Clone, Default)]
pub(super) struct Renames {
    pub(super) types: BTreeMap<String, String>,
    /// The Rust module path of each namespace, such as `graph::security` for the key `microsoft.graph.security`.
    pub(super) modules: BTreeMap<String, String>,
    /// The Rust name of each operation, such as `CloseWard` for the key `clinic.close(clinic.ward)`.
    pub(super) operations: BTreeMap<String, String>,
}

impl Renames {
    /// Returns the first invalid Rust name or module path in the options, and the reason why it is invalid. Returns
    /// `None` if all names and paths in the options are valid.
    pub(super) fn invalid(&self) -> Option<(String, String)> {
        let is_module = |segment: &str| {
            is_identifier(segment) && segment.starts_with(|c: char| c == '_' || c.is_lowercase())
        };
        let modules = || {
            let path = self.modules.values().find(|path| !path.split("::").all(is_module))?;
            let reason = "a module path must consist of `snake_case` identifiers that are separated by `::`";
            Some((path.clone(), reason.to_owned()))
        };
        let operations = || {
            let names =
                self.operations.iter().map(|(key, rust)| (key.split('(').next().unwrap_or(key), rust));
            invalid_name(names, "operations")
        };
        let types = self.types.iter().map(|(name, rust)| (name.as_str(), rust));
        invalid_name(types, "types").or_else(operations).or_else(modules)
    }
}

/// Returns the first invalid Rust name of a struct or enum, and the reason why it is invalid. Each item of `names` is a pair of the
/// qualified name of an element and its Rust name. `elements` is a plural noun for the error message, such as `types`.
fn invalid_name<'n>(
    names: impl Iterator<Item = (&'n str, &'n String)>,
    elements: &str,
) -> Option<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut names = names;
    names.find_map(|(qualified_name, rust)| {
        let reason = match () {
            () if !is_identifier(rust) || !rust.starts_with(char::is_uppercase) => {
                "a type name must be an identifier that starts with an uppercase letter".to_owned()
            }
            () if is_reserved(rust) => {
                "the generated source already uses this name; use a different name".to_owned()
            }
            () if !seen.insert((namespace_of(qualified_name), rust)) => {
                format!("two {elements} in a module can't have the same name")
            }
            () => return None,
        };
        Some((rust.clone(), reason))
    })
}

fn is_identifier(name: &str) -> bool {
    name != "gen" && syn::parse_str::<Ident>(name).is_ok()
}
