//! A struct without properties of its own: its base type by another name, and the runtime knows the rest.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{by_reference, place, skipped};
use crate::expand::bounds::ImplGenerics;
use crate::expand::inheritance;
use crate::model::{Item, Role, Structure};

/// The base type of a struct that adds no property to it, nor an `extra`, and doesn't override the access of its key.
pub(super) fn to_base(structure: &Structure) -> Option<&Role> {
    let adds_nothing =
        structure.properties.is_empty() && structure.extra.is_none() && structure.inherited_key.is_none();
    structure.base.as_ref().filter(|_| adds_nothing)
}

/// The way there and back.
pub(super) fn expand(
    item: &Item,
    structure: &Structure,
    base: &Role,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let (ident, base_ident, ty) = (&item.ident, &base.ident, &base.ty);
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let skipped = skipped(structure);
    let [by_reference, by_mutable_reference] = by_reference(base);
    let dereferenced = inheritance::dereferenced_to(
        ty,
        ident,
        [generics.declared, generics.declared],
        [&by_reference, &by_mutable_reference],
    );
    let adds_nothing = quote_spanned!(place(structure)=> __odata::AddsNothing);
    quote! {
        #dereferenced

        #[automatically_derived]
        impl #impl_generics #adds_nothing for #ident #ty_generics #where_clause {
            type Base = #ty;

            #[inline]
            fn from_base(__base: #ty) -> Self {
                Self { #base_ident: __base, #skipped }
            }

            #[inline]
            fn into_base(self) -> #ty {
                self.#base_ident
            }
        }
    }
}
