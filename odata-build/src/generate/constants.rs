//! Generation of constants for inherited properties, such as `CaseOperation::ID` for `Entity::ID`.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::documentation;
use super::fields::Fields;
use super::naming::type_identifier;
use super::plan::Plan;
use super::property_attributes::Roles;
use super::value_type;
use crate::document::{Property, StructuredType, namespace_of};

/// Returns an `impl` block with a constant for each inherited property of a type. An inherited property is skipped if its constant would
/// have the same name as a constant of the type itself.
pub(super) fn item(plan: &Plan<'_>, structured: &StructuredType) -> Option<TokenStream> {
    let namespace = namespace_of(&structured.qualified_name);
    let mut seen: HashSet<String> =
        of_type(plan, structured).into_iter().map(|(constant, _)| constant).collect();
    let mut constants = Vec::new();
    for base in plan.selection.bases(structured) {
        let owner = plan.path(namespace, &base.qualified_name);
        for (name, property) in of_type(plan, base) {
            if seen.insert(name.clone()) {
                constants.push(constant(plan, structured, base, &owner, &type_identifier(&name), property));
            }
        }
    }
    let name = type_identifier(plan.name(&structured.qualified_name));
    (!constants.is_empty()).then(|| quote!(impl #name { #(#constants)* }))
}

fn constant(
    plan: &Plan<'_>,
    structured: &StructuredType,
    base: &StructuredType,
    owner: &TokenStream,
    name: &Ident,
    property: &Property,
) -> TokenStream {
    let documentation = documentation::of_inherited(plan, property);
    let from = namespace_of(&structured.qualified_name);
    let value = value_type::from_namespace(plan, from, &base.qualified_name, property);
    let access = access(plan, base, property).map(|access| {
        let access = type_identifier(access);
        quote!(, ::odata_core::access::#access)
    });
    quote! {
        #documentation
        pub const #name: ::odata_core::TypedProperty<#owner, #value #access> = #owner::#name;
    }
}

/// Returns a pair for each property of a struct: the name of the constant that represents the property, such as `ID`,
/// and the property.
fn of_type<'p>(plan: &Plan<'_>, structured: &'p StructuredType) -> Vec<(String, &'p Property)> {
    let mut names = HashSet::new();
    let fields = Fields::of(plan, structured).properties;
    fields.into_iter().map(|(field, property)| (constant_name(&field, &mut names), property)).collect()
}

/// Returns the name of the constant that `ODataEntity` or `ODataComplex` generates for a field: `PERCENT_PROGRESS` for `percent_progress`.
fn constant_name(field: &Ident, names: &mut HashSet<String>) -> String {
    let field = field.unraw().to_string();
    let mut name = screaming_snake_case(&field);
    if syn::parse_str::<Ident>(&name).is_err() || names.contains(&name) {
        name = field.to_uppercase();
    }
    while !names.insert(name.clone()) {
        name.push('_');
    }
    name
}

fn screaming_snake_case(field: &str) -> String {
    let mut name = String::new();
    for part in field.split('_').filter(|part| !part.is_empty()) {
        for (position, character) in part.chars().enumerate() {
            if !name.is_empty() && (position == 0 || character.is_uppercase()) {
                name.push('_');
            }
            name.extend(character.to_uppercase());
        }
    }
    name
}

/// Returns the name of the type in `odata_core::access` that describes how clients can access a property, such as `Computed`. For example,
/// the constant of a computed property can be a `TypedProperty<Message, String, Computed>`. Returns `None` if clients can write the
/// property, because `Writable` is the default.
fn access(plan: &Plan<'_>, owner: &StructuredType, property: &Property) -> Option<&'static str> {
    let Roles { key, computed, is_immutable } = Roles::of(plan, owner, property);
    match (key.is_some(), computed.is_some()) {
        _ if property.is_navigation => Some("Navigation"),
        (true, true) => Some("ComputedKey"),
        (false, true) => Some("Computed"),
        (true, false) => Some("Key"),
        (false, false) => is_immutable.then_some("Immutable"),
    }
}
