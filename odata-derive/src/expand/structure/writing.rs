//! Everything but reading: from a partial to a value, and from a value to its properties.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::partial;
use crate::expand::bounds::ImplGenerics;
use crate::expand::properties_of;
use crate::model::{Item, Structure};

/// Everything but reading.
pub(super) fn structured(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let base = structure.base.as_ref().map(|base| &base.ident);
    let base_type = structure.base.as_ref().map(|base| &base.ty);
    let extra = match (&structure.extra, &structure.base) {
        (Some(extra), _) => {
            let extra = &extra.ident;
            quote!(::core::option::Option::Some(__odata::private::IsExtra::extra(&self.#extra)))
        }
        (None, Some(_)) => quote!(<#base_type as __odata::private::Structured>::extra(&self.#base)),
        (None, None) => quote!(::core::option::Option::None),
    };
    let finish = finish(item, structure, generics);
    let write_properties = write_properties(structure, generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::private::Structured for #ident #ty_generics #where_clause {
            #[inline]
            fn finish(
                __partial: Self::Partial,
                __extra: &mut __odata::Extra,
            ) -> ::core::result::Result<Self, __odata::private::ReadError> {
                #finish
            }

            #[inline]
            fn extra(&self) -> ::core::option::Option<&__odata::Extra> {
                #extra
            }

            fn write_properties<__M: __odata::private::SerializeMap>(
                &self,
                __writer: &mut __odata::private::PropertyWriter<'_, __M>,
            ) {
                #write_properties
            }
        }
    }
}

/// The value of what was read.
fn finish(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let (ident, ty) = (&base.ident, &base.ty);
        quote!(#ident: <#ty as __odata::private::Structured>::finish(__partial.0, __extra)?,)
    });
    let properties = properties_of(structure, generics.declared).zip(partial::places(item, structure));
    let properties = properties.map(|(property, place)| {
        let (ident, value) = (&property.property.ident, property.finish(&place));
        quote!(#ident: #value,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let ident = &extra.ident;
        quote!(#ident: __odata::private::IsExtra::of_extra(::core::mem::take(__extra)),)
    });
    let skipped = structure.skipped.iter().map(|ident| {
        let default = quote_spanned!(ident.span()=> ::core::default::Default::default());
        quote!(#ident: #default,)
    });
    quote!(::core::result::Result::Ok(Self { #(#base)* #(#properties)* #(#extra)* #(#skipped)* }))
}

fn write_properties(structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let (ident, ty) = (&base.ident, &base.ty);
        quote!(<#ty as __odata::private::Structured>::write_properties(&self.#ident, __writer);)
    });
    let properties = properties_of(structure, generics.declared).map(|property| property.write());
    quote! {
        #(#base)*
        #(#properties;)*
    }
}
