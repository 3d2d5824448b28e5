//! Derive macros for OData v4 types. Use the macros through `odata-core`, which re-exports each macro together with the trait of the same
//! name.
//!
//! Each derive macro has four steps, each in its own module: `attr` parses the attributes, `model` builds a description of the item,
//! `check` applies the rules that involve several attributes or fields, and `expand` generates the code. One compilation reports all errors
//! of an item.

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

/// Derives the trait `ODataEntity` for a struct that represents an entity type, or for a polymorphic enum with several entity types.
///
#[doc = include_str!("../docs/structured.md")]
#[proc_macro_derive(ODataEntity, attributes(odata))]
pub fn derive_entity(input: TokenStream) -> TokenStream {
    derive(Derive::Entity, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives the trait `ODataComplex` for a struct that represents a complex type, or for a polymorphic enum with several complex types.
///
#[doc = include_str!("../docs/structured.md")]
#[proc_macro_derive(ODataComplex, attributes(odata))]
pub fn derive_complex(input: TokenStream) -> TokenStream {
    derive(Derive::Complex, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives the trait `ODataEnum` for an enum that represents an OData enumeration type.
///
#[doc = include_str!("../docs/enumeration.md")]
#[proc_macro_derive(ODataEnum, attributes(odata))]
pub fn derive_enum(input: TokenStream) -> TokenStream {
    derive(Derive::Enum, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives the trait `ODataAction` for a struct that represents an action. The struct has a field for each parameter, or is a unit struct.
///
#[doc = include_str!("../docs/operation.md")]
#[proc_macro_derive(ODataAction, attributes(odata))]
pub fn derive_action(input: TokenStream) -> TokenStream {
    derive(Derive::Action, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives the trait `ODataFunction` for a struct that represents a function. The struct has a field for each parameter, or is a unit
/// struct.
///
#[doc = include_str!("../docs/operation.md")]
#[proc_macro_derive(ODataFunction, attributes(odata))]
pub fn derive_function(input: TokenStream) -> TokenStream {
    derive(Derive::Function, &parse_macro_input!(input as DeriveInput)).into()
}

/// Derives the trait `ODataContainer` for a struct that represents an entity container. The struct has a field of the type `Service`, and a
/// field for each entity set, singleton and import.
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
