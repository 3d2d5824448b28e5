//! Everything but reading: from a partial to a value, and from a value to its properties.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::{of_base, partial, place, skipped};
use crate::expand::bounds::ImplGenerics;
use crate::expand::properties_of;
use crate::model::{Item, Structure};

/// Everything but reading.
pub(super) fn structured(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let place = place(structure);
    let finish = finish(item, structure, generics);
    let write_properties = write_properties(structure, generics);
    let types = partial::types(item, structure);
    let finish = quote_spanned! {place=>
        fn finish(__partial: Self::Parts, __extra: &mut __odata::Extra) -> __odata::ReadResult<Self> {
            #finish
        }
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::BaseType for #ident #ty_generics #where_clause {
            #types

            #[inline]
            #finish

            #[inline]
            fn write_properties<'__w, __M: __odata::SerializeMap>(
                &'__w self,
                __writer: &mut __odata::PropertyWriter<'__w, __M>,
            ) {
                #write_properties
            }
        }
    }
}

/// The value of what was read.
fn finish(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let ident = &base.ident;
        quote!(#ident: __base,)
    });
    let partial = partial::ident(structure);
    let own = quote!(#partial.own);
    let properties = properties_of(structure, generics.declared).zip(partial::places(&own, item, structure));
    let properties = properties.map(|(property, place)| {
        let (ident, value) = (&property.property.ident, property.finish(&place));
        quote!(#ident: #value,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let (ident, extra) = (&extra.ident, Ident::new("__extra", place(structure)));
        quote!(#ident: __odata::IsExtra::of_extra(::core::mem::take(#extra)),)
    });
    let skipped = skipped(structure);
    let finished = quote!(__odata::Ok(Self { #(#base)* #(#properties)* #(#extra)* #skipped }));
    let Some(base) = &structure.base else { return finished };
    // Not `?`, which the compiler takes longer with than with the rest of the function.
    let finish = of_base(base, "finish");
    let finish_base = quote_spanned!(place(structure)=> #finish(#partial.base, __extra));
    quote! {
        match #finish_base {
            __odata::Ok(__base) => #finished,
            __odata::Err(__error) => __odata::Err(__error),
        }
    }
}

/// Of what a value holds, only its type knows where; the writer asks for none of it. So an `extra` comes first, before the base
/// type's properties.
fn write_properties(structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let extra = structure.extra.iter().map(|extra| {
        let ident = &extra.ident;
        quote!(__writer.extra(__odata::IsExtra::extra(&self.#ident));)
    });
    let base = structure.base.iter().map(|base| {
        let (ident, write_properties) = (&base.ident, of_base(base, "write_properties"));
        quote!(#write_properties(&self.#ident, __writer);)
    });
    let properties = properties_of(structure, generics.declared).map(|property| property.write());
    quote! {
        #(#extra)*
        #(#base)*
        #(#properties;)*
    }
}
