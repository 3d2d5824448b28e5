//! The way up to the base type: `Deref`, `DerefMut`, and `Derived`, which goes by these.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident, Type};

/// The expressions that lead from `self` to the base.
pub(super) struct Ways {
    pub(super) by_reference: TokenStream,
    pub(super) by_mutable_reference: TokenStream,
    pub(super) by_value: TokenStream,
    /// A function: from the base's partial to that of the item.
    pub(super) partial_on: TokenStream,
}

/// The impls, given the base type, and the parameters of the item, of the impls that only go to a field, and of the others.
pub(super) fn upwards(
    ident: &Ident,
    [declared, dereferenced, bounded]: [&Generics; 3],
    base: &Type,
    ways: &Ways,
) -> TokenStream {
    let (_, ty_generics, _) = declared.split_for_impl();
    let (impl_generics, _, where_clause) = bounded.split_for_impl();
    let Ways { by_reference, by_mutable_reference, by_value, partial_on } = ways;
    let dereferenced =
        dereferenced_to(base, ident, [declared, dereferenced], [by_reference, by_mutable_reference]);
    quote! {
        #dereferenced

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

/// `Deref` and `DerefMut`, given the parameters of the item and of the impls, and the ways by reference.
pub(super) fn dereferenced_to(
    base: &Type,
    ident: &Ident,
    [declared, dereferenced]: [&Generics; 2],
    [by_reference, by_mutable_reference]: [&TokenStream; 2],
) -> TokenStream {
    let (_, ty_generics, _) = declared.split_for_impl();
    let (impl_generics, _, where_clause) = dereferenced.split_for_impl();
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
