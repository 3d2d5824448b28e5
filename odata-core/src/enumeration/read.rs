//! Reading a member: by name, or by number as a number or a string.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

use super::ODataEnum;

/// Reads a member.
///
/// # Errors
///
/// Those of the deserializer, and a member that the type neither has nor keeps.
pub fn read_enumeration<'de, E: ODataEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_any(MemberVisitor(PhantomData))
}

struct MemberVisitor<E>(PhantomData<E>);

impl<M: ODataEnum> Visitor<'_> for MemberVisitor<M> {
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a member of `{}`", M::METADATA.qualified_name())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<M, E> {
        M::from_text(text).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<M, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<M, E> {
        self.visit_str(&number.to_string())
    }
}
