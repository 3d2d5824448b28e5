//! What a value of several types is asked for by name.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Token, Type};

use crate::model::{Item, Polymorphic, TypeVariant};

/// `as_…`, `as_…_mut`, `into_…` and `TryFrom` for each variant.
///
/// Clippy does not see the section `# Errors` when the enum itself comes from a macro of the user's.
pub(super) fn expand(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let ident = &item.ident;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let accessors = polymorphic.variants.iter().map(|variant| accessors_of(item, variant));
    let convertible = polymorphic.variants.iter().filter(|variant| !is_parameter(item, variant.held()));
    let conversions = convertible.map(|variant| conversion_of(item, variant));
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unreachable_patterns, clippy::missing_errors_doc)]
        impl #impl_generics #ident #ty_generics #where_clause {
            #(#accessors)*
        }
        #(#conversions)*
    }
}

/// Whether a type is a parameter of the enum, or belongs to one: no trait of another crate can be implemented for it.
fn is_parameter(item: &Item, held: &Type) -> bool {
    let first = match held {
        Type::Group(group) => return is_parameter(item, &group.elem),
        Type::Path(path) if path.qself.is_none() => path.path.segments.first(),
        _ => return true,
    };
    first.is_none_or(|first| item.generics.type_params().any(|parameter| parameter.ident == first.ident))
}

/// `TryFrom` the enum for the type of a variant: the trait behind `into_…`.
fn conversion_of(item: &Item, variant: &TypeVariant) -> TokenStream {
    let (ident, held) = (&item.ident, variant.held());
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let [_, _, into] = variant.accessors().map(|name| Ident::new(&name, variant.ident.span()));
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::TryFrom<#ident #ty_generics> for #held #where_clause {
            type Error = #ident #ty_generics;

            #[inline]
            fn try_from(__value: #ident #ty_generics) -> __odata::Result<Self, Self::Error> {
                __value.#into()
            }
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
