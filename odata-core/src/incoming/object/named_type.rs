//! Reads the value of `@odata.type` and finds the type with this name.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use crate::metadata::StructuredType;
use crate::metadata::{TypeIndex, TypeSet, type_set};

/// The result of reading the type name in `@odata.type`.
pub struct NamedType {
    /// The position of the named type in the set of expected types, or `None` if the set doesn't contain the named
    /// type.
    pub(crate) position: Option<usize>,
    /// The `@odata.type` that the `Extra` must store, such as the name of an unknown type. The name of a known type
    /// usually isn't stored, because serialization writes the name anyway.
    pub(crate) preserved: Option<String>,
    /// The type that `@odata.type` names, if the named type is a base type of the expected type. For example, `base` is
    /// the type `entity` if a `user` has the `@odata.type` `#microsoft.graph.entity`, which is an error. For a
    /// polymorphic enum, `base` is always `None`.
    pub(crate) base: Option<&'static StructuredType>,
}

/// A serde seed that reads the value of `@odata.type` and finds the type with this name.
pub(crate) struct NamedTypeSeed {
    pub(crate) types: TypeSet,
    pub(crate) index: Option<&'static TypeIndex>,
    /// Whether undeclared members, and an `@odata.type` with an unknown type name, are stored in an `Extra`.
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

/// Returns the base type of `metadata` with the name in `uri`, such as `#microsoft.graph.entity`. Returns `None` if
/// `metadata` has no base type with the name in `uri`.
fn base_named(metadata: &'static StructuredType, uri: &str) -> Option<&'static StructuredType> {
    let name = type_set::qualified_name(uri);
    metadata.inheritance_chain().skip(1).find(|base| base.is_named_in_any_case(name))
}
