//! Classifies the members of a JSON object by their names: declared properties, `@odata.type` and undeclared members.

use core::fmt;
use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::cursor::Cursor;
use crate::control;

/// The kind of a JSON object's member, which depends on the type that is being read.
#[derive(Clone, Copy)]
pub(crate) enum Member {
    /// A declared property: its position (slot), and whether its value can be read [with
    /// `deserialize_any`](crate::incoming::ReceiverSeed).
    Property { slot: usize, uses_deserialize_any: bool },
    /// `@odata.type`
    Type,
    /// A dynamic property, an annotation, or control information other than `@odata.type`.
    Undeclared,
}

/// A serde seed that reads the name of a member and finds the declared property with this name.
pub(super) struct MemberSeed<'k, 'de> {
    pub(super) cursor: &'k mut Cursor,
    /// The variable that stores the name of an undeclared member, or `None` if undeclared members are skipped.
    pub(super) undeclared: Option<&'k mut Cow<'de, str>>,
}

impl<'de> MemberSeed<'_, 'de> {
    #[inline]
    fn find(self, name: &str, to_cow: impl FnOnce() -> Cow<'de, str>) -> Member {
        match self.cursor.next_if(name) {
            Some((slot, property)) => {
                Member::Property { slot, uses_deserialize_any: property.uses_deserialize_any() }
            }
            None => self.find_elsewhere(name, to_cow),
        }
    }

    #[inline(never)]
    fn find_elsewhere(self, name: &str, to_cow: impl FnOnce() -> Cow<'de, str>) -> Member {
        self.cursor.member(name, || {
            if let Some(undeclared) = self.undeclared {
                *undeclared = to_cow();
            }
        })
    }
}

impl Cursor {
    /// Returns whether the member named `name` is a declared property, `@odata.type` or an undeclared member. Calls
    /// `undeclared` if the member is undeclared.
    pub(crate) fn member(&mut self, name: &str, undeclared: impl FnOnce()) -> Member {
        if control::is_type(name) {
            return Member::Type;
        }
        if let Some((slot, property)) = self.find(name) {
            return Member::Property { slot, uses_deserialize_any: property.uses_deserialize_any() };
        }
        undeclared();
        Member::Undeclared
    }
}

impl<'de> DeserializeSeed<'de> for MemberSeed<'_, 'de> {
    type Value = Member;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for MemberSeed<'_, 'de> {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a property of `{}`", self.cursor.metadata().qualified_name())
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
        Ok(self.find(name, || Cow::Owned(name.to_owned())))
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Member, E> {
        Ok(self.find(name, || Cow::Borrowed(name)))
    }
}
