//! `#[odata(with = "module")]`: a type without values that stands for the module.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::{bounds, input_lifetime, own_ident};
use crate::model::{Property, Structure};

/// The name of the type.
pub(super) fn ident(property: &Property) -> Ident {
    own_ident("With", &property.ident)
}

/// The types for all properties that have a module.
pub(super) fn expand(structure: &Structure, generics: &Generics) -> TokenStream {
    structure.properties.iter().map(|property| module(property, generics)).collect()
}

fn module(property: &Property, generics: &Generics) -> TokenStream {
    let Some(module) = &property.with else { return TokenStream::new() };
    let (ident, ty, input) = (ident(property), &property.ty, input_lifetime());
    let generics = bounds::mentioned_by(ty, generics);
    let reading = bounds::with_input(generics.clone());
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (read_generics, ..) = reading.split_for_impl();
    quote! {
        struct #ident;

        #[automatically_derived]
        impl #impl_generics __odata::private::SerializeWith<#ty> for #ident #where_clause {
            fn serialize<__S: __odata::private::Serializer>(
                __value: &#ty,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #module::serialize(__value, __serializer)
            }
        }

        #[automatically_derived]
        impl #read_generics __odata::private::DeserializeWith<#input, #ty> for #ident #where_clause {
            fn deserialize<__D: __odata::private::Deserializer<#input>>(
                __deserializer: __D,
            ) -> ::core::result::Result<#ty, __D::Error> {
                #module::deserialize(__deserializer)
            }
        }
    }
}
