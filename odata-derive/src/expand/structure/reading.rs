//! Reading: from a slot to a place in the partial.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::partial;
use crate::expand::bounds::ImplGenerics;
use crate::expand::{input_lifetime, properties_of};
use crate::model::{Item, Structure};

/// From a slot to a place in the partial.
pub(super) fn read_structured(
    item: &Item,
    structure: &Structure,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let (ident, input) = (&item.ident, input_lifetime());
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.reading.split_for_impl();
    let properties = properties_of(structure, generics.declared).zip(partial::places(item, structure));
    let arms = properties.enumerate().map(|(position, (property, place))| {
        let read = property.read(&place);
        let position = Literal::usize_unsuffixed(position);
        quote!(#position => #read,)
    });
    let (position, otherwise) = match &structure.base {
        Some(base) => {
            let ty = &base.ty;
            (
                quote!(__slot.wrapping_sub(<#ty as __odata::private::Structured>::PROPERTY_COUNT)),
                quote! {
                    <#ty as __odata::private::ReadStructured<#input>>::read_property(&mut __partial.0, __slot, __value)
                },
            )
        }
        None => (quote!(__slot), quote!(__odata::private::skip_property(__value))),
    };
    let body = if structure.properties.is_empty() {
        otherwise
    } else {
        quote!(match #position { #(#arms)* _ => #otherwise, })
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::private::ReadStructured<#input> for #ident #ty_generics #where_clause {
            #[inline]
            fn read_property(
                __partial: &mut Self::Partial,
                __slot: ::core::primitive::usize,
                __value: __odata::private::Incoming<'_, #input>,
            ) -> ::core::result::Result<(), __odata::private::ReadError> {
                #body
            }
        }
    }
}
