//! The attributes and derives of odata-derive on generated types.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::naming::RenameRule;
use crate::document::{StructuredKind, StructuredType, last_segment, namespace_of};

/// Returns the attribute `#[odata(namespace = "…", …)]` of a type. The arguments `name` and `rename_all` are included only if they differ
/// from the defaults of odata-derive.
pub(super) fn type_attributes(
    qualified_name: &str,
    alias: Option<&str>,
    rust: &Ident,
    rule: RenameRule,
    more: Option<TokenStream>,
) -> TokenStream {
    let (namespace, name) = (namespace_of(qualified_name), last_segment(qualified_name));
    let name = (rule.apply(rust) != name).then(|| quote!(, name = #name));
    let rule = (rule == RenameRule::Pascal).then(|| quote!(, rename_all = "PascalCase"));
    let alias = alias.map(|alias| quote!(, alias = #alias));
    let more = more.map(|more| quote!(, #more));
    quote!(#[odata(namespace = #namespace #alias #name #rule #more)])
}

/// Returns the name of the derive macro for a struct and its polymorphic enum: `ODataEntity` or `ODataComplex`.
pub(super) fn derive(structured: &StructuredType) -> TokenStream {
    match structured.kind {
        StructuredKind::Entity => quote!(ODataEntity),
        StructuredKind::Complex => quote!(ODataComplex),
    }
}
