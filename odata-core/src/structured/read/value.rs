//! Deserialization of structs and polymorphic enums. The functions of this module are compiled once for each type.
//!
//! Functions of other modules have the attribute `#[inline]` if they are compiled once for each type. An `#[inline]`
//! function is compiled in the module of its caller. If all code for a type is compiled in one module, rustc generates
//! fewer copies of the code that drops values. Compiling the code in one module saves a sixth of the build time of a
//! program with 200 types of `microsoft.graph.security`. A function contains drop code if it can return an error while
//! it owns a value. In non-incremental builds, rustc generates a copy of a type's drop code in every codegen unit that
//! drops a value of the type. A codegen unit consists of one or more modules.

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

/// Reads the remaining members of an object into a `Partial`. A struct without properties of its own uses the compiled
/// code of `read_partial` for its base type. Microsoft Graph has hundreds of types without properties of their own.
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
/// contains the properties that were read before `@odata.type`. The function `convert` adds the properties that only
/// the variant's type declares. The function `variant` creates the enum from the content of the variant (the value or a
/// `Box`). The functions `convert` and `variant` must be `Copy`, because rustc generates no drop code for `Copy` types.
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
/// `VariantContent` is used instead of the trait `From`, because `From<T> for Box<T>` would result in another copy of
/// each type's drop code. The standard library's `From<T> for Box<T>` is compiled in a separate codegen unit.
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
