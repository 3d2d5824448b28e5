//! Deserialization of structs and polymorphic enums. rustc compiles a copy of each generic function in this module for
//! every entity type and complex type, so these functions have a large effect on the build time of a large model.
//!
//! All functions that read a type such as `User` should be in the same codegen unit (a group of modules that rustc
//! compiles together). If two codegen units read a `User`, rustc compiles the code that drops a `User` twice in a
//! non-incremental build. For a program with 200 types of `microsoft.graph.security`, a single codegen unit for each
//! type reduces the build time by a sixth.
//!
//! Mark a generic function in another module with `#[inline]` if the function reads a type. rustc compiles an
//! `#[inline]` function in the codegen unit of its caller, so the code for each type remains in a single codegen unit.
//!
//! To reduce build times, [`read_struct`] moves `partial` into `read_partial` before an error can occur. If
//! [`read_struct`] still owned `partial` after an error, rustc would add code that drops `partial`.

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

/// Deserializes a struct from the members of `object` that haven't been read yet. `partial` contains the properties
/// that have already been read, for example because they precede `@odata.type` in the object.
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

/// Reads the remaining members of an object into a `Partial`.
///
/// A base type and its derived types without properties have the same `Partial`, so rustc compiles `read_partial` only
/// once for all these types. Microsoft Graph has hundreds of derived types without properties, so sharing
/// `read_partial` reduces the build time.
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

/// Deserializes the content of an enum variant from the members that follow `@odata.type` in an object. The parameter
/// `declared` contains the properties that precede `@odata.type` in the object. The function `convert` moves the
/// properties in `declared` from the `Partial` of the declared type, such as `Entity`, to the `Partial` of the
/// variant's type, such as `User`. The parameter `variant` is a function that creates the enum from the deserialized
/// `T` or `Box<T>`, such as `Entity::User`. Closures for `convert` and `variant` must be `Copy`, so that rustc
/// generates no code that drops the closures.
///
/// The code that reads a variant is in a separate function, because a single function that reads hundreds of variants
/// would need too much space on the stack.
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
    /// Converts a deserialized `T` into the content of an enum variant: the `T` itself, or a `Box<T>`.
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
