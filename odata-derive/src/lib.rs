//! The derives of OData v4 types. Use them through `odata-core`, which re-exports them next to the traits of
//! the same names.
//!
//! A derive goes through four rooms: `attr` turns syntax into spanned values, `model` is what the item means,
//! `check` holds the rules across fields, `expand` writes the code. All mistakes of an item are reported together.

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

/// An entity type, from a struct, or a value of one of several entity types, from an enum.
#[doc = include_str!("../docs/structured.md")]
#[proc_macro_derive(ODataEntity, attributes(odata))]
pub fn derive_entity(input: TokenStream) -> TokenStream {
    derive(Derive::Entity, &parse_macro_input!(input as DeriveInput)).into()
}

/// A complex type, from a struct, or a value of one of several complex types, from an enum.
#[doc = include_str!("../docs/structured.md")]
#[proc_macro_derive(ODataComplex, attributes(odata))]
pub fn derive_complex(input: TokenStream) -> TokenStream {
    derive(Derive::Complex, &parse_macro_input!(input as DeriveInput)).into()
}

/// An enumeration type, from an enum of members.
#[doc = include_str!("../docs/enumeration.md")]
#[proc_macro_derive(ODataEnum, attributes(odata))]
pub fn derive_enum(input: TokenStream) -> TokenStream {
    derive(Derive::Enum, &parse_macro_input!(input as DeriveInput)).into()
}

fn derive(derive: Derive, input: &DeriveInput) -> proc_macro2::TokenStream {
    let errors = errors::Errors::new();
    let item = model::Item::from_input(derive, input, &errors);
    check::check(&item, &errors);
    match errors.finish() {
        Ok(()) => expand::expand(&item),
        Err(mistakes) => expand::expand_after_mistakes(&item, &mistakes),
    }
}
