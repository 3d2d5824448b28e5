//! Enumeration types.

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::Warning;
use super::attributes::type_attributes;
use super::documentation;
use super::naming::{RenameRule, Scope, pascal_case, type_identifier};
use super::plan::Plan;
use crate::document::{EnumerationType, Member, UNKNOWN_FUTURE_VALUE};

pub(super) fn item(plan: &Plan<'_>, enumeration: &EnumerationType) -> TokenStream {
    let name = type_identifier(plan.name(&enumeration.qualified_name));
    let mut scope = Scope::default();
    let (members, left_out) = split_members(enumeration);
    let is_flags = is_set(enumeration);
    let variants = with_identifiers(&members, &mut scope);
    let rule = RenameRule::of(&variants.iter().map(|(variant, member)| (variant, &*member.name)));
    let has_values = is_flags || !has_default_discriminants(&members);
    let unknown_value = unknown_value(&members).filter(|_| has_values);
    let members = variants.iter().map(|(variant, member)| {
        let documentation = documentation::of_member(&member.remarks);
        let odata = &member.name;
        let renamed = (rule.apply(variant) != *odata).then(|| quote!(#[odata(name = #odata)]));
        let value = has_values.then(|| Literal::i64_unsuffixed(member.value)).map(|value| quote!(= #value));
        quote!(#documentation #renamed #variant #value,)
    });
    // `Flags` preserves the names of unknown members. A variant with a `String` would prevent `Copy`.
    let unknown = (!is_flags).then(|| unknown(&mut scope, unknown_value));
    let default: &[&str] = if is_flags {
        &["Debug", "Clone", "Copy", "PartialEq", "Eq"]
    } else {
        &["Debug", "Clone", "PartialEq", "Eq"]
    };
    let derives = plan.options.derives.attribute(&enumeration.qualified_name, default, &quote!(ODataEnum));
    let non_exhaustive = plan.options.is_non_exhaustive.then(|| quote!(#[non_exhaustive]));
    let repr = (has_values && !is_flags).then(|| quote!(#[repr(i64)]));
    let documentation = documentation::of_enumeration_type(enumeration, &left_out);
    let attributes =
        type_attributes(&enumeration.qualified_name, None, &name, rule, is_flags.then(|| quote!(flags)));
    quote! {
        #documentation
        #derives
        #attributes
        #non_exhaustive
        #repr
        pub enum #name { #(#members)* #unknown }
    }
}

fn with_identifiers<'e>(members: &[&'e Member], scope: &mut Scope) -> Vec<(Ident, &'e Member)> {
    let mut variant = |name: &str| type_identifier(&scope.add(pascal_case(name), "Member"));
    members.iter().map(|member| (variant(&member.name), *member)).collect()
}

/// Returns the variants with their members.
pub(super) fn variants(enumeration: &EnumerationType) -> Vec<(Ident, &Member)> {
    with_identifiers(&split_members(enumeration).0, &mut Scope::default())
}

/// Returns the variant for unknown members.
fn unknown(scope: &mut Scope, value: Option<i64>) -> TokenStream {
    let name = type_identifier(&scope.add("Unknown".to_owned(), "Member"));
    let value = value.map(Literal::i64_unsuffixed).map(|value| quote!(= #value));
    quote! {
        /// The name of an unknown member.
        #[odata(unknown)]
        #name(String) #value,
    }
}

/// Checks whether values are `Flags` of the enum. Flags need at least one member.
pub(super) fn is_set(enumeration: &EnumerationType) -> bool {
    enumeration.is_flags && !split_members(enumeration).0.is_empty()
}

/// Returns the members that can be variants, and a text about the other members, which are read as unknown members.
fn split_members(enumeration: &EnumerationType) -> (Vec<&Member>, String) {
    let others = without_variant(enumeration);
    let is_other = |member: &Member| others.iter().any(|(other, _)| core::ptr::eq(*other, member));
    let members = enumeration.members.iter().filter(|member| !is_other(member)).collect();
    let others: Vec<_> = others.iter().map(|(one, _)| format!("`{}` ({})", one.name, one.value)).collect();
    let sentence = match others.as_slice() {
        [] => String::new(),
        others => format!("; members without a variant: {}", others.join(", ")),
    };
    (members, sentence)
}

/// Returns the members that have no variant, each with the reason: true if another member has the same value, and false if the value of a
/// flags member has a bit without a member.
fn without_variant(enumeration: &EnumerationType) -> Vec<(&Member, bool)> {
    let values = enumeration.members.iter().map(|member| member.value.cast_unsigned());
    let bits = values.filter(|value| value.is_power_of_two()).fold(0, |bits, bit| bits | bit);
    let sentinel = |member: &Member| member.name == UNKNOWN_FUTURE_VALUE;
    let (mut values, mut others) = (HashSet::new(), Vec::new());
    for member in &enumeration.members {
        let is_combination =
            member.value < 0 || sentinel(member) || member.value.cast_unsigned() & !bits == 0;
        let is_flag = !enumeration.is_flags || is_combination;
        if values.contains(&member.value) || !is_flag {
            others.push((member, is_flag));
        } else {
            values.insert(member.value);
        }
    }
    others
}

/// Returns a warning for each member that has no variant.
pub(super) fn warnings(enumeration: &EnumerationType) -> impl Iterator<Item = Warning> {
    without_variant(enumeration).into_iter().map(|(member, is_duplicate)| {
        let element = format!("{}/{}", enumeration.qualified_name, member.name);
        if is_duplicate {
            Warning::DuplicateValue { element, value: member.value }
        } else {
            Warning::InvalidFlag { element, value: member.value }
        }
    })
}

/// Checks whether the values are the discriminants that variants have by default.
fn has_default_discriminants(members: &[&Member]) -> bool {
    members.iter().zip(0..).all(|(member, value)| member.value == value)
}

/// Returns a free discriminant for the variant of unknown members, if its default discriminant is the value of a member. The value isn't
/// used.
fn unknown_value(members: &[&Member]) -> Option<i64> {
    let is_free = |value: &i64| members.iter().all(|member| member.value != *value);
    let next = members.last().and_then(|last| last.value.checked_add(1));
    if next.is_some_and(|next| is_free(&next)) {
        return None;
    }
    (0..).take(members.len() + 1).find(is_free)
}
