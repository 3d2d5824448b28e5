//! The value of `@odata.type`.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use crate::metadata::StructuredType;
use crate::type_name::TypeSet;

/// What `@odata.type` says.
pub(super) struct Tag {
    /// The position of the named type among those that were looked through.
    pub(super) position: Option<usize>,
    /// The text, when writing the value would not bring it back: the type is unknown, or would be written
    /// without a tag.
    pub(super) kept: Option<String>,
}

/// Looks a type up by the value of `@odata.type`.
pub(super) struct TagSeed {
    pub(super) types: TypeSet,
}

impl<'de> DeserializeSeed<'de> for TagSeed {
    type Value = Tag;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tag, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TagSeed {
    type Value = Tag;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a type, a string")
    }

    fn visit_str<E: Error>(self, uri: &str) -> Result<Tag, E> {
        let found = self.types.find(uri);
        let is_written = found.is_some_and(|(_, metadata): (_, &StructuredType)| metadata.writes_tag());
        Ok(Tag { position: found.map(|(position, _)| position), kept: (!is_written).then(|| uri.to_owned()) })
    }
}
