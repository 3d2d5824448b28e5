//! The bridge to serde: every type that is an OData value is read and written by serde's formats.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::input_lifetime;

/// The impls of `ODataValue` and `Serialize`.
///
/// `value_type` is an expression, `write` a function of the runtime.
pub(super) fn writing(
    ident: &Ident,
    (declared, bounded): (&Generics, &Generics),
    value_type: &TokenStream,
    write: &TokenStream,
) -> TokenStream {
    let (_, ty_generics, _) = declared.split_for_impl();
    let (impl_generics, _, where_clause) = bounded.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::ODataValue for #ident #ty_generics #where_clause {
            const TYPE: __odata::private::ValueType = #value_type;

            fn write<__S: __odata::private::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #write
            }
        }

        #[automatically_derived]
        impl #impl_generics __odata::private::Serialize for #ident #ty_generics #where_clause {
            fn serialize<__S: __odata::private::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                __odata::ODataValue::write(self, __serializer)
            }
        }
    }
}

/// The impls of `ReadValue` and `Deserialize`; `read` is an expression over `value`.
pub(super) fn reading(
    ident: &Ident,
    (declared, bounded): (&Generics, &Generics),
    read: &TokenStream,
) -> TokenStream {
    let input = input_lifetime();
    let (_, ty_generics, _) = declared.split_for_impl();
    let (impl_generics, _, where_clause) = bounded.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::ReadValue<#input> for #ident #ty_generics #where_clause {
            fn read<__D: __odata::private::Deserializer<#input>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __odata::private::read_value(__deserializer)
            }

            #[inline]
            fn read_incoming(
                __value: __odata::private::Incoming<'_, #input>,
            ) -> __odata::private::ReadResult<Self> {
                #read
            }

            const IS_AT_ONCE: ::core::primitive::bool = true;
        }

        #[automatically_derived]
        impl #impl_generics __odata::private::Deserialize<#input> for #ident #ty_generics #where_clause {
            fn deserialize<__D: __odata::private::Deserializer<#input>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __odata::private::deserialize_value(__deserializer)
            }
        }
    }
}
