//! Functions that read a JSON object. The functions aren't generic and are therefore compiled only once for all types
//! and formats.

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
    object.enter_declared(declared, target)?;
    object.read_to_end(declared, target)
}
