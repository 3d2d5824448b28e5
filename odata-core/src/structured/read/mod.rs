//! Reading an entity or complex value in one pass over its members.

mod steps;
mod value;

use serde::de::{Deserialize, Deserializer};

use crate::incoming::Incoming;
use crate::read_error::ReadError;

pub(crate) use value::{read_polymorphic, read_structured};
pub use value::{read_struct, read_variant};

/// Reads a value with the `deserialize` function of a module `W` from `#[odata(with = "module")]`.
///
/// # Errors
///
/// Returns an error if the input is malformed or the function of the module returns an error.
pub fn read_property_with<'de, W: DeserializeWith<'de, T>, T>(
    place: &mut Option<T>,
    value: Incoming<'_, 'de>,
) -> Result<(), ReadError> {
    *place = Some(W::deserialize(value)?);
    Ok(())
}

/// The function `deserialize` of a module in `#[odata(with = "module")]`.
pub trait DeserializeWith<'de, T> {
    /// Calls the `deserialize` function of the module.
    ///
    /// # Errors
    ///
    /// Returns an error if the function of the module returns one.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// Skips the value of a slot that the type doesn't have. This doesn't happen with slots from the table of properties.
///
/// # Errors
///
/// Returns an error if the input is malformed.
pub fn skip_property(value: Incoming<'_, '_>) -> Result<(), ReadError> {
    serde::de::IgnoredAny::deserialize(value).map(drop)
}
