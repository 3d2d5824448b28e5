//! The way up to the base type: `Derived`, `Deref`, `DerefMut` and `From`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

/// The impls, given the base type and the expressions that lead to it from `self`.
pub(super) fn upwards(
    ident: &Ident,
    (declared, bounded): (&Generics, &Generics),
    base: &TokenStream,
    [by_reference, by_mutable_reference, by_value, partial]: [&TokenStream; 4],
) -> TokenStream {
    let (_, ty_generics, _) = declared.split_for_impl();
    let (impl_generics, _, where_clause) = bounded.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::Derived for #ident #ty_generics #where_clause {
            type Base = #base;

            fn base(&self) -> &#base {
                #by_reference
            }

            fn base_mut(&mut self) -> &mut #base {
                #by_mutable_reference
            }

            fn into_base(self) -> #base {
                #by_value
            }

            fn partial_on(__base: <#base as __odata::private::HasPartial>::Partial) -> Self::Partial {
                #partial
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::ops::Deref for #ident #ty_generics #where_clause {
            type Target = #base;

            fn deref(&self) -> &#base {
                __odata::Derived::base(self)
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::ops::DerefMut for #ident #ty_generics #where_clause {
            fn deref_mut(&mut self) -> &mut #base {
                __odata::Derived::base_mut(self)
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ident #ty_generics> for #base #where_clause {
            fn from(__derived: #ident #ty_generics) -> Self {
                __odata::Derived::into_base(__derived)
            }
        }
    }
}
