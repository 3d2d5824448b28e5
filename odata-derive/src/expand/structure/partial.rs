//! The partial: the properties read so far, as a tuple of the base's partial and of a place for each property.
//!
//! `Default` of tuples makes it, so that no code does. Tuples have `Default` for up to twelve elements, so more properties are
//! in tuples of tuples.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Visibility;

use crate::expand::bounds::ImplGenerics;
use crate::model::{Item, Structure};

/// How many elements a tuple with `Default` has at most.
const WIDEST: usize = 12;

/// The type of the partial.
pub(super) fn declaration(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let places = structure.properties.iter().map(|property| {
        let ty = &property.ty;
        quote!(::core::option::Option<#ty>)
    });
    let own = tuple(places.collect());
    let (wrapper, own) = match wraps(item, structure) {
        true => (wrapper(item, &own, generics), quote!(__Own #ty_generics)),
        false => (TokenStream::new(), own),
    };
    let partial = match &structure.base {
        None => own,
        Some(base) => {
            let ty = &base.ty;
            quote!((<#ty as __odata::private::HasPartial>::Partial, #own))
        }
    };
    quote! {
        #wrapper

        #[automatically_derived]
        impl #impl_generics __odata::private::HasPartial for #ident #ty_generics #where_clause {
            type Partial = #partial;
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

        #[automatically_derived]
        impl #impl_generics ::core::default::Default for __Own #ty_generics #where_clause {
            fn default() -> Self {
                Self(::core::default::Default::default(), ::core::marker::PhantomData)
            }
        }
    }
}

fn tuple(elements: Vec<TokenStream>) -> TokenStream {
    if elements.len() <= WIDEST {
        return quote!((#(#elements,)*));
    }
    let width = width_of(elements.len());
    tuple(elements.chunks(width).map(|chunk| tuple(chunk.to_vec())).collect())
}

/// How many of so many elements are in each of the tuples that a tuple is made of.
fn width_of(count: usize) -> usize {
    let mut width = WIDEST;
    while count > width * WIDEST {
        width *= WIDEST;
    }
    width
}

/// The place of the property at a position, in `__partial`.
pub(super) fn place(item: &Item, structure: &Structure, position: usize) -> TokenStream {
    let own = structure.base.as_ref().map(|_| quote!(.1));
    let wrapped = wraps(item, structure).then(|| quote!(.0));
    let path = path(structure.properties.len(), position).into_iter().map(Literal::usize_unsuffixed);
    quote!(__partial #own #wrapped #(.#path)*)
}

fn path(count: usize, position: usize) -> Vec<usize> {
    if count <= WIDEST {
        return vec![position];
    }
    let width = width_of(count);
    let (chunk, inside) = (position / width, position % width);
    let mut steps = vec![chunk];
    steps.extend(path(width.min(count - chunk * width), inside));
    steps
}
