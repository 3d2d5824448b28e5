//! [`ObjectState`]: the loop that reads the members of an object.

use std::borrow::Cow;

use serde::de::{Error, IgnoredAny, MapAccess};

use super::cursor::Cursor;
use super::member::{Member, MemberSeed};
use super::named_type::{NamedType, NamedTypeSeed};
use super::seen::Seen;
use crate::control;
use crate::error;
use crate::extra::Extra;
use crate::incoming::{Receiver, ReceiverSeed};
use crate::metadata::{StructuredType, TypeIndex, TypeSet};
use crate::read_error::ReadError;
use crate::untyped::{NameIndex, Untyped};

/// The progress of reading one JSON object, for example which properties have been read. If `@odata.type` names a
/// derived type, reading continues with the same `ObjectState`.
#[derive(Default)]
pub struct ObjectState {
    pub(crate) cursor: Cursor,
    seen: Seen,
    has_type: bool,
    names: NameIndex,
    /// The undeclared members that were read so far. If `@odata.type` names a derived type, the members that the
    /// derived type declares are moved from `undeclared` to the properties.
    pub(crate) undeclared: Extra,
}

impl ObjectState {
    /// Starts reading the members of an object as members of the type `metadata`.
    pub(crate) fn start(&mut self, metadata: &'static StructuredType) {
        self.cursor = Cursor::new(metadata);
    }

    /// Reads the remaining members of the object up to and including `@odata.type`, and passes the values of declared
    /// properties to `target`. Returns the result of reading `@odata.type`, or `None` if the remaining members contain
    /// no `@odata.type`.
    ///
    /// `types` contains the types that `@odata.type` may name. For a polymorphic enum ([`TypeSet::All`]), undeclared
    /// members are stored until `@odata.type` has been read, because a derived type may declare them.
    pub(crate) fn read_members<'de, A: MapAccess<'de>>(
        &mut self,
        target: &mut dyn Receiver<'de>,
        (types, index): (TypeSet, Option<&'static TypeIndex>),
        map: &mut A,
    ) -> Result<Option<NamedType>, A::Error> {
        let metadata = self.cursor.metadata();
        let is_open_ended = matches!(types, TypeSet::All(_));
        let preserves_undeclared =
            is_open_ended || metadata.denies_unknown() || metadata.preserves_undeclared();
        let mut name = Cow::Borrowed("");
        loop {
            let undeclared = preserves_undeclared.then_some(&mut name);
            match map.next_key_seed(MemberSeed { cursor: &mut self.cursor, undeclared })? {
                Some(Member::Property { slot, uses_deserialize_any }) => {
                    self.record(metadata, slot)?;
                    map.next_value_seed(ReceiverSeed { uses_deserialize_any, receiver: &mut *target, slot })
                        .map_err(|error| in_slot(error, metadata, slot))?;
                }
                None => return Ok(None),
                Some(Member::Type) => {
                    return self
                        .read_named_type(NamedTypeSeed { types, index, preserves_undeclared }, map)
                        .map(Some);
                }
                Some(Member::Undeclared) if preserves_undeclared => {
                    if !is_open_ended {
                        reject_undeclared(metadata, &name)?;
                    }
                    self.read_undeclared(&name, map)?;
                }
                Some(Member::Undeclared) => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
    }

    /// Records that the property at `slot` was read. Returns an error if the property had already been read.
    #[inline]
    pub(crate) fn record<E: Error>(
        &mut self,
        metadata: &'static StructuredType,
        slot: usize,
    ) -> Result<(), E> {
        if self.seen.insert(slot) { Ok(()) } else { Err(duplicate(metadata, slot)) }
    }

    #[inline(never)]
    fn read_named_type<'de, A: MapAccess<'de>>(
        &mut self,
        seed: NamedTypeSeed,
        map: &mut A,
    ) -> Result<NamedType, A::Error> {
        self.record_type::<A::Error>()?;
        map.next_value_seed(seed).map_err(|error| error::in_member(error, control::TYPE))
    }

    #[inline(never)]
    fn read_undeclared<'de, A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let value: Untyped = map.next_value().map_err(|error| error::in_member(error, name))?;
        self.push_undeclared(name, value)
    }

    /// Records that `@odata.type` was read. Returns an error if the object has a second `@odata.type`.
    pub(crate) fn record_type<E: Error>(&mut self) -> Result<(), E> {
        if core::mem::replace(&mut self.has_type, true) {
            return Err(E::custom(format_args!("duplicate `{}`", control::TYPE)));
        }
        Ok(())
    }

    /// Stores an undeclared member, or returns an error if the object already has a member with the same name.
    pub(crate) fn push_undeclared<E: Error>(&mut self, name: &str, value: Untyped) -> Result<(), E> {
        self.undeclared.push_new(name, value, &mut self.names).map_err(E::custom)
    }

    /// Returns an error if the `@odata.type` of an object names a base type of the expected type. For example, an
    /// object with `#microsoft.graph.entity` can't be read as a `user`. An unknown type name isn't an error, and is
    /// stored as an undeclared member if the type has an `Extra`.
    pub(crate) fn accept_type(
        &mut self,
        named: NamedType,
        metadata: &'static StructuredType,
    ) -> Result<(), ReadError> {
        if let Some(base) = named.base {
            return Err(base_type_error(metadata, base));
        }
        self.preserve_type(named);
        Ok(())
    }

    /// Stores the value of `@odata.type` as an undeclared member, if serialization wouldn't write the same type name.
    pub(crate) fn preserve_type(&mut self, named: NamedType) {
        if let Some(uri) = named.preserved {
            self.undeclared.insert(control::TYPE, uri);
        }
    }
}

/// Returns the error for an `@odata.type` that names a base type of the expected type.
#[cold]
fn base_type_error(metadata: &'static StructuredType, base: &'static StructuredType) -> ReadError {
    ReadError::custom(format_args!(
        "`{}` is `{}`, which is a base type of the expected type `{}`",
        control::TYPE,
        base.qualified_name(),
        metadata.qualified_name(),
    ))
}

#[cold]
fn duplicate<E: Error>(metadata: &'static StructuredType, slot: usize) -> E {
    let name = metadata.property(slot).map_or("", |property| property.name());
    let owner = metadata.owner_of(slot).unwrap_or(metadata);
    E::custom(format_args!("duplicate property `{name}` of `{}`", owner.qualified_name()))
}

/// Adds the property at `slot` to the JSON path in an error message.
#[cold]
pub(crate) fn in_slot<E: Error>(error: E, metadata: &'static StructuredType, slot: usize) -> E {
    let owner = metadata.owner_of(slot).unwrap_or(metadata);
    error::in_property(error, metadata.property(slot).map_or("", |property| property.name()), owner)
}

/// Returns an error if the type has `deny_unknown` and `name` isn't the name of an annotation. A type with
/// `deny_unknown` rejects undeclared properties, but accepts annotations such as `@odata.etag`.
pub(crate) fn reject_undeclared<E: Error>(metadata: &StructuredType, name: &str) -> Result<(), E> {
    if metadata.denies_unknown() && !name.contains('@') {
        let owner = metadata.qualified_name();
        return Err(E::custom(format_args!("`{name}` is not a property of `{owner}`")));
    }
    Ok(())
}
