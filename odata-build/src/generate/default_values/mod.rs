//! Generation of `Default` implementations with the default values of properties (the facet `DefaultValue`).

mod enumeration;
mod primitive;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Warning;
use super::fields::{Fields, has_field};
use super::plan::Plan;
use crate::document::{Property, StructuredType};

/// The reason why a default value is ignored, as text for a warning: `can't be the value of a collection`.
type Reason = &'static str;

const INVALID: Reason = "isn't a value of the property's type";

/// Returns the implementation of `Default` for a struct. Returns `None` if the option `default_values` isn't set, or if no property has a
/// valid default value.
pub(super) fn item(
    plan: &Plan<'_>,
    structured: &StructuredType,
    name: &Ident,
    fields: &Fields<'_>,
) -> Option<TokenStream> {
    if !is_used(plan, structured) {
        return None;
    }
    let values: Vec<_> =
        fields.properties.iter().map(|(_, property)| of_property(plan, structured, property)).collect();
    if !values.iter().any(|value| matches!(value, Some(Ok(_)))) {
        return None;
    }
    let first = fields.base.as_ref().map(|(field, _)| quote!(#field: Default::default(),));
    let last = fields.extra.as_ref().map(|field| quote!(#field: Default::default(),));
    let properties = fields.properties.iter().zip(values).map(|((field, _), value)| {
        let value = value.and_then(Result::ok).unwrap_or_else(|| quote!(None));
        quote!(#field: #value,)
    });
    Some(quote! {
        /// The default values in the CSDL document. Properties without a default value are `None`.
        impl Default for #name {
            fn default() -> Self {
                Self { #first #(#properties)* #last }
            }
        }
    })
}

/// Returns a warning for each default value that can't be used. Returns no warnings if the option `default_values` isn't set.
pub(super) fn warnings(plan: &Plan<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for structured in plan.selection.structured_types.values().filter(|one| is_used(plan, one)) {
        for property in structured.properties.iter().filter(|property| has_field(plan, property)) {
            if let Some(Err(reason)) = of_property(plan, structured, property) {
                let element = format!("{}/{}", structured.qualified_name, property.name);
                let value = plan.facets(property).1.default_value.unwrap_or_default();
                warnings.push(Warning::InvalidDefaultValue { element, value, reason });
            }
        }
    }
    warnings
}

fn is_used(plan: &Plan<'_>, structured: &StructuredType) -> bool {
    let name = structured.qualified_name.as_str();
    plan.options.has_default_values && plan.options.derives.includes(name, "Default")
}

/// Returns the default value of a property as a Rust expression with an `Option` type, such as `Some(4)`. If the property has no default
/// value, the function returns `None`.
fn of_property(
    plan: &Plan<'_>,
    structured: &StructuredType,
    property: &Property,
) -> Option<Result<TokenStream, Reason>> {
    let (primitive, facets) = plan.facets(property);
    let text = facets.default_value.as_deref()?;
    let name = property.value_type.name.as_str();
    if property.value_type.is_collection {
        return Some(Err("can't be the value of a collection"));
    }
    if plan.options.is_replaced(name) || plan.options.is_replaced(primitive) {
        return Some(Err("can't be used, because the options replace the type of the property"));
    }
    Some(match plan.selection.enumeration_types.get(name) {
        Some(enumeration) => enumeration::expression(plan, &structured.qualified_name, enumeration, text),
        None => primitive::expression(primitive, text),
    })
}
