//! The steps through an object: they are the same for all types, and for all formats.

use serde::de::Error;

use super::reading::Reading;
use crate::control;
use crate::extra::Extra;
use crate::incoming::{Incoming, Object, ReadError, Receiver};
use crate::metadata::{StructuredType, TypeIndex, TypeSet};

/// Begins with an object, which a value of this type has to be.
pub(super) fn start<'v, 'de>(
    value: Incoming<'v, 'de>,
    metadata: &'static StructuredType,
) -> Result<&'v mut dyn Object<'de>, ReadError> {
    match value {
        Incoming::Object(object) => {
            object.reading().start(metadata);
            Ok(object)
        }
        other => Err(other.refused(format_args!("an object, `{}`", metadata.qualified_name()))),
    }
}

/// Reads up to the `@odata.type`: the position of the type that it names among those that it may name.
pub(super) fn read_to_tag<'de>(
    object: &mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    types: (TypeSet, Option<&'static TypeIndex>),
) -> Result<Option<usize>, ReadError> {
    let Some(tag) = object.read_members(target, types)? else { return Ok(None) };
    let position = tag.position;
    object.reading().keep(tag);
    Ok(position)
}

/// Reads the rest of an object whose `@odata.type` named no other type, or did not come at all: what is not declared.
pub(super) fn read_as_declared<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    declared: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    object.reading().refuse_denied::<ReadError>(declared)?;
    read_to_end(object, target, declared)
}

/// Reads the rest of an object that turned out to be of this type, which may derive from the one before: what is not
/// declared.
pub(super) fn read_derived<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    derived: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    object.reading().go_on_in(derived, target)?;
    read_to_end(object, target, derived)
}

/// Reads the rest of an object of a type that is known by now.
fn read_to_end<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    metadata: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    while let Some(tag) = object.read_members(target, (TypeSet::One(metadata), None))? {
        if let Some(base) = tag.base {
            return Err(base_instead(metadata, base));
        }
        object.reading().keep(tag);
    }
    Ok(&mut object.reading().undeclared)
}

impl Reading {
    /// Goes on in a type that derives from this one, with what was not declared before.
    fn go_on_in(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'_>,
    ) -> Result<(), ReadError> {
        self.cursor.go_on_in(derived);
        if self.undeclared.is_empty() { Ok(()) } else { self.replay(target, derived) }
    }
}

/// An instance of a base type is not one of the derived type.
#[cold]
fn base_instead(metadata: &'static StructuredType, base: &'static StructuredType) -> ReadError {
    ReadError::custom(format_args!(
        "`{}` is `{}`, a base type of the expected `{}`",
        control::TYPE,
        base.qualified_name(),
        metadata.qualified_name(),
    ))
}
