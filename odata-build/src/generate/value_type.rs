//! Generation of the Rust types of properties.

use proc_macro2::TokenStream;
use quote::quote;

use super::members::is_generated_as_flags;
use super::plan::Plan;
use super::primitive_types::primitive;
use crate::document::{Property, TypeReference, namespace_of};

/// Returns the Rust type of a property's value, or of a collection's elements, without `Option` and `Vec`: `i32` for
/// both `Edm.Int32` and `Collection(Edm.Int32)`.
pub(super) fn single(plan: &Plan<'_>, from: &str, reference: &TypeReference) -> TokenStream {
    let name = reference.name.as_str();
    if let Some(mapped) = plan.options.type_map.get(name) {
        return mapped;
    }
    if plan.options.is_excluded(name) {
        return quote!(Untyped);
    }
    if let Some(enumeration) = plan.selection.enumeration_types.get(name) {
        let path = plan.path(from, name);
        return if is_generated_as_flags(enumeration) { quote!(Flags<#path>) } else { path };
    }
    if plan.selection.structured_types.contains_key(name) {
        return plan.value_path(from, name);
    }
    let name = plan.document.type_definition(name).map_or(name, |definition| &definition.underlying_type);
    let mapped = plan.options.type_map.get(name);
    mapped.or_else(|| primitive(name)).unwrap_or_else(|| quote!(Untyped))
}

/// Returns the Rust type of the field of a property. All fields are `Option`, because a response may omit any property, including key
/// properties.
pub(super) fn of_property(plan: &Plan<'_>, owner: &str, property: &Property) -> TokenStream {
    from_namespace(plan, namespace_of(owner), owner, property)
}

/// Returns the Rust type of a property's field, such as `Option<super::Status>`. Paths in the returned type are
/// relative to the module of `namespace`.
pub(super) fn from_namespace(
    plan: &Plan<'_>,
    namespace: &str,
    owner: &str,
    property: &Property,
) -> TokenStream {
    let reference = &property.value_type;
    let value = single(plan, namespace, reference);
    if property.is_navigation && plan.has_related {
        let value = quote!(Related<#value>);
        return if reference.is_collection { quote!(Option<Vec<#value>>) } else { quote!(Option<#value>) };
    }
    let is_struct = plan.selection.structured_types.contains_key(reference.name.as_str())
        && !plan.options.is_replaced(&reference.name)
        && !plan.is_polymorphic(&reference.name);
    let may_have_nulls = reference.is_nullable
        || (reference.is_nullability_unspecified
            && !plan.options.has_non_null_elements(owner, &property.name));
    if reference.is_collection && may_have_nulls {
        return quote!(Option<Vec<Option<#value>>>);
    }
    if reference.is_collection {
        return quote!(Option<Vec<#value>>);
    }
    if is_struct && (property.is_navigation || plan.containment.is_circular(owner, &reference.name)) {
        return quote!(Option<Box<#value>>);
    }
    quote!(Option<#value>)
}
