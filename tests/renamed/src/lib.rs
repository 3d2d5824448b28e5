//! Tests that the derives work in unusual contexts.
//!
//! This crate depends on odata-core with the name `runtime`, has no prelude, doesn't depend on serde, and denies warnings.

#![no_implicit_prelude]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    rust_2018_idioms,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]

pub mod function_body;
pub mod macro_made;
pub mod no_prelude;
pub mod raw_identifiers;
pub mod shadowed;

/// A re-export of odata-core.
pub mod reexported {
    pub use ::runtime as odata;
}

#[cfg(test)]
mod tests;
