//! Reading: from a slot to a place in the partial.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::{partial, place};
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
    let otherwise = otherwise(item, structure);
    let before =
        structure.base.is_some().then(|| quote!(.wrapping_sub(<Self as __odata::Structured>::FIRST_SLOT)));
    let body = if structure.properties.is_empty() {
        otherwise
    } else {
        quote!(match __slot #before { #(#arms)* _ => #otherwise, })
    };
    let [slot, value] = [quote!(__slot), quote!(__value)];
    let read_property = quote_spanned! {place(structure)=>
        fn read_property(
            __partial: &mut Self::Parts,
            #slot: __odata::Slot,
            #value: __odata::Incoming<'_, #input>,
        ) -> __odata::ReadResult<()> {
            #body
        }
    };
    let can_be_read = quote_spanned!(place(structure)=> __odata::ReadStructured<#input>);
    quote! {
        #[automatically_derived]
        impl #impl_generics #can_be_read for #ident #ty_generics #where_clause {
            #[inline]
            #read_property
        }
    }
}

/// A slot that is none of the struct's own.
///
/// The base type's partial names that type, so it need not be named where it may be none. Where parameters have bounds, the
/// compiler takes the partial for any type.
fn otherwise(item: &Item, structure: &Structure) -> TokenStream {
    let Some(base) = &structure.base else {
        return quote!(__odata::skip_property(__value));
    };
    let read = if item.generics.params.is_empty() {
        quote!(__odata::read_base)
    } else {
        let (ty, input) = (&base.ty, input_lifetime());
        quote!(<#ty as __odata::ReadStructured<#input>>::read_property)
    };
    let place = partial::of_base(structure);
    let borrowed = (!partial::has_that_of_base(structure)).then(|| quote!(&mut));
    quote!(#read(#borrowed #place, __slot, __value))
}
