//! Rules between types: what the derive can't see, a constant can. The rules themselves are in the runtime.
//!
//! A call of a rule has the place of what it is about. What it is called with has none: a lint would take a path there for
//! a qualification that the user wrote.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::property_type::innermost;
use crate::model::{Derive, Item, KeyAccess, Polymorphic, Property, Structure};

/// Statements that fail to compile, in the constant around the impls, where a struct contradicts its base types or those of its
/// properties.
///
/// A constant knows no parameters, so a generic type goes without.
pub(super) fn on_structure(item: &Item, structure: &Structure) -> TokenStream {
    if !item.generics.params.is_empty() {
        return TokenStream::new();
    }
    let base = structure.base.as_ref().map(|base| on_base(item.derive, &base.ty, structure));
    let properties = structure.properties.iter().map(on_property);
    base.into_iter().chain(properties).collect()
}

/// The trait that makes it possible to ask [`described`] of any type, where it is asked.
pub(super) fn import(rules: &TokenStream) -> TokenStream {
    if rules.is_empty() {
        TokenStream::new()
    } else {
        quote!(
            use __odata::Undescribed as _;
        )
    }
}

/// A constant with what is known of a type.
fn described(ty: &impl ToTokens, constant: &str) -> TokenStream {
    let constant = Ident::new(constant, Span::call_site());
    quote!(__odata::Described::<#ty>::#constant)
}

/// The call of a rule, at its place.
fn rule(span: Span, name: [&str; 2], of: &TokenStream, arguments: &TokenStream) -> TokenStream {
    let [rules, name] = name.map(|name| Ident::new(name, span));
    quote_spanned!(span=> __odata::#rules::#name(#of #arguments);)
}

fn on_base(derive: Derive, ty: &Type, structure: &Structure) -> TokenStream {
    let described = described(ty, "TYPE");
    let base = quote!(__base);
    let properties = structure.properties.iter().map(|property| {
        let name = &property.name.value;
        rule(property.name.span, ["Rules", "leaves"], &base, &quote!(, #name))
    });
    let keys = structure.properties.iter().filter_map(|property| {
        let (name, key) = (&property.name.value, property.key.as_ref()?);
        Some(rule(key.span, ["Rules", "leaves_key"], &base, &quote!(, #name)))
    });
    let key_paths = structure.key.iter().flat_map(|span| {
        let paths = structure.key_paths.iter().map(|key_path| &key_path.path);
        let rule = |path: &String| rule(*span, ["Rules", "leaves_key"], &base, &quote!(, #path));
        paths.map(rule).collect::<Vec<_>>()
    });
    let inherited_key = structure
        .inherited_key
        .iter()
        .map(|key| rule(key.span, ["Rules", "has_key_to_override"], &base, &TokenStream::new()));
    let extra = structure
        .extra
        .iter()
        .map(|extra| rule(extra.ident.span(), ["Rules", "leaves_extra"], &base, &TokenStream::new()));
    let rules: TokenStream =
        properties.chain(keys).chain(key_paths).chain(inherited_key).chain(extra).collect();
    if rules.is_empty() {
        return is_base(derive, ty.span(), &described);
    }
    let kind = is_base(derive, ty.span(), &base);
    quote!(let __base = #described; #kind #rules)
}

/// An entity type has a key and an identity, a complex type has none: neither derives from the other.
fn is_base(derive: Derive, span: Span, base: &TokenStream) -> TokenStream {
    let name = match derive {
        Derive::Complex => ["Rules", "is_base_of_complex"],
        Derive::Entity | Derive::Enum => ["Rules", "is_base_of_entity"],
    };
    rule(span, name, base, &TokenStream::new())
}

fn on_property(property: &Property) -> TokenStream {
    let Property { ty, key, navigation, with: None, .. } = property else {
        return TokenStream::new();
    };
    let (name, span) = (&property.name.value, ty.span());
    let (value, name) = (described(ty, "VALUE"), quote!(, #name));
    let mut rules = TokenStream::new();
    if let Some(access) = key.as_ref().and_then(|key| key.access.as_ref())
        && access.value == KeyAccess::Optional
    {
        rules.extend(rule(access.span, ["ValueRules", "is_optional_key"], &value, &name));
    }
    if navigation.is_some() {
        rules.extend(rule(span, ["ValueRules", "is_navigated"], &value, &name));
        rules.extend(rule(span, ["Rules", "is_reached_by"], &described(innermost(ty), "TYPE"), &name));
    }
    rules
}

/// Statements that fail to compile where a polymorphic value and its types contradict each other.
pub(super) fn on_types(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let Some(declared) = polymorphic.declared().filter(|_| item.generics.params.is_empty()) else {
        return TokenStream::new();
    };
    let ident = &item.ident;
    let (types, base) = (described(ident, "TYPES"), declared.held());
    let kind = is_base(item.derive, base.span(), &described(base, "TYPE"));
    let variants = polymorphic.variants.iter().enumerate().map(|(position, variant)| {
        let (name, span) = (variant.ident.to_string(), variant.ty.span());
        let position = Literal::usize_unsuffixed(position);
        let asked = if variant.ident == declared.ident { "is_distinct" } else { "is_distinct_and_concrete" };
        rule(span, ["VariantRules", asked], &quote!(__types), &quote!(, #position, #name))
    });
    quote! {
        let __types = #types;
        #kind
        #(#variants)*
    }
}

/// Statements that fail to compile where a flag is neither a bit nor made of other flags.
pub(super) fn on_flags(item: &Item, enumeration: &crate::model::Enumeration) -> TokenStream {
    if enumeration.flags.is_none() {
        return TokenStream::new();
    }
    let ident = &item.ident;
    let members = enumeration.members.iter().enumerate().map(|(position, member)| {
        let position = Literal::usize_unsuffixed(position);
        let message = format!(
            "the flag `{}` is neither a bit (1, 2, 4, 8, …) nor made of other flags: take the value of the service's schema",
            member.ident
        );
        // Unspanned: a lint would take it for a qualification that the user wrote.
        let condition = quote!(<#ident as __odata::ODataEnum>::METADATA.is_combination(#position));
        quote_spanned!(member.ident.span()=> ::core::assert!(#condition, #message);)
    });
    members.collect()
}
