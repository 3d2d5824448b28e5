//! Derive macros for OData v4 types. Use them through `odata-core`, which re-exports them with the traits of the same names.
//!
//! Each derive macro has four steps: `attr` parses the attributes into values with spans, `model` builds a description of the item, `check`
//! applies the rules that involve several attributes or fields, and `expand` generates the code. All errors of an item are reported together.

mod attr;
mod case;
mod check;
mod errors;
mod expand;
#[cfg(test)]
mod golden;
mod model;
mod nearest;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

use crate::model::Derive;

/// Derives an OData entity type for a struct, or a polymorphic value of several entity types for an enum.
///
#[doc = include_str!("../docs/structured.md")]
#[proc_macro_derive(ODataEntity, attributes(odata))]
pub fn derive_entity(input: TokenStream) -> TokenStream {
    derive(Derive::Entity, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives an OData complex type for a struct, or a polymorphic value of several complex types for an enum.
///
#[doc = include_str!("../docs/structured.md")]
#[proc_macro_derive(ODataComplex, attributes(odata))]
pub fn derive_complex(input: TokenStream) -> TokenStream {
    derive(Derive::Complex, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives an OData enumeration type for an enum.
///
#[doc = include_str!("../docs/enumeration.md")]
#[proc_macro_derive(ODataEnum, attributes(odata))]
pub fn derive_enum(input: TokenStream) -> TokenStream {
    derive(Derive::Enum, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives an OData action for a struct with a field for each parameter, or for a unit struct.
///
#[doc = include_str!("../docs/operation.md")]
#[proc_macro_derive(ODataAction, attributes(odata))]
pub fn derive_action(input: TokenStream) -> TokenStream {
    derive(Derive::Action, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives an OData function for a struct with a field for each parameter, or for a unit struct.
///
#[doc = include_str!("../docs/operation.md")]
#[proc_macro_derive(ODataFunction, attributes(odata))]
pub fn derive_function(input: TokenStream) -> TokenStream {
    derive(Derive::Function, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives an OData entity container for a struct with a `Service`, and a field for each entity set, singleton and import.
///
#[doc = include_str!("../docs/container.md")]
#[proc_macro_derive(ODataContainer, attributes(odata))]
pub fn derive_container(input: TokenStream) -> TokenStream {
    derive(Derive::Container, &parse_macro_input!(input as DeriveInput)).into()
}

fn derive(derive: Derive, input: &DeriveInput) -> proc_macro2::TokenStream {
    let errors = errors::Errors::new();
    let item = model::Item::from_input(derive, input, &errors);
    check::check(&item, &errors);
    match errors.finish() {
        Ok(()) => expand::expand(&item),
        Err(errors) => expand::expand_with_errors(&item, &errors),
    }
}
