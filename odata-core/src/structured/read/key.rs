//! The name of a member, and what it means to the type that is being read.

use core::fmt;
use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use crate::control;
use crate::metadata::StructuredType;

/// What a member's name stands for.
pub(super) enum Key<'de> {
    /// A declared property.
    Property(usize),
    /// `@odata.type`
    Type,
    /// A dynamic property, an annotation or other control information.
    Undeclared(Cow<'de, str>),
}

/// Looks a name up among the properties of a type.
#[derive(Clone, Copy)]
pub(super) struct KeySeed {
    pub(super) metadata: &'static StructuredType,
    /// The slot behind that of the last property: a service writes in the same order again and again.
    pub(super) expected: usize,
    /// Whether an undeclared name is needed, or would be copied in vain.
    pub(super) keeps_undeclared: bool,
}

impl KeySeed {
    /// The name's meaning, unless it is undeclared.
    fn known(self, name: &str) -> Option<Key<'static>> {
        let expected = self.metadata.property(self.expected);
        if expected.is_some_and(|property| property.name() == name) {
            return Some(Key::Property(self.expected));
        }
        if control::is_type(name) {
            return Some(Key::Type);
        }
        self.metadata.slot_of(name).map(Key::Property)
    }

    /// An undeclared name whose text nobody will look at.
    fn forgotten(self) -> Option<Key<'static>> {
        (!self.keeps_undeclared).then_some(Key::Undeclared(Cow::Borrowed("")))
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a property of `{}`", self.metadata.qualified_name())
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key<'de>, E> {
        Ok(self
            .known(name)
            .or_else(|| self.forgotten())
            .unwrap_or_else(|| Key::Undeclared(Cow::Owned(name.to_owned()))))
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Key<'de>, E> {
        Ok(self.known(name).or_else(|| self.forgotten()).unwrap_or(Key::Undeclared(Cow::Borrowed(name))))
    }

    fn visit_string<E: Error>(self, name: String) -> Result<Key<'de>, E> {
        Ok(self.known(&name).or_else(|| self.forgotten()).unwrap_or(Key::Undeclared(Cow::Owned(name))))
    }
}
