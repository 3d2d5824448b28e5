//! Generation of the default values of properties with an enumeration type.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{INVALID, Reason};
use crate::document::{EnumerationType, Member, namespace_of};
use crate::generate::enumeration::variants;
use crate::generate::members::is_generated_as_flags;
use crate::generate::plan::Plan;

/// Returns the Rust expression for a default value. In the document, the default value is the name or the number of an enumeration member.
/// For a flags enumeration, the document can contain several names or numbers, separated by commas.
pub(super) fn expression(
    plan: &Plan<'_>,
    owner: &str,
    enumeration: &EnumerationType,
    text: &str,
) -> Result<TokenStream, Reason> {
    let path = plan.path(namespace_of(owner), &enumeration.qualified_name);
    let variants = variants(enumeration);
    let variant = |member: &str| {
        let variant = variant(enumeration, &variants, member)?;
        Ok::<TokenStream, Reason>(quote!(#path::#variant))
    };
    if !is_generated_as_flags(enumeration) {
        let member = variant(text)?;
        return Ok(quote!(Some(#member)));
    }
    let members = text.split(',').map(|member| variant(member.trim()));
    let members: Vec<TokenStream> = members.collect::<Result<_, _>>()?;
    Ok(quote!(Some(Flags::from([#(#members),*]))))
}

/// Returns the variant for an enumeration member. `member` is the name or the number of the member. If no variant is generated for the
/// member, returns the variant of another member with the same value.
fn variant<'v>(
    enumeration: &EnumerationType,
    variants: &'v [(Ident, &Member)],
    member: &str,
) -> Result<&'v Ident, Reason> {
    let of_name = enumeration.members.iter().find(|other| other.name == member).map(|other| other.value);
    let value = of_name.or_else(|| member.parse().ok()).ok_or(INVALID)?;
    let variant = variants.iter().find(|(_, other)| other.value == value);
    variant.map(|(variant, _)| variant).ok_or("is an enumeration member that has no variant")
}
