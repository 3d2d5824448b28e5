//! Generation of polymorphic enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::derive;
use super::hierarchy::Variant;
use super::naming::type_identifier;
use super::plan::Plan;
use super::variant_names::VariantNames;
use crate::document::{StructuredType, namespace_of};

/// Returns the polymorphic enum of a type. Each variant contains a struct or another polymorphic enum in a `Box`, because the sizes of the
/// types differ widely.
pub(super) fn item(plan: &Plan<'_>, declared: &StructuredType) -> TokenStream {
    let qualified_name = declared.qualified_name.as_str();
    let from = namespace_of(qualified_name);
    let name = type_identifier(plan.polymorphic_name(qualified_name));
    let mut names = VariantNames::new(plan, qualified_name);
    let base = names.next(qualified_name);
    let declared_path = plan.path(from, qualified_name);
    let variants = plan.hierarchy.variants(qualified_name);
    let variants = variants.iter().filter(|variant| has_instances(plan, variant)).map(|variant| {
        let path = if variant.is_flattened {
            plan.path(from, variant.name)
        } else {
            plan.value_path(from, variant.name)
        };
        let variant = names.next(variant.name);
        quote!(#variant(Box<#path>),)
    });
    let variants: Vec<_> = variants.collect();
    let documentation = format!(" An instance of `{qualified_name}` or of a type that derives from it.");
    let default = ["Debug", "Clone", "PartialEq"];
    // A variant contains a `Box`, which isn't `Copy`.
    let derives =
        plan.options.derives.attribute_of_enum(qualified_name, &default, &derive(declared), &["Copy"]);
    let non_exhaustive = plan.options.is_non_exhaustive.then(|| quote!(#[non_exhaustive]));
    let no_accessors = (!plan.options.has_accessors).then(|| quote!(#[odata(no_accessors)]));
    quote! {
        #[doc = #documentation]
        #derives
        #no_accessors
        #non_exhaustive
        pub enum #name {
            #[odata(base)]
            #base(Box<#declared_path>),
            #(#variants)*
        }
    }
}

/// Checks whether a variant of a polymorphic enum can occur in a response. A variant with the struct of an abstract
/// type can't occur, because an abstract type has no instances.
fn has_instances(plan: &Plan<'_>, variant: &Variant<'_>) -> bool {
    let is_enum = !variant.is_flattened && plan.is_polymorphic(variant.name);
    is_enum || !plan.selection.structured_types[variant.name].is_abstract
}
