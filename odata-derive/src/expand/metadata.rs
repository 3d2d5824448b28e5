//! The constant that describes a type.

use proc_macro2::{Literal, TokenStream};
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
        let order = order(structure);
        quote!(.with_properties(&[#(#properties),*]) #order)
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

/// The positions of the properties in the order of their names' lengths, and of the names; where they are few, looking at
/// each is as fast.
fn order(structure: &Structure) -> Option<TokenStream> {
    const FEW: usize = 8;
    let name = |position: &u16| {
        let name = &structure.properties[usize::from(*position)].name.value;
        (name.len(), name)
    };
    let mut order: Vec<u16> = (0..u16::try_from(structure.properties.len()).ok()?).collect();
    order.sort_by(|one, other| name(one).cmp(&name(other)));
    let order = order.into_iter().map(Literal::u16_unsuffixed);
    (structure.properties.len() > FEW).then(|| quote!(.with_order(&[#(#order),*])))
}
