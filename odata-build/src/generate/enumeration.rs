//! Generation of enums for enumeration types.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::attributes::type_attributes;
use super::documentation;
use super::members::{is_generated_as_flags, split_members};
use super::naming::{RenameRule, Scope, pascal_case, type_identifier};
use super::plan::Plan;
use crate::document::{EnumerationType, Member};

pub(super) fn item(plan: &Plan<'_>, enumeration: &EnumerationType) -> TokenStream {
    let name = type_identifier(plan.name(&enumeration.qualified_name));
    let mut scope = Scope::default();
    let (members, left_out) = split_members(enumeration);
    let is_flags = is_generated_as_flags(enumeration);
    let variants = with_identifiers(&members, &mut scope);
    let rule = RenameRule::of(&variants.iter().map(|(variant, member)| (variant, &*member.name)));
    let has_values = is_flags || !has_default_discriminants(&members);
    let unknown_value = unknown_value(&members).filter(|_| has_values);
    let members = variants.iter().map(|(variant, member)| {
        let documentation = documentation::of_member(&member.annotations);
        let odata = &member.name;
        let renamed = (rule.apply(variant) != *odata).then(|| quote!(#[odata(name = #odata)]));
        let value = has_values.then(|| Literal::i64_unsuffixed(member.value)).map(|value| quote!(= #value));
        quote!(#documentation #renamed #variant #value,)
    });
    // A flags enumeration has no variant for unknown members, because `Flags` preserves their names. Also, an enum with a `String` in a
    // variant can't be `Copy`.
    let unknown = (!is_flags).then(|| unknown(&mut scope, unknown_value));
    let default: &[&str] = if is_flags {
        &["Debug", "Clone", "Copy", "PartialEq", "Eq"]
    } else {
        &["Debug", "Clone", "PartialEq", "Eq"]
    };
    // The variant for unknown members contains a `String`, which isn't `Copy`.
    let excluded: &[&str] = if is_flags { &[] } else { &["Copy"] };
    let derives = plan.options.derives.attribute_of_enum(
        &enumeration.qualified_name,
        default,
        &quote!(ODataEnum),
        excluded,
    );
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

/// Returns the variants of an enumeration type: the name of each variant, and the enumeration member that the variant represents.
pub(super) fn variants(enumeration: &EnumerationType) -> Vec<(Ident, &Member)> {
    with_identifiers(&split_members(enumeration).0, &mut Scope::default())
}

/// Returns the variant for unknown members, `Unknown(String)`.
fn unknown(scope: &mut Scope, value: Option<i64>) -> TokenStream {
    let name = type_identifier(&scope.add("Unknown".to_owned(), "Member"));
    let value = value.map(Literal::i64_unsuffixed).map(|value| quote!(= #value));
    quote! {
        /// The name of an enumeration member that has no variant.
        #[odata(unknown)]
        #name(String) #value,
    }
}

/// Checks whether the values of the members are 0, 1, 2 and so on, which are the default discriminants of variants.
fn has_default_discriminants(members: &[&Member]) -> bool {
    members.iter().zip(0..).all(|(member, value)| member.value == value)
}

/// Returns an explicit discriminant for the variant `Unknown`, which must differ from the values of all members.
/// Returns `None` if `Unknown` needs no explicit discriminant, because its default discriminant (the value of the last
/// member plus 1) is unused.
fn unknown_value(members: &[&Member]) -> Option<i64> {
    let is_free = |value: &i64| members.iter().all(|member| member.value != *value);
    let next = members.last().and_then(|last| last.value.checked_add(1));
    if next.is_some_and(|next| is_free(&next)) {
        return None;
    }
    (0..).take(members.len() + 1).find(is_free)
}
