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
    let properties = structured.properties.iter().filter(|property| is_held(plan, property));
    let fields: Vec<_> = properties
        .map(|property| (identifier(&scope.take(snake_case(&property.name), "_")), property))
        .collect();
    let rule = RenameRule::of(&fields.iter().map(|(field, property)| (field, &*property.name)));
    let first = match &structured.base {
        Some(base) => {
            let field = identifier(&scope.take(snake_case(last_segment(base)), "_base"));
            let path = plan.path(namespace_of(&structured.qualified_name), base);
            quote!(#[odata(base)] pub #field: #path,)
        }
        None => TokenStream::new(),
    };
    let last = structured.base.is_none().then(|| {
        let field = identifier(&scope.take("extra".to_owned(), "_members"));
        quote!(#[odata(extra)] pub #field: Extra,)
    });
    let fields = fields.iter().map(|(name, property)| field(plan, structured, name, property, rule));
    let documentation = documentation::of_type(&structured.remarks, &structured.qualified_name, "");
    let derive = derive(structured);
    let is_abstract = structured.is_abstract.then(|| quote!(abstract));
    let attributes = type_attributes(&structured.qualified_name, &name, rule, is_abstract);
    let default = has_default(plan, structured).then(|| quote!(Default,));
    quote! {
        #documentation
        #[derive(Debug, Clone, #default PartialEq, #derive)]
        #attributes
        pub struct #name { #first #(#fields)* #last }
    }
}

fn field(
    plan: &Plan<'_>,
    structured: &StructuredType,
    name: &Ident,
    property: &Property,
    rule: RenameRule,
) -> TokenStream {
    let documentation = documentation::of_part(&property.remarks);
    let is_key = structured.key.iter().any(|reference| reference.name == property.name);
    let odata_name = (rule.apply(name) != property.name).then_some(&property.name);
    let attributes = attributes(property, is_key, odata_name);
    let is_required = is_key && !is_given_by_the_service(property);
    let value = value_type::of_property(plan, &structured.qualified_name, property, is_required);
    quote!(#documentation #attributes pub #name: #value,)
}

/// Whether there is a value without a choice: not where a key is a member of an enumeration type.
fn has_default(plan: &Plan<'_>, structured: &StructuredType) -> bool {
    let is_chosen = |property: &Property| {
        structured.key.iter().any(|reference| reference.name == property.name)
            && !is_given_by_the_service(property)
            && plan.selection.enumeration_types.contains_key(property.value_type.name.as_str())
    };
    let base = structured.base.as_ref().map(|base| plan.selection.structured_types[base.as_str()]);
    !structured.properties.iter().any(is_chosen) && base.is_none_or(|base| has_default(plan, base))
}

/// Whether there is a type for the property: a navigation property may lead to an entity type that nobody asked for.
fn is_held(plan: &Plan<'_>, property: &Property) -> bool {
    !property.is_navigation || plan.selection.structured_types.contains_key(property.value_type.name.as_str())
}

/// An `id` is made by the service, whether that is annotated or not: with any other key it is the client's to choose.
fn is_given_by_the_service(property: &Property) -> bool {
    property.remarks.is_computed || property.name.eq_ignore_ascii_case("id")
}

fn attributes(property: &Property, is_key: bool, name: Option<&String>) -> TokenStream {
    let computed = property.remarks.is_computed || (is_key && is_given_by_the_service(property));
    let attributes = [
        name.map(|name| quote!(name = #name)),
        is_key.then(|| quote!(key)),
        computed.then(|| quote!(computed)),
        (property.remarks.is_immutable && !computed).then(|| quote!(immutable)),
        property.is_navigation.then(|| quote!(navigation)),
    ];
    let attributes: Vec<_> = attributes.into_iter().flatten().collect();
    if attributes.is_empty() { TokenStream::new() } else { quote!(#[odata(#(#attributes),*)]) }
}
