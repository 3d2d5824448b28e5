//! Reading an entity or complex value in one pass over its members.

mod cursor;
mod key;
mod reading;
mod replay;
mod seen;
mod steps;
mod tag;
mod value;

use serde::de::{Deserialize, Deserializer};

use crate::incoming::{Incoming, ReadError};

pub(crate) use reading::Reading;
pub(crate) use tag::Tag;
pub(crate) use value::{read_polymorphic, read_structured};
pub use value::{read_struct, read_variant};

/// Reads a value as a module of the user's does it, a `W` from `#[odata(with = "module")]`.
///
/// # Errors
///
/// Those of the format and of the module.
pub fn read_property_with<'de, W: DeserializeWith<'de, T>, T>(
    place: &mut Option<T>,
    value: Incoming<'_, 'de>,
) -> Result<(), ReadError> {
    *place = Some(W::deserialize(value)?);
    Ok(())
}

/// The function `deserialize` of a module in `#[odata(with = "module")]`.
pub trait DeserializeWith<'de, T> {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// Those of the module.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// Passes over the value at a slot that the type doesn't have; the table of properties never leads here.
///
/// # Errors
///
/// Those of the format.
pub fn skip_property(value: Incoming<'_, '_>) -> Result<(), ReadError> {
    serde::de::IgnoredAny::deserialize(value).map(drop)
}
