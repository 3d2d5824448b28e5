//! The generator option `map_type`, which sets the Rust type of an OData type.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Type;

use super::naming::IMPORTS;

/// The names of Rust types that don't need an import.
const BUILT_IN: [&str; 19] = [
    "Box", "Option", "String", "Vec", "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "str",
    "u128", "u16", "u32", "u64", "u8",
];

/// The values of the generator option `map_type`: a map from the qualified name of an OData type to its Rust type.
#[derive(Debug, Clone, Default)]
pub(super) struct TypeMap {
    /// A map from the qualified name of an OData type to the source of the Rust type, such as `DateTime<FixedOffset>`.
    types: BTreeMap<String, String>,
}

impl TypeMap {
    pub(super) fn insert(&mut self, qualified_name: String, rust: String) {
        self.types.insert(qualified_name, rust);
    }

    pub(super) fn contains(&self, qualified_name: &str) -> bool {
        self.types.contains_key(qualified_name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.types.keys().map(String::as_str)
    }

    /// Returns the Rust type that the generator option `map_type` assigns to an OData type.
    pub(super) fn get(&self, qualified_name: &str) -> Option<TokenStream> {
        let text = self.types.get(qualified_name)?;
        syn::parse_str::<Type>(text).ok().map(Type::into_token_stream)
    }

    /// Returns the first invalid Rust type in the option `map_type`, and the reason why it is invalid. Returns `None`
    /// if all Rust types in the option are valid.
    pub(super) fn invalid(&self) -> Option<(String, String)> {
        self.types.values().find_map(|text| {
            let reason = match syn::parse_str::<Type>(text) {
                Err(_) => "the value must be a Rust type, such as `DateTime<FixedOffset>` or `crate::Json`"
                    .to_owned(),
                Ok(parsed) => unknown_name(parsed.into_token_stream())?,
            };
            Some((text.clone(), reason))
        })
    }
}

/// Returns an error message if a Rust type contains a name that isn't defined in the generated source, such as `Json`
/// instead of `crate::Json`. Built-in names, such as `Vec`, and names that the generated source imports, such as
/// `NaiveDate`, need no path.
fn unknown_name(tokens: TokenStream) -> Option<String> {
    let imported = IMPORTS.iter().flat_map(|(_, names)| names.iter()).chain(&BUILT_IN).copied();
    let known: BTreeSet<&str> = imported.collect();
    let name = single_names(tokens).into_iter().find(|name| !known.contains(name.to_string().as_str()))?;
    Some(format!("`{name}` needs its full path, such as `crate::{name}` or `::some_crate::{name}`"))
}

/// Returns the names in Rust source that are written without a path, and therefore must be built in or imported. For
/// `Vec<crate::Json>`, returns only `Vec`, because `crate::Json` is a path.
pub(super) fn single_names(tokens: TokenStream) -> Vec<Ident> {
    let mut names = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_colon = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':'))
    };
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(name) if !is_colon(at.checked_sub(1)) && !is_colon(Some(at + 1)) => {
                names.push(name.clone());
            }
            TokenTree::Group(group) => names.extend(single_names(group.stream())),
            _ => {}
        }
    }
    names
}
