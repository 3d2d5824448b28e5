//! Enums of a type and those that derive from it.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::derive;
use super::naming::{Scope, type_identifier};
use super::plan::Plan;
use crate::document::{StructuredType, namespace_of};

/// Each type that derives directly is a variant, with those that derive from it in turn. What a value is stands in a box: types of
/// one line differ much in size.
pub(super) fn item(plan: &Plan<'_>, declared: &StructuredType) -> TokenStream {
    let qualified_name = declared.qualified_name.as_str();
    let from = namespace_of(qualified_name);
    let name = type_identifier(plan.polymorphic_name(qualified_name));
    let mut scope = Scope::default();
    let mut accessors = HashSet::new();
    let mut variant = |name: &str| {
        let mut variant = scope.take(name.to_owned(), "");
        while plan.options.has_accessors && !accessors.insert(accessor(&variant)) {
            variant = scope.take(format!("{name}Type"), "");
        }
        type_identifier(&variant)
    };
    let base = variant(plan.name(qualified_name));
    let declared_path = plan.path(from, qualified_name);
    let variants =
        plan.derived[qualified_name].iter().filter(|derived| has_instances(plan, derived)).map(|derived| {
            // `Foo` has a method `as_foo_mut`, so `FooMut` is no variant beside it.
            let name = plan.name(derived);
            let suffix = if plan.options.has_accessors && name.ends_with("Mut") { "Type" } else { "" };
            let variant = variant(&format!("{name}{suffix}"));
            let path = plan.value_path(from, derived);
            quote!(#variant(Box<#path>),)
        });
    let variants: Vec<_> = variants.collect();
    let documentation = format!(" An instance of `{qualified_name}` or of a type that derives from it.");
    let default = ["Debug", "Clone", "PartialEq"];
    let derives = plan.options.derives.attribute(qualified_name, &default, &derive(declared));
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

/// Returns what the names of two variants must not have in common: their accessors are in `snake_case`, so `AB` and `Ab` may have the
/// same ones.
fn accessor(variant: &str) -> String {
    variant.replace('_', "").to_lowercase()
}

/// An abstract type without a derived type has none.
fn has_instances(plan: &Plan<'_>, qualified_name: &str) -> bool {
    plan.is_polymorphic(qualified_name) || !plan.selection.structured_types[qualified_name].is_abstract
}
