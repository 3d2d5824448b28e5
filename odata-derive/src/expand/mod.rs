//! From the model to code. An expansion is tables and glue: what doesn't depend on the type is in the runtime.
//!
//! Functions that are not generic are `#[inline]`: they become code in the crate that reads or writes the type, not in the one that
//! declares it, which may declare all 3,800 of Graph.

mod assertions;
mod bounds;
mod enumeration;
mod inheritance;
mod metadata;
mod polymorphic;
mod property;
mod property_table;
mod property_type;
mod serde;
mod structure;
mod stub;
mod typed_properties;
mod with;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Generics;
use syn::ext::IdentExt;

use self::property::PropertyOf;
use crate::model::{Body, Derive, Item, Structure};

/// The code for an item without mistakes.
pub(crate) fn expand(item: &Item) -> TokenStream {
    in_const(
        item,
        &match &item.body {
            Body::Structure(structure) => structure::expand(item, structure),
            Body::Polymorphic(polymorphic) => polymorphic::expand(item, polymorphic),
            Body::Enumeration(enumeration) => enumeration::expand(item, enumeration),
            Body::Unusable | Body::Impossible => stub::expand(item),
        },
    )
}

/// The mistakes, and impls without a meaning, so that nothing else goes wrong on account of them.
pub(crate) fn expand_after_mistakes(item: &Item, mistakes: &[syn::Error]) -> TokenStream {
    let mistakes = mistakes.iter().map(syn::Error::to_compile_error);
    let stub = in_const(item, &stub::expand(item));
    quote! { #(#mistakes)* #stub }
}

/// One unnamed constant around all impls, in which the runtime has one name.
///
/// The user's own names stand in it, which may be deprecated or of another case where their author allowed that. What stands at
/// the place of a base type is qualified, and a lint would take it for the user's.
fn in_const(item: &Item, impls: &TokenStream) -> TokenStream {
    let runtime = item.runtime.as_ref().map_or_else(|| quote!(::odata_core), ToTokens::to_token_stream);
    quote! {
        #[allow(deprecated, non_camel_case_types, non_snake_case, trivial_bounds, unused_qualifications)]
        const _: () = {
            use #runtime::private as __odata;
            #impls
        };
    }
}

/// The trait that has the derive's name: `ODataEntity`.
fn marker(derive: Derive) -> Ident {
    Ident::new(derive.name(), Span::call_site())
}

/// The properties of a struct, ready to be expanded.
fn properties_of<'i>(
    structure: &'i Structure,
    generics: &'i Generics,
) -> impl Iterator<Item = PropertyOf<'i>> {
    structure.properties.iter().map(move |property| PropertyOf { property, generics })
}

/// The literal that `@odata.type` has: `#Namespace.Name`.
fn tag(qualified_name: &str) -> String {
    format!("#{qualified_name}")
}

/// The lifetime of the input, which no user would take.
fn input_lifetime() -> syn::Lifetime {
    syn::Lifetime::new("'__de", Span::call_site())
}

/// An identifier of our own that goes with one of the user's.
fn own_ident(prefix: &str, of: &Ident) -> Ident {
    format_ident!("__{prefix}_{}", of.unraw(), span = Span::call_site())
}
