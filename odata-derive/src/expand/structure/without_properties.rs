//! Generation of the impls for a struct that adds nothing to its base type. odata-core reads and writes such a struct with the impls of
//! its base type.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{base_span, borrowed_base, skipped_fields};
use crate::expand::bounds::ImplGenerics;
use crate::expand::inheritance;
use crate::model::{Item, Role, Structure};

/// Returns the base type of a struct that adds nothing to its base type, such as a struct with the single field
/// `#[odata(base)] user: User`. Returns `None` for a struct without a base type, and for a struct with a property, an
/// `extra` field or the attribute `#[odata(base, key = "…")]`.
pub(super) fn base_of(structure: &Structure) -> Option<&Role> {
    let without_properties =
        structure.properties.is_empty() && structure.extra.is_none() && structure.inherited_key.is_none();
    structure.base.as_ref().filter(|_| without_properties)
}

/// Generates the conversions between a struct and its base type.
pub(super) fn expand(
    item: &Item,
    structure: &Structure,
    base: &Role,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let (ident, base_ident, ty) = (&item.ident, &base.ident, &base.ty);
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let skipped = skipped_fields(structure);
    let [by_reference, by_mutable_reference] = borrowed_base(base);
    let deref_impls = inheritance::deref_impls(
        ty,
        ident,
        [generics.declared, generics.declared],
        [&by_reference, &by_mutable_reference],
    );
    let without_properties = quote_spanned!(base_span(structure)=> __odata::WithoutProperties);
    quote! {
        #deref_impls

        #[automatically_derived]
        impl #impl_generics #without_properties for #ident #ty_generics #where_clause {
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
