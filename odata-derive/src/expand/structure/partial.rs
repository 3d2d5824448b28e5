//! The partial: the properties read so far, a tuple with a place for each beside the base's partial.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Visibility;

use super::place;
use crate::expand::bounds::{ImplGenerics, is_same};
use crate::expand::properties_of;
use crate::model::{Item, KeyAccess, Structure};

/// As many places as the runtime has tuples for.
const MOST: usize = 16;

/// The types of the own properties' places and of the partial.
pub(super) fn types(item: &Item, structure: &Structure) -> TokenStream {
    let base = structure.base.as_ref().map_or_else(|| quote!(()), |base| super::of_base(base, "Parts"));
    let own = if wraps(item, structure) {
        let (_, ty_generics, _) = item.generics.split_for_impl();
        quote!(__Own #ty_generics)
    } else {
        own(item, structure)
    };
    let inherited_key = inherited_key(structure);
    quote_spanned! {place(structure)=>
        type Own = #own;

        type Parts = __odata::Partial<Self, #base, Self::Own #inherited_key>;
    }
}

/// The last parameter of the partial, if the type overrides the access of the inherited key.
fn inherited_key(structure: &Structure) -> Option<TokenStream> {
    let access = match structure.inherited_key.as_ref()?.value {
        KeyAccess::Computed => quote!(ComputedKey),
        KeyAccess::Optional | KeyAccess::Required => quote!(Key),
    };
    Some(quote!(, __odata::access::Overridden<__odata::access::#access>))
}

/// The type of the own properties' places.
fn own(item: &Item, structure: &Structure) -> TokenStream {
    let places = properties_of(structure, &item.generics).map(|property| property.place());
    in_tuples(&places.collect::<Vec<_>>())
}

/// A tuple, or one of tuples where they are too many for one.
fn in_tuples(places: &[TokenStream]) -> TokenStream {
    if places.len() <= MOST {
        return quote!((#(#places,)*));
    }
    in_tuples(&places.chunks(MOST).map(|places| quote!((#(#places,)*))).collect::<Vec<_>>())
}

/// Whether a field, and so perhaps its type, is less visible than the struct: then its type may not show in that of the
/// partial.
fn wraps(item: &Item, structure: &Structure) -> bool {
    match &item.vis {
        Visibility::Inherited => false,
        of_item => structure.properties.iter().any(|property| !is_as_visible(&property.vis, of_item)),
    }
}

/// Most are `pub`, which needs no comparison of tokens.
fn is_as_visible(field: &Visibility, item: &Visibility) -> bool {
    matches!((field, item), (Visibility::Public(_), Visibility::Public(_))) || is_same(field, item)
}

/// A struct around the own properties' places, if they must not show.
pub(super) fn wrapper(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    if !wraps(item, structure) {
        return TokenStream::new();
    }
    let (ident, own) = (&item.ident, own(item, structure));
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    quote! {
        pub struct __Own #impl_generics (#own, ::core::marker::PhantomData<#ident #ty_generics>) #where_clause;

        #[automatically_derived]
        impl #impl_generics __odata::Empty for __Own #ty_generics #where_clause {
            fn empty() -> Self {
                Self(__odata::Empty::empty(), ::core::marker::PhantomData)
            }
        }
    }
}

/// The name of the partial.
pub(super) fn ident(structure: &Structure) -> Ident {
    Ident::new("__partial", place(structure))
}

/// The places of the own properties, given all of them.
pub(super) fn places(
    own: &TokenStream,
    item: &Item,
    structure: &Structure,
) -> impl Iterator<Item = TokenStream> {
    let own = if wraps(item, structure) { quote!(#own.0) } else { own.clone() };
    let count = structure.properties.len();
    (0..count).map(move |position| {
        let path = path(position, count);
        quote!(#own #path)
    })
}

/// The way to a place through the [tuples](in_tuples).
fn path(position: usize, count: usize) -> TokenStream {
    let last = Literal::usize_unsuffixed(position % MOST);
    if count <= MOST {
        return quote!(.#last);
    }
    let way = path(position / MOST, count.div_ceil(MOST));
    quote!(#way.#last)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_of_many_properties_has_a_place_of_its_own() {
        for count in [1, MOST, MOST + 1, MOST * MOST, MOST * MOST + 1, 5_000] {
            let paths: HashSet<_> = (0..count).map(|position| path(position, count).to_string()).collect();
            assert_eq!(paths.len(), count);
        }
    }

    #[test]
    fn the_path_to_a_place_leads_through_the_tuples() {
        let written = |position, count| path(position, count).to_string().replace(' ', "");
        assert_eq!(written(15, 16), ".15");
        assert_eq!(written(20, 300), ".0.1.4");
    }
}
