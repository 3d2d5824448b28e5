//! Generation of the accessors of a polymorphic enum, such as `as_user` for the variant `User`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Token, Type};

use crate::model::{Item, Polymorphic, TypeVariant};

/// Generates `as_…`, `as_…_mut`, `into_…` and `TryFrom` for each variant.
///
/// The lint `clippy::missing_errors_doc` is disabled, because Clippy doesn't find the generated `# Errors` sections of
/// an enum that is defined by a macro.
pub(super) fn expand(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let ident = &item.ident;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let accessors = polymorphic.variants.iter().map(|variant| accessors_of(item, variant));
    let convertible = polymorphic.variants.iter().filter(|variant| !is_parameter(item, variant.unboxed()));
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

/// Checks whether the type of a variant is a type parameter such as `T`, or an associated type such as `T::Item`. A
/// variant with the type `T` has no `TryFrom` impl, because Rust's orphan rule doesn't allow
/// `impl<T> TryFrom<Enum<T>> for T`.
fn is_parameter(item: &Item, ty: &Type) -> bool {
    let first = match ty {
        Type::Group(group) => return is_parameter(item, &group.elem),
        Type::Path(path) if path.qself.is_none() => path.path.segments.first(),
        _ => return true,
    };
    first.is_none_or(|first| item.generics.type_params().any(|parameter| parameter.ident == first.ident))
}

/// Generates an impl such as `TryFrom<Enum> for User` for a variant `User(User)`. The generated `try_from` calls the
/// accessor of the variant, such as `into_user`.
fn conversion_of(item: &Item, variant: &TypeVariant) -> TokenStream {
    let (ident, ty) = (&item.ident, variant.unboxed());
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let [_, _, into] = variant.accessors().map(|name| Ident::new(&name, variant.ident.span()));
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::TryFrom<#ident #ty_generics> for #ty #where_clause {
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
    // The method names have the span of the variant, so that editors navigate from a call to the variant.
    let [as_ref, as_mut, into] = variant.accessors().map(|name| Ident::new(&name, ident.span()));
    let ty = variant.unboxed();
    let unboxing = variant.unboxing();
    let doc_ref =
        format!(" Returns the value of [`{ident}`](Self::{ident}), or `None` if this is another variant.");
    let doc_mut = format!(
        " Returns a mutable reference to the value of [`{ident}`](Self::{ident}), or `None` if this is another variant."
    );
    let doc_into = format!(
        " Converts into the value of [`{ident}`](Self::{ident}).\n\n# Errors\n\nReturns `self` unchanged if this is another variant."
    );
    // A `Box` can't be dereferenced in a `const fn`.
    let constant = boxed.is_none().then(<Token![const]>::default);
    quote! {
        #[doc = #doc_ref]
        #[must_use]
        #[inline]
        #vis #constant fn #as_ref(&self) -> __odata::Option<&#ty> {
            match self {
                Self::#ident(__value) => __odata::Some(__value),
                _ => __odata::None,
            }
        }

        #[doc = #doc_mut]
        #[must_use]
        #[inline]
        #vis #constant fn #as_mut(&mut self) -> __odata::Option<&mut #ty> {
            match self {
                Self::#ident(__value) => __odata::Some(__value),
                _ => __odata::None,
            }
        }

        #[doc = #doc_into]
        #[inline]
        #vis fn #into(self) -> __odata::Result<#ty, Self> {
            match self {
                Self::#ident(__value) => __odata::Ok(#unboxing __value),
                _ => __odata::Err(self),
            }
        }
    }
}
