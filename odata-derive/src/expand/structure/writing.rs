//! Generation of the code that creates a struct from its properties, and of the code that writes a struct.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::{base_item, base_span, partial, skipped_fields};
use crate::expand::bounds::ImplGenerics;
use crate::expand::properties_of;
use crate::model::{Item, Structure};

/// Generates the impl of `BaseType`.
pub(super) fn base_type(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let span = base_span(structure);
    let finish = finish(item, structure, generics);
    let write_properties = write_properties(structure, generics);
    let types = partial::types(item, structure);
    let finish = quote_spanned! {span=>
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

/// Generates the body of the function `BaseType::finish`, which creates the struct after its properties have been read.
fn finish(item: &Item, structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let ident = &base.ident;
        quote!(#ident: __base,)
    });
    let partial = partial::ident(structure);
    let own = quote!(#partial.own);
    let properties = properties_of(structure, generics.declared).zip(partial::slots(&own, item, structure));
    let properties = properties.map(|(property, slot)| {
        let (ident, value) = (&property.property.ident, property.finish(&slot));
        quote!(#ident: #value,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let (ident, extra) = (&extra.ident, Ident::new("__extra", base_span(structure)));
        quote!(#ident: __odata::IsExtra::of_extra(::core::mem::take(#extra)),)
    });
    let skipped = skipped_fields(structure);
    let finished = quote!(__odata::Ok(Self { #(#base)* #(#properties)* #(#extra)* #skipped }));
    let Some(base) = &structure.base else { return finished };
    // A `match`, because `?` takes longer to compile than the rest of the function.
    let finish = base_item(base, "finish");
    let finish_base = quote_spanned!(base_span(structure)=> #finish(#partial.base, __extra));
    quote! {
        match #finish_base {
            __odata::Ok(__base) => #finished,
            __odata::Err(__error) => __odata::Err(__error),
        }
    }
}

/// Generates the statements that write the fields of the struct.
///
/// The `extra` field is passed to the writer first, because its annotations are written before or together with the declared properties.
fn write_properties(structure: &Structure, generics: &ImplGenerics<'_>) -> TokenStream {
    let extra = structure.extra.iter().map(|extra| {
        let ident = &extra.ident;
        quote!(__writer.extra(__odata::IsExtra::extra(&self.#ident));)
    });
    let base = structure.base.iter().map(|base| {
        let (ident, write_properties) = (&base.ident, base_item(base, "write_properties"));
        quote!(#write_properties(&self.#ident, __writer);)
    });
    let properties = properties_of(structure, generics.declared).map(|property| property.write());
    quote! {
        #(#extra)*
        #(#base)*
        #(#properties;)*
    }
}
