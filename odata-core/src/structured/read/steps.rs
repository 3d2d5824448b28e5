//! The steps of reading an object. They are compiled once for all types and formats.

use serde::de::Error;

use super::reading::Reading;
use crate::control;
use crate::extra::Extra;
use crate::incoming::{Incoming, Object, ReadError, Receiver};
use crate::metadata::{StructuredType, TypeIndex, TypeSet};

/// Starts reading an object. Returns an error if the value isn't an object.
pub(super) fn start<'v, 'de>(
    value: Incoming<'v, 'de>,
    metadata: &'static StructuredType,
) -> Result<&'v mut dyn Object<'de>, ReadError> {
    match value {
        Incoming::Object(object) => {
            object.reading().start(metadata);
            Ok(object)
        }
        other => Err(other.invalid_type(format_args!("an object, `{}`", metadata.qualified_name()))),
    }
}

/// Reads up to `@odata.type`. Returns the position of the named type in the set of types.
pub(super) fn read_to_tag<'de>(
    object: &mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    types: (TypeSet, Option<&'static TypeIndex>),
) -> Result<Option<usize>, ReadError> {
    let Some(tag) = object.read_members(target, types)? else { return Ok(None) };
    let position = tag.position;
    object.reading().preserve_type(tag);
    Ok(position)
}

/// Reads the rest of an object whose `@odata.type` is absent or names no other type. Returns the undeclared members.
pub(super) fn read_as_declared<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    declared: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    object.reading().reject_undeclared_before_type::<ReadError>(declared)?;
    read_to_end(object, target, declared)
}

/// Reads the rest of an object that turned out to be an instance of this type, which may be a derived type. Returns the
/// undeclared members.
pub(super) fn read_derived<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    derived: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    object.reading().enter_derived(derived, target)?;
    read_to_end(object, target, derived)
}

/// Reads the rest of an object whose type is known. Returns the undeclared members.
fn read_to_end<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    metadata: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    while let Some(tag) = object.read_members(target, (TypeSet::One(metadata), None))? {
        if let Some(base) = tag.base {
            return Err(base_type_error(metadata, base));
        }
        object.reading().preserve_type(tag);
    }
    Ok(&mut object.reading().undeclared)
}

impl Reading {
    /// Continues in a derived type, which may declare members that were undeclared so far.
    fn enter_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'_>,
    ) -> Result<(), ReadError> {
        self.cursor.enter_derived(derived);
        if self.undeclared.is_empty() { Ok(()) } else { self.replay(target, derived) }
    }
}

/// Returns the error for an instance of a base type where a derived type is expected.
#[cold]
fn base_type_error(metadata: &'static StructuredType, base: &'static StructuredType) -> ReadError {
    ReadError::custom(format_args!(
        "`{}` is `{}`, a base type of the expected `{}`",
        control::TYPE,
        base.qualified_name(),
        metadata.qualified_name(),
    ))
}
