//! Generation of an empty type, such as `__With_dose`, for each property with `#[odata(with = "module")]`. A type such
//! as `__With_dose` lets odata-core call the functions `module::serialize` and `module::deserialize` through the traits
//! `SerializeWith` and `DeserializeWith`.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Generics, Ident};

use super::{bounds, input_lifetime, private_ident};
use crate::model::{Property, Structure};

/// Returns the name of the empty type that is generated for a property with `#[odata(with = "module")]`.
pub(super) fn ident(property: &Property) -> Ident {
    private_ident("With", &property.ident)
}

/// Generates an empty type such as `__With_dose` for each property with `#[odata(with = "module")]`. The generated type
/// implements `SerializeWith` and `DeserializeWith` by calling `module::serialize` and `module::deserialize`.
pub(super) fn expand(structure: &Structure, generics: &Generics) -> TokenStream {
    structure.properties.iter().map(|property| module(property, generics)).collect()
}

fn module(property: &Property, generics: &Generics) -> TokenStream {
    let Some(module) = &property.with else { return TokenStream::new() };
    let (ident, ty, input) = (ident(property), &property.ty, input_lifetime());
    // The function calls have the span of the module's name, so that the compiler reports a missing function or a wrong signature there.
    let span = module.span().resolved_at(Span::call_site());
    let serialize = quote_spanned!(span=> #module::serialize);
    let deserialize = quote_spanned!(span=> #module::deserialize);
    let generics = bounds::mentioned_by(ty, generics);
    let reading = bounds::with_input(generics.clone());
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (read_generics, ..) = reading.split_for_impl();
    quote! {
        struct #ident;

        #[automatically_derived]
        impl #impl_generics __odata::SerializeWith<#ty> for #ident #where_clause {
            fn serialize<__S: __odata::Serializer>(
                __value: &#ty,
                __serializer: __S,
            ) -> __odata::Written<__S> {
                #serialize(__value, __serializer)
            }
        }

        #[automatically_derived]
        impl #read_generics __odata::DeserializeWith<#input, #ty> for #ident #where_clause {
            fn deserialize<__D: __odata::Deserializer<#input>>(
                __deserializer: __D,
            ) -> __odata::Result<#ty, __D::Error> {
                #deserialize(__deserializer)
            }
        }
    }
}
