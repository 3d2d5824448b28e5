//! Reading structs and polymorphic enums.
//!
//! A function that may fail while it owns a value drops the value. Outside of incremental builds, rustc copies the drop code of
//! a type into every codegen unit that uses it, and a codegen unit is one or more modules. For this reason, the functions that
//! are compiled once for each type are all in this module, or are `#[inline]` and compiled where they are called. For a program
//! that reads and writes 200 types of `microsoft.graph.security`, this saves a sixth of the build time.

use super::steps::{read_as_declared, read_derived, read_to_type_annotation, start};
use crate::extra::Extra;
use crate::incoming::{Incoming, Object, Receiver};
use crate::metadata::StructuredType;
use crate::read_error::ReadError;
use crate::structured::{
    BaseType, Empty, ODataStructured, Polymorphic, ReadStructured, ReadVariant, Variant,
};

/// Reads a struct.
///
/// # Errors
///
/// Returns an error if the input is malformed or a value doesn't match its declared type.
pub(crate) fn read_structured<'de, T: ReadStructured<'de>>(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
    match start(value, T::METADATA) {
        Ok(object) => read_struct(Empty::empty(), object),
        Err(error) => Err(error),
    }
}

/// Reads members as the members of a struct: all members, or the rest after an `@odata.type` that names the struct.
///
/// # Errors
///
/// Returns an error if the input is malformed or a value doesn't match its declared type.
pub fn read_struct<'de, T: ReadStructured<'de>>(
    partial: T::Partial,
    object: &mut dyn Object<'de>,
) -> Result<T, ReadError> {
    match read_partial(partial, object, T::METADATA) {
        Ok((partial, undeclared)) => T::finish(partial, undeclared),
        Err(error) => Err(error),
    }
}

/// Reads the properties into a partial. This function is compiled once for all structs without own properties (Graph has
/// hundreds).
fn read_partial<'de, 'o, P: Receiver<'de>>(
    mut partial: P,
    object: &'o mut dyn Object<'de>,
    metadata: &'static StructuredType,
) -> Result<(P, &'o mut Extra), ReadError> {
    match read_derived(object, &mut partial, metadata) {
        Ok(undeclared) => Ok((partial, undeclared)),
        Err(error) => Err(error),
    }
}

/// Reads a polymorphic enum.
///
/// # Errors
///
/// Returns an error if the input is malformed or a value doesn't match its declared type.
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

/// Reads the remaining members as a variant. The parameters are a function from the partial of the declared type to the partial
/// of the variant's type, and a function from the content of the variant (the value or a box) to the enum. Both are function
/// pointers, which are `Copy` and need no drop code.
///
/// This is a separate function for each variant: the stack frames of hundreds of variants in one function would overflow the
/// stack.
///
/// # Errors
///
/// Returns an error if the input is malformed or a value doesn't match its declared type.
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

/// The content of a variant: a value or a box.
///
/// `From` would also work, but `From` for a box is compiled in a codegen unit of its own, together with another copy of the
/// drop code of each type.
pub trait VariantContent<T> {
    /// Wraps the value.
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
