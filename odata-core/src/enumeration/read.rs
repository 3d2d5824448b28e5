//! Reading a member: by name, or by number as a number or a string.

use serde::de::Error;

use super::{ODataEnum, UnknownMember};
use crate::incoming::{Incoming, ReadError, Wanted};
use crate::metadata::EnumerationType;

/// Reads a member.
///
/// # Errors
///
/// Those of the format, and a member that the type neither has nor keeps.
pub fn read_enumeration<E: ODataEnum>(value: Incoming<'_, '_>) -> Result<E, ReadError> {
    let mut unknown = None;
    let position = position(value, E::METADATA, &mut |text| {
        unknown = E::from_unknown(text);
        unknown.is_some()
    })?;
    position.and_then(E::at_position).or(unknown).ok_or_else(|| ReadError::new("no member"))
}

/// The position of a member; `None` for one that was kept as unknown.
fn position(
    value: Incoming<'_, '_>,
    metadata: &'static EnumerationType,
    keep: &mut dyn FnMut(&str) -> bool,
) -> Result<Option<usize>, ReadError> {
    value.wanted(Wanted::AsIs, |value| match value {
        Incoming::Text(text) | Incoming::Borrowed(text) => position_of(text, metadata, keep),
        Incoming::Owned(text) => position_of(text, metadata, keep),
        Incoming::Signed(number) => position_of(&number.to_string(), metadata, keep),
        Incoming::Unsigned(number) => position_of(&number.to_string(), metadata, keep),
        other => {
            let expected = format!("a member of `{}`", metadata.qualified_name());
            Err(ReadError::invalid_type(other.unexpected(), &expected.as_str()))
        }
    })
}

fn position_of(
    text: &str,
    metadata: &'static EnumerationType,
    keep: &mut dyn FnMut(&str) -> bool,
) -> Result<Option<usize>, ReadError> {
    match metadata.position_of_text(text) {
        None if !keep(text) => Err(ReadError::custom(UnknownMember::new(text, metadata))),
        position => Ok(position),
    }
}
