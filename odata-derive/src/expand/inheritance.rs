//! Generation of the conversions to the base type: `Deref`, `DerefMut` and `Derived`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident, Type};

/// The generated code that converts a value to its base type.
pub(super) struct Upcasts {
    pub(super) by_reference: TokenStream,
    pub(super) by_mutable_reference: TokenStream,
    pub(super) by_value: TokenStream,
    /// The function `partial_on`, which converts the `Partial` of the base type into the `Partial` of the derived type.
    /// If a JSON object contains properties before `@odata.type`, they are first read into the `Partial` of the base
    /// type, because the derived type is still unknown.
    pub(super) partial_on: TokenStream,
}

/// Generates the impls of `Deref`, `DerefMut` and `Derived`.
///
/// `for_deref` contains the generic parameters for the impls of `Deref` and `DerefMut`, and `for_derived` contains the
/// generic parameters for the impl of `Derived`. `declared` contains the generic parameters in the declaration of the
/// struct or enum, such as `T` in `struct Page<T>`.
pub(super) fn impls(
    ident: &Ident,
    [declared, for_deref, for_derived]: [&Generics; 3],
    base: &Type,
    upcasts: &Upcasts,
) -> TokenStream {
    let (_, ty_generics, _) = declared.split_for_impl();
    let (impl_generics, _, where_clause) = for_derived.split_for_impl();
    let Upcasts { by_reference, by_mutable_reference, by_value, partial_on } = upcasts;
    let deref_impls = deref_impls(base, ident, [declared, for_deref], [by_reference, by_mutable_reference]);
    quote! {
        #deref_impls

        #[automatically_derived]
        impl #impl_generics __odata::Derived for #ident #ty_generics #where_clause {
            type Base = #base;

            #[inline]
            fn into_base(self) -> #base {
                #by_value
            }

            #[inline]
            #partial_on
        }
    }
}

/// Generates the impls of `Deref` and `DerefMut`, which convert a reference to a derived type, such as `&User`, into a
/// reference to its base type, such as `&Entity`.
pub(super) fn deref_impls(
    base: &Type,
    ident: &Ident,
    [declared, for_deref]: [&Generics; 2],
    [by_reference, by_mutable_reference]: [&TokenStream; 2],
) -> TokenStream {
    let (_, ty_generics, _) = declared.split_for_impl();
    let (impl_generics, _, where_clause) = for_deref.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::Deref for #ident #ty_generics #where_clause {
            type Target = #base;

            #[inline]
            fn deref(&self) -> &#base {
                #by_reference
            }
        }

        #[automatically_derived]
        impl #impl_generics __odata::DerefMut for #ident #ty_generics #where_clause {
            #[inline]
            fn deref_mut(&mut self) -> &mut #base {
                #by_mutable_reference
            }
        }
    }
}
