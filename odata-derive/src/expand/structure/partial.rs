//! The partial: the properties read so far.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::bounds::ImplGenerics;
use crate::model::{Item, Property, Structure};

/// The properties read so far. A field is `None` until its property comes.
pub(super) fn declaration(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let base = structure.base.iter().map(|base| {
        let (ident, ty) = (&base.ident, &base.ty);
        quote!(#ident: <#ty as __odata::private::HasPartial>::Partial,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let ident = &extra.ident;
        quote!(#ident: __odata::Extra,)
    });
    let properties = structure.properties.iter().map(|property| {
        let Property { ident, ty, .. } = property;
        quote!(#ident: ::core::option::Option<#ty>,)
    });
    let marker =
        has_parameters(generics).then(|| quote!(__type: ::core::marker::PhantomData<#ident #ty_generics>,));
    quote! {
        #[doc(hidden)]
        pub struct __Partial #impl_generics #where_clause {
            #(#base)*
            #(#properties)*
            #(#extra)*
            #marker
        }

        #[automatically_derived]
        impl #impl_generics __odata::private::HasPartial for #ident #ty_generics #where_clause {
            type Partial = __Partial #ty_generics;
        }
    }
}

fn has_parameters(generics: &ImplGenerics<'_>) -> bool {
    !generics.declared.params.is_empty()
}

/// The expression of a partial without own properties.
pub(super) fn expression(
    structure: &Structure,
    generics: &ImplGenerics<'_>,
    base_partial: Option<&TokenStream>,
) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let ident = &base.ident;
        quote!(#ident: #base_partial,)
    });
    let properties = structure.properties.iter().map(|property| {
        let ident = &property.ident;
        quote!(#ident: ::core::option::Option::None,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let ident = &extra.ident;
        quote!(#ident: __odata::Extra::new(),)
    });
    let marker = has_parameters(generics).then(|| quote!(__type: ::core::marker::PhantomData,));
    quote!(__Partial { #(#base)* #(#properties)* #(#extra)* #marker })
}
