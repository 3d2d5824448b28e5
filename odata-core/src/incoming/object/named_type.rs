//! The value of `@odata.type`.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use crate::metadata::StructuredType;
use crate::metadata::{TypeIndex, TypeSet, type_set};

/// The result of reading `@odata.type`.
pub struct NamedType {
    /// The position of the named type in the set of types.
    pub(crate) position: Option<usize>,
    /// The string, if serializing the value wouldn't restore it: the type is unknown, or would be written without
    /// `@odata.type`.
    pub(crate) preserved: Option<String>,
    /// The named type, if it is a base type of the only expected type.
    pub(crate) base: Option<&'static StructuredType>,
}

/// A seed that finds the type by the value of `@odata.type`.
pub(crate) struct NamedTypeSeed {
    pub(crate) types: TypeSet,
    pub(crate) index: Option<&'static TypeIndex>,
    /// Whether the string can be stored. Otherwise it isn't copied.
    pub(crate) preserves_undeclared: bool,
}

impl<'de> DeserializeSeed<'de> for NamedTypeSeed {
    type Value = NamedType;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<NamedType, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for NamedTypeSeed {
    type Value = NamedType;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string with the name of a type")
    }

    fn visit_str<E: Error>(self, uri: &str) -> Result<NamedType, E> {
        let found = self.types.find(uri, self.index);
        let is_written = found.is_some_and(|(_, metadata): (_, &StructuredType)| {
            metadata.writes_type_annotation() && !metadata.is_other_version(type_set::qualified_name(uri))
        });
        let base = match self.types {
            TypeSet::One(metadata) if found.is_none() => base_named(metadata, uri),
            _ => None,
        };
        let preserved = (self.preserves_undeclared && !is_written).then(|| uri.to_owned());
        Ok(NamedType { position: found.map(|(position, _)| position), preserved, base })
    }
}

/// Returns the base type with this name.
fn base_named(metadata: &'static StructuredType, uri: &str) -> Option<&'static StructuredType> {
    let name = type_set::qualified_name(uri);
    metadata.inheritance_chain().skip(1).find(|base| base.is_named_in_any_case(name))
}
