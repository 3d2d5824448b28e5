//! Rules between a type and its base types: what the derive can't see, a constant can.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::model::{Derive, Item, Role, Structure};

/// A constant that fails to compile where the struct and its base contradict each other.
///
/// A constant knows no parameters, so a generic type goes without.
pub(super) fn on_base(item: &Item, structure: &Structure) -> TokenStream {
    let Some(base) = structure.base.as_ref().filter(|_| item.generics.params.is_empty()) else {
        return TokenStream::new();
    };
    let ty = &base.ty;
    // No variable stands for it: where the type comes from a macro of the user's, its span would not see ours.
    let metadata = quote!(<#ty as __odata::ODataStructured>::METADATA);
    let kind = kind(item.derive, base, &metadata);
    let properties = structure.properties.iter().map(|property| {
        let name = &property.name.value;
        let message = format!(
            "a base type declares the property `{name}` already: use that one, or give this one another name"
        );
        quote_spanned!(property.name.span=> ::core::assert!(!#metadata.declares(#name), #message);)
    });
    let extra = structure.extra.as_ref().map(|extra| {
        const MESSAGE: &str =
            "a base type has an `extra` already, which takes what this type does not declare, too";
        quote_spanned!(extra.ident.span()=> ::core::assert!(!#metadata.keeps_undeclared(), #MESSAGE);)
    });
    quote! {
        const _: () = {
            #kind
            #(#properties)*
            #extra
        };
    }
}

/// An entity type has a key and an identity, a complex type has none: neither derives from the other.
fn kind(derive: Derive, base: &Role, metadata: &TokenStream) -> TokenStream {
    let (kind, message) = match derive {
        Derive::Complex => {
            (quote!(Complex), "a complex type can't derive from an entity type: derive `ODataEntity`")
        }
        Derive::Entity | Derive::Enum => {
            (quote!(Entity), "an entity type can't derive from a complex type: derive `ODataComplex`")
        }
    };
    quote_spanned! {base.ty.span()=>
        ::core::assert!(::core::matches!(#metadata.kind(), __odata::private::StructuredKind::#kind), #message);
    }
}
