//! Functions that read a JSON object. The functions aren't generic and are therefore compiled only once for all types
//! and formats.

use serde::de::Error;

use crate::control;
use crate::extra::Extra;
use crate::incoming::{Incoming, Object, Receiver};
use crate::metadata::{StructuredType, TypeIndex, TypeSet};
use crate::read_error::ReadError;

/// Starts reading an object of the type in `metadata`. Returns an error if the value isn't a JSON object.
pub(super) fn start<'v, 'de>(
    value: Incoming<'v, 'de>,
    metadata: &'static StructuredType,
) -> Result<&'v mut dyn Object<'de>, ReadError> {
    match value {
        Incoming::Object(object) => {
            object.state().start(metadata);
            Ok(object)
        }
        other => Err(other.invalid_type(format_args!("an object of type `{}`", metadata.qualified_name()))),
    }
}

/// Reads the members of an object up to and including `@odata.type`. If `types` contains the type that `@odata.type`
/// names, returns the position of this type in `types`. Returns `None` if `@odata.type` is absent or names a type that
/// isn't in `types`.
pub(super) fn read_to_type_annotation<'de>(
    object: &mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    types: (TypeSet, Option<&'static TypeIndex>),
) -> Result<Option<usize>, ReadError> {
    let Some(named) = object.read_members(target, types)? else { return Ok(None) };
    let position = named.position;
    object.state().preserve_type(named);
    Ok(position)
}

/// Reads the remaining members of a polymorphic value as members of its declared type, and returns the undeclared
/// members. `read_as_declared` is used if `@odata.type` is absent or names an unknown type.
pub(super) fn read_as_declared<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    declared: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    object.state().reject_undeclared_before_type::<ReadError>(declared)?;
    read_to_end(object, target, declared)
}

/// Reads the remaining members of an object as members of the type `derived`. If a member before `@odata.type` is a
/// property that `derived` declares, the member is stored as a property. The result contains the members that `derived`
/// doesn't declare.
pub(super) fn read_derived<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    derived: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    object.state().enter_derived(derived, target)?;
    read_to_end(object, target, derived)
}

/// Reads the remaining members of an object whose type has been determined, and returns the undeclared members.
fn read_to_end<'o, 'de>(
    object: &'o mut dyn Object<'de>,
    target: &mut dyn Receiver<'de>,
    metadata: &'static StructuredType,
) -> Result<&'o mut Extra, ReadError> {
    while let Some(named) = object.read_members(target, (TypeSet::One(metadata), None))? {
        if let Some(base) = named.base {
            return Err(base_type_error(metadata, base));
        }
        object.state().preserve_type(named);
    }
    Ok(&mut object.state().undeclared)
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
