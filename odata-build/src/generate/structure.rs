//! Generation of structs for entity and complex types.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::attributes::{derive, type_attributes};
use super::derives::attribute;
use super::fields::Fields;
use super::naming::{RenameRule, type_identifier};
use super::plan::Plan;
use super::property_attributes::Roles;
use super::{alternate_keys, default_values, documentation, value_type};
use crate::document::{Property, StructuredType, namespace_of};

/// Returns the struct of a type, followed by the `impl` blocks for the options `default_values` and `alternate_keys`.
pub(super) fn items(plan: &Plan<'_>, structured: &StructuredType) -> Vec<TokenStream> {
    let name = type_identifier(plan.name(&structured.qualified_name));
    let fields = Fields::of(plan, structured);
    let default = default_values::item(plan, structured, &name, &fields);
    let item = item(plan, structured, &name, &fields, default.is_some());
    [Some(item), default, alternate_keys::item(plan, structured, &name)].into_iter().flatten().collect()
}

fn item(
    plan: &Plan<'_>,
    structured: &StructuredType,
    name: &Ident,
    fields: &Fields<'_>,
    has_default: bool,
) -> TokenStream {
    let rule = RenameRule::of(&fields.properties.iter().map(|(field, property)| (field, &*property.name)));
    let first = fields.base.as_ref().map(|(field, base)| {
        let path = plan.path(namespace_of(&structured.qualified_name), base);
        let bases: Vec<_> = plan.selection.bases(structured).collect();
        let key = plan.options.keys.of_base(structured, &bases);
        quote!(#[odata(base #key)] pub #field: #path,)
    });
    let last = fields.extra.as_ref().map(|field| quote!(#[odata(extra)] pub #field: Extra,));
    let fields =
        fields.properties.iter().map(|(name, property)| field(plan, structured, name, property, rule));
    let documentation = documentation::of_structured_type(plan, structured);
    let derives = derives(plan, structured, has_default);
    let non_exhaustive = plan.options.is_non_exhaustive.then(|| quote!(#[non_exhaustive]));
    let alias = plan.alias(namespace_of(&structured.qualified_name));
    let is_abstract = structured.is_abstract.then(|| quote!(abstract));
    let any_version = plan.merged_types.contains(&structured.qualified_name).then(|| quote!(any_version));
    let more = [key_paths(structured), is_abstract, any_version]
        .into_iter()
        .flatten()
        .reduce(|first, second| quote!(#first, #second));
    let attributes = type_attributes(&structured.qualified_name, alias, name, rule, more);
    quote! {
        #documentation
        #derives
        #attributes
        #non_exhaustive
        pub struct #name { #first #(#fields)* #last }
    }
}

/// Returns the `#[derive(…)]` attribute of a struct. The attribute doesn't contain `Default` if the option `default_values` generates an
/// `impl Default`.
fn derives(plan: &Plan<'_>, structured: &StructuredType, has_default: bool) -> TokenStream {
    let default = ["Debug", "Clone", "Default", "PartialEq"];
    let derives = &plan.options.derives;
    let mut derives = derives.list(&structured.qualified_name, &default, &derive(structured));
    derives.retain(|derive| !has_default || derive != "Default");
    attribute(&derives)
}

fn field(
    plan: &Plan<'_>,
    structured: &StructuredType,
    name: &Ident,
    property: &Property,
    rule: RenameRule,
) -> TokenStream {
    let documentation = documentation::of_property(plan, property);
    let odata_name = (rule.apply(name) != property.name).then_some(&property.name);
    let attributes = attributes(plan, structured, property, odata_name);
    let value = value_type::of_property(plan, &structured.qualified_name, property);
    quote!(#documentation #attributes pub #name: #value,)
}

/// Returns the argument `key = "…"` of a struct, such as `key = "Info/ID as EntityInfoID"`. The argument `key` lists
/// the key properties that have no field in the struct: nested properties such as `Info/ID`, and properties of a base
/// type. Returns `None` if the struct needs no argument `key`, because each key property has a field in the struct.
fn key_paths(structured: &StructuredType) -> Option<TokenStream> {
    let is_own = |name: &str| structured.properties.iter().any(|property| property.name == name);
    let paths = structured.key.iter().filter(|part| !is_own(&part.name));
    let paths = paths.map(|part| format!("{} as {}", part.name, part.alias.as_ref().unwrap_or(&part.name)));
    let paths: Vec<_> = paths.collect();
    let joined = paths.join(", ");
    (!paths.is_empty()).then(|| quote!(key = #joined))
}

fn attributes(
    plan: &Plan<'_>,
    structured: &StructuredType,
    property: &Property,
    name: Option<&String>,
) -> TokenStream {
    let Roles { key, computed, is_immutable } = Roles::of(plan, structured, property);
    let attributes = [
        name.map(|name| quote!(name = #name)),
        key,
        computed,
        is_immutable.then(|| quote!(immutable)),
        property.is_navigation.then(|| quote!(navigation)),
        (property.is_navigation && property.contains_target).then(|| quote!(contained)),
    ];
    let attributes: Vec<_> = attributes.into_iter().flatten().collect();
    if attributes.is_empty() { TokenStream::new() } else { quote!(#[odata(#(#attributes),*)]) }
}
