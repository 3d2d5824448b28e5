//! Code generation from the model. To keep the generated code small, all code that is the same for all types is in
//! odata-core.
//!
//! The generated functions are generic or `#[inline]`, so that a program only compiles the functions that it calls.
//! Without `#[inline]`, a library with all 3,800 types of Microsoft Graph would compile the functions of every type,
//! although most programs only use a few types.

mod assertions;
mod bounds;
mod container;
mod enumeration;
mod inheritance;
mod metadata;
mod operation;
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

/// Generates the code for a valid item. Use [`expand_with_errors`] for an invalid item.
pub(crate) fn expand(item: &Item) -> TokenStream {
    in_const(
        item,
        &match &item.body {
            Body::Structure(structure) => structure::expand(item, structure),
            Body::Polymorphic(polymorphic) => polymorphic::expand(item, polymorphic),
            Body::Enumeration(enumeration) => enumeration::expand(item, enumeration),
            Body::Operation(operation) => operation::expand(item, operation),
            Body::Container(container) => container::expand(item, container),
            Body::Unusable | Body::NotImplementable => stub::expand(item),
        },
    )
}

/// Generates a `compile_error!` for each error of an item, and stub impls for the item. The stub impls avoid further
/// compiler errors in code that uses the invalid item.
pub(crate) fn expand_with_errors(item: &Item, errors: &[syn::Error]) -> TokenStream {
    let errors = errors.iter().map(syn::Error::to_compile_error);
    let stub = in_const(item, &stub::expand(item));
    quote! { #(#errors)* #stub }
}

/// Wraps all impls in a block `const _: () = { … };`, which also imports `odata_core::private` as `__odata`. The block
/// limits this import to the generated code.
///
/// The `allow` attribute disables lints about names from the user's code, which may be deprecated or violate naming
/// conventions. The lint `unused_qualifications` is disabled because it would report generated paths such as
/// `<Entity as BaseType>::Parts`, which have the span of the user's type `Entity`.
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

/// Returns the name of the public trait that a derive macro implements, such as `ODataEntity`.
fn marker(derive: Derive) -> Ident {
    Ident::new(derive.name(), Span::call_site())
}

fn properties_of<'i>(
    structure: &'i Structure,
    generics: &'i Generics,
) -> impl Iterator<Item = PropertyOf<'i>> {
    structure.properties.iter().map(move |property| PropertyOf { property, generics })
}

/// Returns the value `#Namespace.Name` of `@odata.type` for a qualified type name.
fn type_annotation(qualified_name: &str) -> String {
    format!("#{qualified_name}")
}

/// Returns `'__de`, the lifetime of the deserializer's input in the generated impls. The name starts with two underscores to avoid
/// conflicts with lifetimes in the user's code.
fn input_lifetime() -> syn::Lifetime {
    syn::Lifetime::new("'__de", Span::call_site())
}

/// Returns an identifier for generated code, such as `__With_dose` for the prefix `With` and the field `dose`.
fn private_ident(prefix: &str, ident: &Ident) -> Ident {
    format_ident!("__{prefix}_{}", ident.unraw(), span = Span::call_site())
}
