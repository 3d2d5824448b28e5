//! Enumeration types.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::attributes::type_attributes;
use super::documentation;
use super::naming::{RenameRule, Scope, pascal_case, type_identifier};
use super::plan::Plan;
use crate::document::{EnumerationType, Member};

pub(super) fn item(plan: &Plan<'_>, enumeration: &EnumerationType) -> TokenStream {
    let name = type_identifier(plan.name(&enumeration.qualified_name));
    let mut scope = Scope::default();
    let (held, left_out) = parted(enumeration);
    // A set without members is no set in Rust.
    let is_flags = enumeration.is_flags && !held.is_empty();
    let variants: Vec<_> = held
        .iter()
        .map(|member| (type_identifier(&scope.take(pascal_case(&member.name), "Member")), member))
        .collect();
    let rule = RenameRule::of(&variants.iter().map(|(variant, member)| (variant, &*member.name)));
    let has_values = is_flags || !counts_up(&held);
    let members = variants.iter().map(|(variant, member)| {
        let documentation = documentation::of_part(&member.remarks);
        let odata = &member.name;
        let renamed = (rule.apply(variant) != *odata).then(|| quote!(#[odata(name = #odata)]));
        let value = has_values.then(|| Literal::i64_unsuffixed(member.value)).map(|value| quote!(= #value));
        quote!(#documentation #renamed #variant #value,)
    });
    // A set of flags keeps the names of unknown members itself.
    let unknown = (!is_flags).then(|| {
        let unknown = type_identifier(&scope.take("Unknown".to_owned(), "Member"));
        let number = number_of_unknown(&held).filter(|_| has_values);
        let number = number.map(Literal::i64_unsuffixed).map(|number| quote!(= #number));
        quote! {
            /// A member that is not among these, by its name.
            #[odata(unknown)]
            #unknown(String) #number,
        }
    });
    // A variant with a name in it can't be copied.
    let copy = unknown.is_none().then(|| quote!(Copy,));
    let repr = (has_values && unknown.is_some()).then(|| quote!(#[repr(i64)]));
    let documentation = documentation::of_type(&enumeration.remarks, &enumeration.qualified_name, &left_out);
    let flags = is_flags.then(|| quote!(flags));
    let attributes = type_attributes(&enumeration.qualified_name, &name, rule, flags);
    quote! {
        #documentation
        #[derive(Debug, Clone, #copy PartialEq, Eq, ODataEnum)]
        #attributes
        #repr
        pub enum #name { #(#members)* #unknown }
    }
}

/// The members that can be variants, and a sentence on the others, which are read as unknown members are: those whose number another
/// has already, and flags that are neither a bit nor made of bits.
fn parted(enumeration: &EnumerationType) -> (Vec<&Member>, String) {
    let values = enumeration.members.iter().map(|member| member.value.cast_unsigned());
    let bits = values.filter(|value| value.is_power_of_two()).fold(0, |bits, bit| bits | bit);
    let sentinel = |member: &Member| member.name == "unknownFutureValue";
    let (mut members, mut others): (Vec<&Member>, Vec<String>) = Default::default();
    for member in &enumeration.members {
        let is_made_of_bits =
            member.value < 0 || sentinel(member) || member.value.cast_unsigned() & !bits == 0;
        let is_second = members.iter().any(|other| other.value == member.value);
        if is_second || (enumeration.is_flags && !is_made_of_bits) {
            others.push(format!("`{}` ({})", member.name, member.value));
        } else {
            members.push(member);
        }
    }
    let sentence = match others.as_slice() {
        [] => String::new(),
        others => format!("; without {}, which has no number of its own here", others.join(", ")),
    };
    (members, sentence)
}

/// Whether the numbers are those that Rust gives without being told.
fn counts_up(members: &[&Member]) -> bool {
    members.iter().zip(0..).all(|(member, number)| member.value == number)
}

/// A number that no member has, where Rust would count on to one that a member has. It is seen nowhere.
fn number_of_unknown(members: &[&Member]) -> Option<i64> {
    let is_free = |number: &i64| members.iter().all(|member| member.value != *number);
    let next = members.last().and_then(|last| last.value.checked_add(1));
    if next.is_some_and(|next| is_free(&next)) {
        return None;
    }
    (0..).take(members.len() + 1).find(is_free)
}
