//! Generation of the `Partial` type of a struct. While a struct is being read, its `Partial` stores the properties that
//! have been read so far. A `Partial` contains a tuple for the struct's own properties, and the `Partial` of the base
//! type for inherited properties. Each item in the tuple of a `Partial` is called a slot, and stores the value of one
//! property until the struct is created.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Visibility;

use super::base_span;
use crate::expand::bounds::{ImplGenerics, is_same};
use crate::expand::properties_of;
use crate::model::{Item, KeyAccess, Structure};

/// The maximum length of a generated tuple, because odata-core implements its traits for tuples of up to 16 items.
const MAX_TUPLE_LEN: usize = 16;

/// Generates the associated types `Own` and `Parts`, which store the properties of a struct while the struct is being
/// read. The type `Own` stores the properties that the struct itself declares. The type `Parts` stores all properties
/// of the struct, both declared and inherited.
pub(super) fn types(item: &Item, structure: &Structure) -> TokenStream {
    let base = structure.base.as_ref().map_or_else(|| quote!(()), |base| super::base_item(base, "Parts"));
    let own = if needs_wrapper(item, structure) {
        let (_, ty_generics, _) = item.generics.split_for_impl();
        quote!(__Own #ty_generics)
    } else {
        own_slots(item, structure)
    };
    let inherited_key = inherited_key(structure);
    quote_spanned! {base_span(structure)=>
        type Own = #own;

        type Parts = __odata::Partial<Self, #base, Self::Own #inherited_key>;
    }
}

/// For `#[odata(base, key = "computed")]`, returns `Overridden<ComputedKey>`, because only the service sets a computed
/// key. Returns `None` if the `base` field has no `key = "…"`.
fn inherited_key(structure: &Structure) -> Option<TokenStream> {
    let access = match structure.inherited_key.as_ref()?.value {
        KeyAccess::Computed => quote!(ComputedKey),
        KeyAccess::Optional | KeyAccess::Required => quote!(Key),
    };
    Some(quote!(, __odata::access::Overridden<__odata::access::#access>))
}

/// Returns the type of the tuple that stores the values of the struct's own properties.
fn own_slots(item: &Item, structure: &Structure) -> TokenStream {
    let slots = properties_of(structure, &item.generics).map(|property| property.slot());
    nested_tuples(&slots.collect::<Vec<_>>())
}

/// Returns a tuple of the slot types, or nested tuples if there are more than [`MAX_TUPLE_LEN`] slots.
fn nested_tuples(slots: &[TokenStream]) -> TokenStream {
    if slots.len() <= MAX_TUPLE_LEN {
        return quote!((#(#slots,)*));
    }
    nested_tuples(&slots.chunks(MAX_TUPLE_LEN).map(|slots| quote!((#(#slots,)*))).collect::<Vec<_>>())
}

/// Checks whether a struct needs the wrapper `__Own`, because a field has a different visibility from the struct, such
/// as a private field of a `pub` struct. Without the wrapper `__Own`, the type of a private field would be part of a
/// public associated type. rustc doesn't allow private types in public associated types.
fn needs_wrapper(item: &Item, structure: &Structure) -> bool {
    match &item.vis {
        Visibility::Inherited => false,
        of_item => structure.properties.iter().any(|property| !is_as_visible(&property.vis, of_item)),
    }
}

/// Checks whether a field has the same visibility as the struct, such as `pub`.
fn is_as_visible(field: &Visibility, item: &Visibility) -> bool {
    matches!((field, item), (Visibility::Public(_), Visibility::Public(_))) || is_same(field, item)
}

/// Generates the struct `__Own` if [`needs_wrapper`] returns `true`. The struct `__Own` stores the values of the
/// properties in a private field, so the types of the properties may be private.
pub(super) fn wrapper(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    if !needs_wrapper(item, structure) {
        return TokenStream::new();
    }
    let (ident, own) = (&item.ident, own_slots(item, structure));
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    quote! {
        pub struct __Own #impl_generics (#own, ::core::marker::PhantomData<#ident #ty_generics>) #where_clause;

        #[automatically_derived]
        impl #impl_generics __odata::Empty for __Own #ty_generics #where_clause {
            #[inline]
            fn empty() -> Self {
                Self(__odata::Empty::empty(), ::core::marker::PhantomData)
            }
        }
    }
}

/// Returns the identifier of the variable that contains the `Partial`.
pub(super) fn ident(structure: &Structure) -> Ident {
    Ident::new("__partial", base_span(structure))
}

/// Returns an expression for each property of a struct, such as `__own.0` for the first property. Generated code uses
/// the expression `__own.0` to access the value of the property while the struct is being read. The parameter `own` is
/// the expression for the values of all properties, such as `__own`.
pub(super) fn slots(
    own: &TokenStream,
    item: &Item,
    structure: &Structure,
) -> impl Iterator<Item = TokenStream> {
    let own = if needs_wrapper(item, structure) { quote!(#own.0) } else { own.clone() };
    let count = structure.properties.len();
    (0..count).map(move |position| {
        let path = path(position, count);
        quote!(#own #path)
    })
}

/// Returns the tokens that access a slot in the [nested tuples](nested_tuples), such as `.0.4`.
fn path(position: usize, count: usize) -> TokenStream {
    let last = Literal::usize_unsuffixed(position % MAX_TUPLE_LEN);
    if count <= MAX_TUPLE_LEN {
        return quote!(.#last);
    }
    let outer = path(position / MAX_TUPLE_LEN, count.div_ceil(MAX_TUPLE_LEN));
    quote!(#outer.#last)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn paths_of_many_properties_are_unique() {
        for count in [
            1,
            MAX_TUPLE_LEN,
            MAX_TUPLE_LEN + 1,
            MAX_TUPLE_LEN * MAX_TUPLE_LEN,
            MAX_TUPLE_LEN * MAX_TUPLE_LEN + 1,
            5_000,
        ] {
            let paths: HashSet<_> = (0..count).map(|position| path(position, count).to_string()).collect();
            assert_eq!(paths.len(), count);
        }
    }

    #[test]
    fn path_goes_through_nested_tuples() {
        let formatted = |position, count| path(position, count).to_string().replace(' ', "");
        assert_eq!(formatted(15, 16), ".15");
        assert_eq!(formatted(20, 300), ".0.1.4");
    }
}
