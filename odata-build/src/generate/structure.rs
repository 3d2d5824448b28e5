//! Entity and complex types.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::attributes::{derive, type_attributes};
use super::documentation;
use super::naming::{RenameRule, Scope, identifier, snake_case, type_identifier};
use super::plan::Plan;
use super::value_type;
use crate::document::{Property, StructuredType, last_segment, namespace_of};

pub(super) fn item(plan: &Plan<'_>, structured: &StructuredType) -> TokenStream {
    let name = type_identifier(plan.name(&structured.qualified_name));
    let mut scope = Scope::default();
    let fields = named_fields(plan, structured, &mut scope);
    let rule = RenameRule::of(&fields.iter().map(|(field, property)| (field, &*property.name)));
    let first = match &structured.base {
        Some(base) => {
            let name = plan.options.renames.types.get(base).map_or(last_segment(base), String::as_str);
            let field = identifier(&scope.take(snake_case(name), "_base"));
            let path = plan.path(namespace_of(&structured.qualified_name), base);
            let key = plan.options.keys.of_base(structured, &bases(plan, structured));
            quote!(#[odata(base #key)] pub #field: #path,)
        }
        None => TokenStream::new(),
    };
    let last = structured.base.is_none().then(|| {
        let field = identifier(&scope.take("extra".to_owned(), "_members"));
        quote!(#[odata(extra)] pub #field: Extra,)
    });
    let fields = fields.iter().map(|(name, property)| field(plan, structured, name, property, rule));
    let documentation = documentation::of_type(&structured.remarks, &structured.qualified_name, "");
    let default = ["Debug", "Clone", "Default", "PartialEq"];
    let derives = plan.options.derives.attribute(&structured.qualified_name, &default, &derive(structured));
    let non_exhaustive = plan.options.is_non_exhaustive.then(|| quote!(#[non_exhaustive]));
    let alias = plan.alias(namespace_of(&structured.qualified_name));
    let is_abstract = structured.is_abstract.then(|| quote!(abstract));
    let more = [key_paths(structured), is_abstract]
        .into_iter()
        .flatten()
        .reduce(|first, second| quote!(#first, #second));
    let attributes = type_attributes(&structured.qualified_name, alias, &name, rule, more);
    quote! {
        #documentation
        #derives
        #attributes
        #non_exhaustive
        pub struct #name { #first #(#fields)* #last }
    }
}

/// Returns the fields of a struct that are properties.
pub(super) fn property_fields<'d>(
    plan: &Plan<'_>,
    structured: &'d StructuredType,
) -> Vec<(Ident, &'d Property)> {
    named_fields(plan, structured, &mut Scope::default())
}

fn named_fields<'d>(
    plan: &Plan<'_>,
    structured: &'d StructuredType,
    scope: &mut Scope,
) -> Vec<(Ident, &'d Property)> {
    let properties = structured.properties.iter().filter(|property| is_held(plan, property));
    properties.map(|property| (identifier(&scope.take(snake_case(&property.name), "_")), property)).collect()
}

fn field(
    plan: &Plan<'_>,
    structured: &StructuredType,
    name: &Ident,
    property: &Property,
    rule: RenameRule,
) -> TokenStream {
    let documentation = documentation::of_part(&property.remarks);
    let odata_name = (rule.apply(name) != property.name).then_some(&property.name);
    let attributes = attributes(plan, structured, property, odata_name);
    let value = value_type::of_property(plan, &structured.qualified_name, property);
    quote!(#documentation #attributes pub #name: #value,)
}

/// The attribute of the parts of the key that are no properties of the type itself: those inside of complex properties,
/// `key = "Info/ID as EntityInfoID"`, and those of a base type without a key.
fn key_paths(structured: &StructuredType) -> Option<TokenStream> {
    let is_own = |name: &str| structured.properties.iter().any(|property| property.name == name);
    let paths = structured.key.iter().filter(|part| !is_own(&part.name));
    let paths = paths.map(|part| format!("{} as {}", part.name, part.alias.as_ref().unwrap_or(&part.name)));
    let paths: Vec<_> = paths.collect();
    let text = paths.join(", ");
    (!paths.is_empty()).then(|| quote!(key = #text))
}

/// The base types of a type, the nearest first.
pub(super) fn bases<'d>(plan: &Plan<'d>, structured: &'d StructuredType) -> Vec<&'d StructuredType> {
    let base_of = |structured: &&'d StructuredType| {
        plan.selection.structured_types.get(structured.base.as_deref()?).copied()
    };
    core::iter::successors(Some(structured), base_of).skip(1).collect()
}

/// Whether there is a type for the property: a navigation property may lead to an entity type that nobody asked for.
fn is_held(plan: &Plan<'_>, property: &Property) -> bool {
    let name = property.value_type.name.as_str();
    !property.is_navigation
        || plan.selection.structured_types.contains_key(name) && !plan.options.is_replaced(name)
}

/// Who sets the value of a property.
pub(super) struct Roles {
    pub(super) key: Option<TokenStream>,
    pub(super) computed: Option<TokenStream>,
    pub(super) is_immutable: bool,
}

impl Roles {
    pub(super) fn of(plan: &Plan<'_>, structured: &StructuredType, property: &Property) -> Self {
        let owner = &structured.qualified_name;
        let [key, computed] = if structured.key.iter().any(|reference| reference.name == property.name) {
            plan.options.keys.of_property(owner, property)
        } else {
            [None, plan.options.computed.is_computed(owner, property).then(|| quote!(computed))]
        };
        let is_immutable = property.remarks.is_immutable && computed.is_none();
        Self { key, computed, is_immutable }
    }
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
