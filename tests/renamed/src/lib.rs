//! Where a derive may be written: every place that is legal Rust.
//!
//! The crate knows odata-core as `runtime`, has no prelude and no serde, and lets no warning pass.

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

/// odata-core, as a library may re-export it.
pub mod reexported {
    pub use ::runtime as odata;
}

#[cfg(test)]
mod tests;
