//! Deserialization of structs and polymorphic enums in one pass over the members of a JSON object.

mod steps;
mod value;

use serde::de::{Deserialize, Deserializer};

use crate::incoming::Incoming;
use crate::read_error::ReadError;

pub(crate) use value::{read_polymorphic, read_structured};
pub use value::{read_struct, read_variant};

/// Reads the value of a property with `#[odata(with = "module")]` by calling `module::deserialize`.
///
/// # Errors
///
/// Returns an error if the input is malformed or the user's function `module::deserialize` returns an error.
pub fn read_property_with<'de, W: DeserializeWith<'de, T>, T>(
    field: &mut Option<T>,
    value: Incoming<'_, 'de>,
) -> Result<(), ReadError> {
    *field = Some(W::deserialize(value)?);
    Ok(())
}

/// Deserializes the value of a field with `#[odata(with = "module")]`. The derive macros generate an implementation of
/// `DeserializeWith` for each field with a `with` module.
pub trait DeserializeWith<'de, T> {
    /// Deserializes the value of a field with `#[odata(with = "module")]` by calling `module::deserialize`.
    ///
    /// # Errors
    ///
    /// Returns an error if the user's function `module::deserialize` returns an error.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// Skips a value that doesn't belong to a property of the struct. Generated code calls `skip_property` in the `_` arm
/// that Rust requires in a `match` on an integer: `match position { 0 => …, 1 => …, _ => skip_property(value) }`. The
/// `_` arm is never executed, because every position of a property has its own arm.
///
/// # Errors
///
/// Returns an error if the input is malformed.
pub fn skip_property(value: Incoming<'_, '_>) -> Result<(), ReadError> {
    serde::de::IgnoredAny::deserialize(value).map(drop)
}
