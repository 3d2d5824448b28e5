//! Generation of the code that reads the properties of a struct.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::{base_span, partial};
use crate::expand::bounds::ImplGenerics;
use crate::expand::{input_lifetime, properties_of};
use crate::model::{Item, Structure};

/// Generates the impl of `ReadStructured`, which reads the properties that the struct itself declares. To read
/// inherited properties, odata-core calls the `ReadStructured` impls of the base types.
pub(super) fn read_structured(
    item: &Item,
    structure: &Structure,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let (ident, input) = (&item.ident, input_lifetime());
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.reading.split_for_impl();
    let can_be_read = quote_spanned!(base_span(structure)=> __odata::ReadStructured<#input>);
    let read_property = (!structure.properties.is_empty()).then(|| read_property(item, structure));
    quote! {
        #[automatically_derived]
        impl #impl_generics #can_be_read for #ident #ty_generics #where_clause {
            #read_property
        }
    }
}

fn read_property(item: &Item, structure: &Structure) -> TokenStream {
    let (own, input) = (quote!(__own), input_lifetime());
    let properties = properties_of(structure, &item.generics).zip(partial::slots(&own, item, structure));
    let arms = properties.enumerate().map(|(position, (property, slot))| {
        let read = property.read(&slot);
        let position = Literal::usize_unsuffixed(position);
        quote!(#position => #read,)
    });
    quote! {
        #[inline]
        fn read_property(
            #own: &mut Self::Own,
            __position: ::core::primitive::usize,
            __value: __odata::Incoming<'_, #input>,
        ) -> __odata::ReadResult<()> {
            match __position {
                #(#arms)*
                _ => __odata::skip_property(__value),
            }
        }
    }
}
