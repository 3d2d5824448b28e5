//! The constant that describes a type.

use proc_macro2::TokenStream;
use quote::quote;

use super::tag;
use crate::model::{Derive, Property, Structure, TypeTag};

/// The expression of type `&'static StructuredType`.
pub(super) fn structured(derive: Derive, structure: &Structure) -> TokenStream {
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
        let properties = structure.properties.iter().map(property);
        quote!(.with_properties(&[#(#properties),*]))
    });
    let is_abstract = structure.is_abstract.then(|| quote!(.with_abstract()));
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
        &__odata::private::StructuredType::#constructor(#tag)
            #base #properties #is_abstract #type_tag #denies_unknown
    }
}

fn property(property: &Property) -> TokenStream {
    let Property { ty, name, .. } = property;
    let name = &name.value;
    let value_type = if property.with.is_some() {
        quote!(__odata::private::ValueType::new(__odata::private::TypeKind::Untyped).nullable())
    } else {
        quote!(<#ty as __odata::ODataValue>::TYPE)
    };
    let key = property.key.map(|_| quote!(.key()));
    let computed = property.computed.map(|_| quote!(.computed()));
    let immutable = property.immutable.map(|_| quote!(.immutable()));
    let navigation = property.navigation.map(|_| quote!(.navigation()));
    quote!(__odata::private::Property::new(#name, #value_type) #key #computed #immutable #navigation)
}
