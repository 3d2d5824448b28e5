//! The constant that describes a type.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use super::{properties_of, tag};
use crate::model::{Derive, Structure, TypeTag};

/// The expression of type `StructuredType`.
pub(super) fn structured(derive: Derive, structure: &Structure, generics: &Generics) -> TokenStream {
    let tag = tag(&structure.qualified_name);
    let constructor = match derive {
        Derive::Complex => quote!(complex),
        Derive::Entity | Derive::Enum => quote!(entity),
    };
    let base = structure.base.as_ref().map(|base| {
        let ty = &base.ty;
        quote!(.with_base(<#ty as __odata::ODataStructured>::METADATA))
    });
    let properties = (!structure.properties.is_empty()).then(|| {
        let properties = properties_of(structure, generics).map(|property| property.description());
        quote!(.with_properties(&[#(#properties),*]))
    });
    let is_abstract = structure.is_abstract.then(|| quote!(.with_abstract()));
    let extra = structure.extra.as_ref().map(|_| quote!(.with_extra()));
    let denies_unknown = structure.denies_unknown.then(|| quote!(.with_unknown_denied()));
    let type_tag = structure.type_tag.map(|type_tag| {
        let type_tag = match type_tag {
            TypeTag::Always => quote!(Always),
            TypeTag::Derived => quote!(Derived),
            TypeTag::Never => quote!(Never),
        };
        quote!(.with_type_tag(__odata::private::TypeTag::#type_tag))
    });
    quote! {
        __odata::private::StructuredType::#constructor(#tag)
            #base #properties #is_abstract #type_tag #denies_unknown #extra
    }
}
