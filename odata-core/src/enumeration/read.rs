//! Reading a member: by name, or by number as a number or a string.

use core::fmt;

use serde::de::{Deserializer, Error, Visitor};

use super::{ODataEnum, UnknownMember};
use crate::metadata::EnumerationType;

/// Reads a member.
///
/// # Errors
///
/// Those of the deserializer, and a member that the type neither has nor keeps.
pub fn read_enumeration<'de, E: ODataEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    let mut unknown = None;
    let keep = &mut |text: &str| {
        unknown = E::from_unknown(text);
        unknown.is_some()
    };
    let position = deserializer.deserialize_any(MemberVisitor { metadata: E::METADATA, keep })?;
    position.and_then(E::at_position).or(unknown).ok_or_else(|| D::Error::custom("no member"))
}

/// Finds the position of a member; `None` for one that was kept as unknown.
///
/// It is compiled once per data format, not once per type.
struct MemberVisitor<'m> {
    metadata: &'static EnumerationType,
    /// Keeps the text of an unknown member, if the type does.
    keep: &'m mut dyn FnMut(&str) -> bool,
}

impl Visitor<'_> for MemberVisitor<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a member of `{}`", self.metadata.qualified_name())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<usize>, E> {
        match self.metadata.position_of_text(text) {
            None if !(self.keep)(text) => Err(E::custom(UnknownMember::new(text, self.metadata))),
            position => Ok(position),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Option<usize>, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<usize>, E> {
        self.visit_str(&number.to_string())
    }
}
