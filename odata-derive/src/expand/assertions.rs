//! Generation of compile-time checks for rules that involve several types.
//!
//! A derive macro can't check a rule about a struct and its base type, because the macro only sees the tokens of the
//! struct. The generated code checks the rule at compile time, by calling a `const` function of odata-core such as
//! `Rules::check_key_override()`.
//!
//! In a generated call such as `Rules::check_key_override(__base)`, the function name has the span of the user's code
//! that is checked, so that the compiler reports an error there. The argument `__base` doesn't have the span of the
//! user's code, because lints would then check the argument.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::property_type::innermost;
use crate::model::{Derive, Item, KeyAccess, Polymorphic, Property, Structure};

/// Generates statements that fail to compile if a struct violates a rule about its base type or the types of its properties.
///
/// Generates nothing for a generic struct such as `Page<T>`, because the statements are in a `const _` block, in which `T` isn't available.
pub(super) fn on_structure(item: &Item, structure: &Structure) -> TokenStream {
    if !item.generics.params.is_empty() {
        return TokenStream::new();
    }
    let base = structure.base.as_ref().map(|base| on_base(item.derive, &base.ty, structure));
    let properties = structure.properties.iter().map(on_property);
    base.into_iter().chain(properties).collect()
}

/// Generates the import of the trait `Undescribed` for the generated checks in `rules`. If `rules` contains no checks,
/// the result is empty.
///
/// The trait `Undescribed` avoids a second compiler error for a base type without a derive macro, such as `Entity`.
/// Without the trait, the constant `Described::<Entity>::TYPE` in the generated checks wouldn't exist.
pub(super) fn import(rules: &TokenStream) -> TokenStream {
    if rules.is_empty() {
        TokenStream::new()
    } else {
        quote!(
            use __odata::Undescribed as _;
        )
    }
}

/// Returns the path of a constant with the rules for a type, such as `Described::<Entity>::TYPE`, for use in a
/// generated check such as `Rules::check_key_override(…)`.
fn described(ty: &impl ToTokens, constant: &str) -> TokenStream {
    let constant = Ident::new(constant, Span::call_site());
    quote!(__odata::Described::<#ty>::#constant)
}

/// Returns a statement that checks a rule, such as `Rules::check_key_override(__base);`. If the rule is violated, the
/// compiler reports an error at `span`, the span of the user's code that is checked.
fn rule(span: Span, name: [&str; 2], subject: &TokenStream, arguments: &TokenStream) -> TokenStream {
    let [rules, name] = name.map(|name| Ident::new(name, span));
    quote_spanned!(span=> __odata::#rules::#name(#subject #arguments);)
}

/// Generates the assertions about the base type of a struct.
fn on_base(derive: Derive, ty: &Type, structure: &Structure) -> TokenStream {
    let described = described(ty, "TYPE");
    let base = quote!(__base);
    let properties = structure.properties.iter().map(|property| {
        let name = &property.name.value;
        rule(property.name.span, ["Rules", "check_new_property"], &base, &quote!(, #name))
    });
    let keys = structure.properties.iter().filter_map(|property| {
        let (name, key) = (&property.name.value, property.key.as_ref()?);
        Some(rule(key.span, ["Rules", "check_new_key"], &base, &quote!(, #name)))
    });
    let key_paths = structure.key.iter().flat_map(|span| {
        let paths = structure.key_paths.iter().map(|key_path| &key_path.path);
        let rule = |path: &String| rule(*span, ["Rules", "check_new_key"], &base, &quote!(, #path));
        paths.map(rule).collect::<Vec<_>>()
    });
    let inherited_key = structure
        .inherited_key
        .iter()
        .map(|key| rule(key.span, ["Rules", "check_key_override"], &base, &TokenStream::new()));
    let extra = structure
        .extra
        .iter()
        .map(|extra| rule(extra.ident.span(), ["Rules", "check_new_extra"], &base, &TokenStream::new()));
    let rules: TokenStream =
        properties.chain(keys).chain(key_paths).chain(inherited_key).chain(extra).collect();
    if rules.is_empty() {
        return is_base(derive, ty.span(), &described);
    }
    let kind = is_base(derive, ty.span(), &base);
    quote!(let __base = #described; #kind #rules)
}

/// Generates the assertion that the base type of an entity type is an entity type, and that the base type of a complex type is a complex
/// type.
fn is_base(derive: Derive, span: Span, base: &TokenStream) -> TokenStream {
    let name = match derive {
        Derive::Complex => ["Rules", "check_complex_base"],
        _ => ["Rules", "check_entity_base"],
    };
    rule(span, name, base, &TokenStream::new())
}

/// Generates the assertions about a property.
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
        rules.extend(rule(access.span, ["ValueRules", "check_optional_key"], &value, &name));
    }
    if navigation.is_some() {
        rules.extend(rule(span, ["ValueRules", "check_navigation"], &value, &name));
        rules.extend(rule(span, ["Rules", "check_target"], &described(innermost(ty), "TYPE"), &name));
    }
    rules
}

/// Generates statements that check the variants of a polymorphic enum at compile time. The types of the variants must have different OData
/// names. Only the variant with the attribute `base` may have an abstract type.
pub(super) fn on_variants(item: &Item, polymorphic: &Polymorphic) -> TokenStream {
    let Some(declared) = polymorphic.declared().filter(|_| item.generics.params.is_empty()) else {
        return TokenStream::new();
    };
    let ident = &item.ident;
    let (types, base) = (described(ident, "TYPES"), declared.unboxed());
    let kind = is_base(item.derive, base.span(), &described(base, "TYPE"));
    let variants = polymorphic.variants.iter().enumerate().map(|(position, variant)| {
        let (name, span) = (variant.ident.to_string(), variant.ty.span());
        let position = Literal::usize_unsuffixed(position);
        let rule_name =
            if variant.ident == declared.ident { "check_distinct" } else { "check_distinct_and_concrete" };
        rule(span, ["VariantRules", rule_name], &quote!(__types), &quote!(, #position, #name))
    });
    quote! {
        let __types = #types;
        #kind
        #(#variants)*
    }
}

/// Generates statements that check the values of flags at compile time. A flag must be a single bit or a combination of other flags.
pub(super) fn on_flags(item: &Item, enumeration: &crate::model::Enumeration) -> TokenStream {
    if enumeration.flags.is_none() {
        return TokenStream::new();
    }
    let ident = &item.ident;
    let members = enumeration.members.iter().enumerate().map(|(position, member)| {
        let position = Literal::usize_unsuffixed(position);
        let message = format!(
            "flag `{}` must be a single bit (1, 2, 4, 8, …) or a combination of other flags: use the value from the service's schema",
            member.ident
        );
        // This path has the span of the derive macro, because lints would otherwise report the qualified path as code of the user.
        let condition = quote!(<#ident as __odata::ODataEnum>::METADATA.is_combination(#position));
        quote_spanned!(member.ident.span()=> ::core::assert!(#condition, #message);)
    });
    members.collect()
}
