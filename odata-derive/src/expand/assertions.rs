//! Rules between a type and its base types: what the derive can't see, a constant can.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::model::{Derive, Item, Polymorphic, Property, Role, Structure};

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

/// A constant that fails to compile where a key is none, or a base type has one already.
pub(super) fn on_keys(item: &Item, structure: &Structure) -> TokenStream {
    if !item.generics.params.is_empty() {
        return TokenStream::new();
    }
    let base = structure.base.as_ref().map(|base| &base.ty);
    let keys = structure.properties.iter().filter(|property| property.key.is_some());
    let assertions: Vec<_> = keys.map(|property| on_key(property, base)).collect();
    if assertions.is_empty() {
        return TokenStream::new();
    }
    quote! {
        const _: () = { #(#assertions)* };
    }
}

fn on_key(property: &Property, base: Option<&syn::Type>) -> TokenStream {
    let (Property { ty, name, computed, with, .. }, span) = (property, property.ty.span());
    let name = &name.value;
    let value_type = quote!(<#ty as __odata::private::PropertyValue<'_>>::TYPE);
    let own = with.is_none().then(|| {
        let message = format!("`{name}` is no key: a key is a single value, neither a collection nor a complex value");
        let single = quote_spanned!(span=> ::core::assert!(#value_type.is_single(), #message););
        let message = format!(
            "the key `{name}` may be null: leave out the `Option`, or add `computed` if the service gives the key"
        );
        let null = computed
            .is_none()
            .then(|| quote_spanned!(span=> ::core::assert!(!#value_type.is_nullable(), #message);));
        quote!(#single #null)
    });
    let above = base.map(|base| {
        let message = format!("a base type has a key already, which `{name}` can't add to: remove `key`");
        let span = property.key.unwrap_or(span);
        let condition = quote!(!<#base as __odata::ODataStructured>::METADATA.has_key());
        quote_spanned!(span=> ::core::assert!(#condition, #message);)
    });
    quote!(#own #above)
}

/// A constant that fails to compile where a polymorphic value and its types contradict each other.
pub(super) fn on_types(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let Some(declared) = polymorphic.declared().filter(|_| item.generics.params.is_empty()) else {
        return TokenStream::new();
    };
    let (ident, base) = (&item.ident, declared.held());
    let role = Role { ident: declared.ident.clone(), ty: base.clone() };
    let kind = kind(item.derive, &role, &quote!(<#base as __odata::ODataStructured>::METADATA));
    let variants = polymorphic.variants.iter().enumerate().map(|(position, variant)| {
        let (name, ty, span) = (variant.ident.to_string(), &variant.ty, variant.ty.span());
        let position = proc_macro2::Literal::usize_unsuffixed(position);
        let message = format!("the type of `{name}` has the qualified name of another variant's: only one can be read");
        let distinct = quote_spanned!(span=> ::core::assert!(__DUPLICATE != #position, #message););
        let message = format!(
            "the type of `{name}` is abstract, so no instance is one: remove the variant, or `abstract` from the type"
        );
        let concrete = (variant.ident != declared.ident).then(|| {
            let condition = quote!(!<#ty as __odata::private::Variant>::TYPES.is_abstract());
            quote_spanned!(span=> ::core::assert!(#condition, #message);)
        });
        quote!(#distinct #concrete)
    });
    quote! {
        const _: () = {
            const __DUPLICATE: ::core::primitive::usize = <#ident as __odata::private::Variant>::TYPES.duplicate();
            #kind
            #(#variants)*
        };
    }
}

/// A constant that fails to compile where a flag is neither a bit nor made of other flags.
pub(super) fn on_flags(item: &Item, enumeration: &crate::model::Enumeration) -> TokenStream {
    if enumeration.flags.is_none() {
        return TokenStream::new();
    }
    let ident = &item.ident;
    let members = enumeration.members.iter().enumerate().map(|(position, member)| {
        let position = proc_macro2::Literal::usize_unsuffixed(position);
        let message = format!(
            "the flag `{}` is neither a bit (1, 2, 4, 8, …) nor made of other flags: take the value of the service's schema",
            member.ident
        );
        // Unspanned: a lint would take it for a qualification that the user wrote.
        let condition = quote!(<#ident as __odata::ODataEnum>::METADATA.is_made_of_bits(#position));
        quote_spanned!(member.ident.span()=> ::core::assert!(#condition, #message);)
    });
    quote! {
        const _: () = { #(#members)* };
    }
}
