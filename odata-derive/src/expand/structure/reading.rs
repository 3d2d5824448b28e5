//! Reading: from a slot to a field, alone or as a variant of a polymorphic value.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::expand::bounds::ImplGenerics;
use crate::expand::{input_lifetime, properties_of};
use crate::model::{Item, Structure};

/// From a slot to a field.
pub(super) fn read_structured(
    item: &Item,
    structure: &Structure,
    generics: &ImplGenerics<'_>,
) -> TokenStream {
    let (ident, input) = (&item.ident, input_lifetime());
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.reading.split_for_impl();
    let arms = properties_of(structure, generics.declared).enumerate().map(|(position, property)| {
        let read = property.read();
        let position = Literal::usize_unsuffixed(position);
        quote!(#position => #read,)
    });
    let (position, otherwise) = match &structure.base {
        Some(base) => {
            let (ident, ty) = (&base.ident, &base.ty);
            (
                quote!(__slot.wrapping_sub(<#ty as __odata::private::Structured>::PROPERTY_COUNT)),
                quote! {
                    <#ty as __odata::private::ReadStructured<#input>>::read_property(&mut __partial.#ident, __slot, __map)
                },
            )
        }
        None => (quote!(__slot), quote!(__odata::private::skip_property(__map))),
    };
    let body = if structure.properties.is_empty() {
        otherwise
    } else {
        quote!(match #position { #(#arms)* _ => #otherwise, })
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::private::ReadStructured<#input> for #ident #ty_generics #where_clause {
            fn read_property<__A: __odata::private::MapAccess<#input>>(
                __partial: &mut Self::Partial,
                __slot: ::core::primitive::usize,
                __map: &mut __A,
            ) -> ::core::result::Result<(), __A::Error> {
                #body
            }
        }
    }
}

/// The struct as a variant of a polymorphic value.
pub(super) fn variant(item: &Item, generics: &ImplGenerics<'_>) -> TokenStream {
    let (ident, input) = (&item.ident, input_lifetime());
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (write_generics, _, write_where) = generics.writing.split_for_impl();
    let (read_generics, _, read_where) = generics.reading.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #write_generics __odata::private::Variant for #ident #ty_generics #write_where {
            type Declared = Self;

            const TYPES: __odata::private::TypeSet =
                __odata::private::TypeSet::One(<Self as __odata::ODataStructured>::METADATA);
        }

        #[automatically_derived]
        impl #read_generics __odata::private::ReadVariant<#input> for #ident #ty_generics #read_where {
            fn read_rest<__A: __odata::private::MapAccess<#input>>(
                _position: ::core::primitive::usize,
                __partial: <Self as __odata::private::HasPartial>::Partial,
                __reading: __odata::private::Reading,
                __map: __A,
            ) -> ::core::result::Result<Self, __A::Error> {
                __odata::private::read_struct(__partial, __reading, __map)
            }
        }
    }
}
