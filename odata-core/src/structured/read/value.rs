//! Deserialization of structs and polymorphic enums. The functions of this module are generic, and rustc compiles a
//! copy of each function for every entity type and complex type.
//!
//! To reduce build times, rustc should compile all functions that read a type in a single codegen unit (a group of
//! modules that rustc compiles together). In non-incremental builds, every codegen unit that drops a value of a type
//! contains its own copy of the type's drop code. With a single codegen unit, the build time of a program with 200
//! types of `microsoft.graph.security` is shorter by a sixth.
//!
//! Generic functions that read a type but are in other modules are marked `#[inline]`, so that rustc compiles them in
//! the codegen unit of their caller in this module. rustc also adds drop code to a function that owns a value when it
//! returns an error. Functions such as [`read_struct`] pass their values to other functions to avoid this drop code.

use super::steps::{read_as_declared, read_to_type_annotation, start};
use crate::extra::Extra;
use crate::incoming::{Incoming, Object, Receiver};
use crate::metadata::StructuredType;
use crate::read_error::ReadError;
use crate::structured::{
    BaseType, Empty, ODataStructured, Polymorphic, ReadStructured, ReadVariant, Variant,
};

/// Deserializes a struct that is an entity type or a complex type.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value of a property doesn't match the property's declared type.
pub(crate) fn read_structured<'de, T: ReadStructured<'de>>(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
    match start(value, T::METADATA) {
        Ok(object) => read_struct(Empty::empty(), object),
        Err(error) => Err(error),
    }
}

/// Deserializes a struct from the remaining members of an object. `partial` contains the properties that were read
/// before `@odata.type`.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value of a property doesn't match the property's declared type.
pub fn read_struct<'de, T: ReadStructured<'de>>(
    partial: T::Partial,
    object: &mut dyn Object<'de>,
) -> Result<T, ReadError> {
    match read_partial(partial, object, T::METADATA) {
        Ok((partial, undeclared)) => T::finish(partial, undeclared),
        Err(error) => Err(error),
    }
}

/// Reads the remaining members of an object into a `Partial`. To reduce build times, rustc compiles `read_partial` only
/// once for a base type and all derived types that declare no properties. Microsoft Graph has hundreds of derived types
/// that declare no properties.
fn read_partial<'de, 'o, P: Receiver<'de>>(
    mut partial: P,
    object: &'o mut dyn Object<'de>,
    metadata: &'static StructuredType,
) -> Result<(P, &'o mut Extra), ReadError> {
    match object.read_derived(metadata, &mut partial) {
        Ok(undeclared) => Ok((partial, undeclared)),
        Err(error) => Err(error),
    }
}

/// Deserializes a polymorphic enum.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value of a property doesn't match the property's declared type.
pub(crate) fn read_polymorphic<'de, T>(value: Incoming<'_, 'de>) -> Result<T, ReadError>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
{
    let declared = T::Declared::METADATA;
    let object = start(value, declared)?;
    let mut partial = Empty::empty();
    let types = (<T as Variant>::TYPES, <T as Variant>::index());
    if let Some(position) = read_to_type_annotation(object, &mut partial, types)? {
        return T::read_rest(position, partial, object);
    }
    let undeclared = read_as_declared(object, &mut partial, declared)?;
    T::Declared::finish(partial, undeclared).map(T::from_declared)
}

/// Deserializes the content of an enum variant from the members that follow `@odata.type` in an object. `declared`
/// contains the properties that were read before `@odata.type`. The function `convert` converts `declared` into the
/// `Partial` of the variant's type `T`. The function `variant` creates the enum from the content of the variant (the
/// value or a `Box`). The functions `convert` and `variant` must be `Copy`, because rustc generates no drop code for
/// `Copy` types.
///
/// `read_variant` is a generic function that is compiled separately for each variant. A single function with the code
/// for hundreds of variants would need too much space on the stack.
///
/// # Errors
///
/// Returns an error if the input is malformed or the value of a property doesn't match the property's declared type.
pub fn read_variant<'de, T: ReadVariant<'de>, H: VariantContent<T>, P, V>(
    position: usize,
    (declared, convert): (P, impl FnOnce(P) -> T::Partial + Copy),
    object: &mut dyn Object<'de>,
    variant: impl FnOnce(H) -> V + Copy,
) -> Result<V, ReadError> {
    match T::read_rest(position, convert(declared), object) {
        Ok(value) => Ok(variant(H::wrap(value))),
        Err(error) => Err(error),
    }
}

/// The content of an enum variant: a struct or polymorphic enum `T`, or a `Box<T>`.
///
/// `VariantContent` is used instead of the trait `From` to reduce build times. rustc compiles the standard library's
/// `From<T> for Box<T>` in a separate codegen unit, which would contain another copy of the drop code of `T`.
pub trait VariantContent<T> {
    /// Creates the content of an enum variant from a `T`.
    fn wrap(value: T) -> Self;
}

impl<T> VariantContent<T> for T {
    #[inline]
    fn wrap(value: T) -> Self {
        value
    }
}

impl<T> VariantContent<T> for Box<T> {
    #[inline]
    fn wrap(value: T) -> Self {
        Self::new(value)
    }
}
