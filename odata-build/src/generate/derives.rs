//! The `#[derive(…)]` attributes of generated types.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use super::naming::type_identifier;
use super::pattern::matches;

/// The derives of the standard library, which don't need a path.
const STANDARD: [&str; 9] =
    ["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// The values of the generator options `derive` and `omit_derive`, such as the derive `Hash` for the types that match
/// `clinic.*`.
#[derive(Debug, Clone, Default)]
pub(super) struct Derives {
    added: Vec<(String, String)>,
    omitted: Vec<(String, String)>,
}

impl Derives {
    pub(super) fn add(&mut self, pattern: String, derive: String) {
        self.added.push((pattern, derive));
    }

    pub(super) fn omit(&mut self, pattern: String, derive: String) {
        self.omitted.push((pattern, derive));
    }

    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.added.iter().chain(&self.omitted).map(|(pattern, _)| pattern.as_str())
    }

    /// Returns the `derive` attribute of a generated enum, such as `#[derive(Debug, Clone, ODataEnum)]`. For this attribute, the parameter
    /// `default` contains `Debug` and `Clone`, and the parameter `odata` is `ODataEnum`.
    ///
    /// A derive in `excluded` is omitted even if the option `derive` adds it, because it can't be derived for the enum. `Default` is always
    /// omitted, because no variant of a generated enum has the attribute `#[default]`.
    pub(super) fn attribute_of_enum(
        &self,
        qualified_name: &str,
        default: &[&str],
        odata: &TokenStream,
        excluded: &[&str],
    ) -> TokenStream {
        let mut derives = self.list(qualified_name, default, odata);
        derives.retain(|derive| derive != "Default" && !excluded.contains(&derive.as_str()));
        attribute(&derives)
    }

    /// Returns the first pattern of the option `derive` that adds `Default` but matches none of the given names of structured types.
    pub(super) fn default_without_struct(&self, names: &[&String]) -> Option<&str> {
        let patterns =
            self.added.iter().filter(|(_, derive)| derive == "Default").map(|(pattern, _)| pattern);
        let mut patterns = patterns.map(String::as_str);
        patterns.find(|pattern| !names.iter().any(|name| matches(pattern, name)))
    }

    /// Checks whether a generated type has a derive of the standard library, such as `Default`. Returns `false` if the
    /// generator option `omit_derive` removes the derive from the type.
    pub(super) fn includes(&self, qualified_name: &str, derive: &str) -> bool {
        self.list(qualified_name, &[derive], &TokenStream::new()).iter().any(|other| other == derive)
    }

    /// Returns the derives of a type: first `default` without the omitted derives, then `odata`, then the derives that the options add.
    pub(super) fn list(&self, qualified_name: &str, default: &[&str], odata: &TokenStream) -> Vec<String> {
        let of_type = |all: &'_ [(String, String)]| -> Vec<String> {
            let matching = all.iter().filter(|(pattern, _)| matches(pattern, qualified_name));
            matching.map(|(_, derive)| derive.clone()).collect()
        };
        let omitted = of_type(&self.omitted);
        let is_omitted = |derive: &str| omitted.iter().any(|other| other == derive);
        // `Copy` requires `Clone`, and `Eq` requires `PartialEq`.
        let is_included = |derive: &&&str| match **derive {
            "Copy" if is_omitted("Clone") => false,
            "Eq" if is_omitted("PartialEq") => false,
            derive => !is_omitted(derive),
        };
        let default = default.iter().filter(is_included);
        let mut derives: Vec<String> = default.map(|derive| (*derive).to_owned()).collect();
        derives.push(odata.to_string());
        for derive in of_type(&self.added).iter().map(|derive| parsed(derive).to_string()) {
            if !derives.contains(&derive) {
                derives.push(derive);
            }
        }
        derives
    }

    /// Returns the first invalid derive in the options, and the reason why it is invalid. Returns `None` if all derives
    /// in the options are valid.
    pub(super) fn invalid(&self) -> Option<(String, String)> {
        let added = self.added.iter().filter_map(|(_, derive)| match syn::parse_str::<Path>(derive) {
            Err(_) => Some((
                derive.clone(),
                "a derive must be a Rust path, such as `Hash` or `::serde::Serialize`".to_owned(),
            )),
            Ok(path) if path.get_ident().is_none() || STANDARD.contains(&derive.as_str()) => None,
            Ok(_) => Some((
                derive.clone(),
                format!("this derive needs its full path, such as `::some_crate::{derive}`"),
            )),
        });
        let omitted = self.omitted.iter().filter(|(_, derive)| !STANDARD.contains(&derive.as_str()));
        let omitted = omitted.map(|(_, derive)| {
            (derive.clone(), format!("only these derives can be omitted: {}", STANDARD.join(", ")))
        });
        added.chain(omitted).next()
    }
}

/// Returns a `#[derive(…)]` attribute with the given derives.
pub(super) fn attribute(derives: &[String]) -> TokenStream {
    let derives = derives.iter().map(|derive| parsed(derive));
    quote!(#[derive(#(#derives),*)])
}

fn parsed(derive: &str) -> TokenStream {
    // Most derives are plain names, which don't need to be parsed.
    if derive.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return type_identifier(derive).into_token_stream();
    }
    syn::parse_str::<Path>(derive).map_or_else(|_| TokenStream::new(), Path::into_token_stream)
}
