//! Generation of functions that create a `Key` from the values of an alternate key.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{AlternateKey, of_type};
use crate::document::StructuredType;
use crate::generate::naming::{Scope, identifier, snake_case};
use crate::generate::plan::Plan;

/// Returns an `impl` block with a function for each alternate key of a type. Returns `None` if the option `alternate_keys` isn't set, or if
/// the type has no valid alternate key.
pub(in crate::generate) fn item(
    plan: &Plan<'_>,
    structured: &StructuredType,
    name: &Ident,
) -> Option<TokenStream> {
    if !plan.options.has_alternate_keys {
        return None;
    }
    let (keys, _) = of_type(plan, structured);
    let mut scope = Scope::default();
    let functions: Vec<_> =
        keys.iter().map(|key| function(plan, &structured.qualified_name, key, &mut scope)).collect();
    (!functions.is_empty()).then(|| quote!(impl #name { #(#functions)* }))
}

/// Returns the constructor function for an alternate key, such as `pub fn key_by_country_and_number(country: &str, number: i64) -> Key`.
///
/// The function refers to `odata_core::request::Key` by the full path, because a generated type can also have the name `Key`.
fn function(plan: &Plan<'_>, owner: &str, key: &AlternateKey<'_>, scope: &mut Scope) -> TokenStream {
    let names: Vec<String> = key.parts.iter().map(|part| snake_case(part.name)).collect();
    let function = identifier(&scope.add(format!("key_by_{}", names.join("_and_")), "_"));
    let mut scope = Scope::default();
    let (mut parameters, mut key_parts) = (Vec::new(), Vec::new());
    for (part, name) in key.parts.iter().zip(names) {
        let parameter = identifier(&scope.add(name, "_"));
        let (value, name) = (part.value_type(plan, owner), part.name);
        let value = if value.to_string() == "String" { quote!(&str) } else { value };
        parameters.push(quote!(#parameter: #value));
        key_parts.push(quote!(#name, #parameter));
    }
    let (first, others) = (key_parts.first(), key_parts.iter().skip(1));
    let values = if key.parts.len() > 1 { "values" } else { "value" };
    let documentation = format!(" Creates the alternate key with the {values} of {}.", key.properties());
    quote! {
        #[doc = #documentation]
        pub fn #function(#(#parameters),*) -> ::odata_core::request::Key {
            ::odata_core::request::Key::by_name(#first)#(.and_name(#others))*.into()
        }
    }
}
