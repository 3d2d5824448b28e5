//! What a value of several types is asked for by name.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Token};

use crate::model::{Item, Polymorphic, TypeVariant};

/// `as_…`, `as_…_mut` and `into_…` for each variant.
///
/// Clippy does not see the section `# Errors` when the enum itself comes from a macro of the user's.
pub(super) fn expand(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let ident = &item.ident;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let accessors = polymorphic.variants.iter().map(|variant| accessors_of(item, variant));
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_patterns, clippy::missing_errors_doc)]
        impl #impl_generics #ident #ty_generics #where_clause {
            #(#accessors)*
        }
    }
}

fn accessors_of(item: &Item, variant: &TypeVariant) -> TokenStream {
    let TypeVariant { ident, boxed, .. } = variant;
    let vis = &item.vis;
    // With the variant's own span, so that an editor leads from the call to the variant.
    let [as_ref, as_mut, into] = variant.accessors().map(|name| Ident::new(&name, ident.span()));
    let held = variant.held();
    let unboxing = variant.unboxing();
    let doc_ref = format!(" What [`{ident}`](Self::{ident}) holds, if the value is one.");
    let doc_mut = format!(" What [`{ident}`](Self::{ident}) holds, to change it, if the value is one.");
    let doc_into = format!("{doc_ref}\n\n# Errors\n\nIt is not: the value itself.");
    // Going through a box is nothing that a constant can do.
    let constant = boxed.is_none().then(<Token![const]>::default);
    quote! {
        #[doc = #doc_ref]
        #[must_use]
        #[inline]
        #vis #constant fn #as_ref(&self) -> __odata::Option<&#held> {
            match self {
                Self::#ident(__value) => __odata::Some(__value),
                _ => __odata::None,
            }
        }

        #[doc = #doc_mut]
        #[must_use]
        #[inline]
        #vis #constant fn #as_mut(&mut self) -> __odata::Option<&mut #held> {
            match self {
                Self::#ident(__value) => __odata::Some(__value),
                _ => __odata::None,
            }
        }

        #[doc = #doc_into]
        #[inline]
        #vis fn #into(self) -> __odata::Result<#held, Self> {
            match self {
                Self::#ident(__value) => __odata::Ok(#unboxing __value),
                _ => __odata::Err(self),
            }
        }
    }
}
