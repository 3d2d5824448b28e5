//! The partial: the properties read so far, as a tuple of the base's partial and of a tuple with a place for each property.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Visibility;

use crate::expand::bounds::ImplGenerics;
use crate::expand::properties_of;
use crate::model::{Item, Structure};

/// The type of the partial.
pub(super) fn declaration(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let places = properties_of(structure, generics.declared).map(|property| property.place().0);
    let own = quote!((#(#places,)*));
    let (wrapper, own) = if wraps(item, structure) {
        (wrapper(item, &own, generics), quote!(__Own #ty_generics))
    } else {
        (TokenStream::new(), own)
    };
    let empty = empty(item, structure);
    let (partial, empty) = match &structure.base {
        None => (own, empty),
        Some(base) => {
            let base = &base.ty;
            let of_base = quote!(<#base as __odata::private::HasPartial>);
            (quote!((#of_base::Partial, #own)), quote!((#of_base::EMPTY, #empty)))
        }
    };
    quote! {
        #wrapper

        #[automatically_derived]
        impl #impl_generics __odata::private::HasPartial for #ident #ty_generics #where_clause {
            type Partial = #partial;

            const EMPTY: Self::Partial = #empty;
        }
    }
}

/// Whether a field, and so perhaps its type, is less visible than the struct: then its type may not show in that of the
/// partial.
fn wraps(item: &Item, structure: &Structure) -> bool {
    let written = |vis: &Visibility| vis.to_token_stream().to_string();
    let of_item = written(&item.vis);
    !of_item.is_empty() && structure.properties.iter().any(|property| written(&property.vis) != of_item)
}

/// A struct around the own properties' places.
fn wrapper(item: &Item, own: &TokenStream, generics: &ImplGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    quote! {
        pub struct __Own #impl_generics (#own, ::core::marker::PhantomData<#ident #ty_generics>) #where_clause;
    }
}

/// The own properties' places while none was read.
pub(super) fn empty(item: &Item, structure: &Structure) -> TokenStream {
    let empty = properties_of(structure, &item.generics).map(|property| property.place().1);
    let places = quote!((#(#empty,)*));
    if wraps(item, structure) { quote!(__Own(#places, ::core::marker::PhantomData)) } else { places }
}

/// The places of the own properties, in `__partial`.
pub(super) fn places(item: &Item, structure: &Structure) -> impl Iterator<Item = TokenStream> {
    let own = structure.base.as_ref().map(|_| quote!(.1));
    let wrapped = wraps(item, structure).then(|| quote!(.0));
    (0..structure.properties.len()).map(move |position| {
        let position = Literal::usize_unsuffixed(position);
        quote!(__partial #own #wrapped.#position)
    })
}
