//! From an incoming value to a struct, or to one of several.
//!
//! Whatever may fail with a value in its hands drops it then. Outside of incremental builds, rustc copies what drops a type
//! into every codegen unit that does so, and a codegen unit is a module or several: so the functions that are compiled for each
//! type stand together here, or are `#[inline]`, compiled where they are called. In the program that reads and writes 200 types
//! of `microsoft.graph.security`, that is a sixth of its build.

use super::steps::{read_as_declared, read_derived, read_to_tag, start};
use crate::extra::Extra;
use crate::incoming::{Incoming, Object, ReadError, Receiver};
use crate::metadata::StructuredType;
use crate::structured::{
    BaseType, Empty, ODataStructured, Polymorphic, ReadStructured, ReadVariant, Variant,
};

/// Reads a struct.
///
/// # Errors
///
/// Those of the format, and what is not as the struct declares it.
pub(crate) fn read_structured<'de, T: ReadStructured<'de>>(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
    match start(value, T::METADATA) {
        Ok(object) => read_struct(Empty::empty(), object),
        Err(error) => Err(error),
    }
}

/// Reads the members as those of a struct: from the first, or on from the `@odata.type` that turned out to name it.
///
/// # Errors
///
/// Those of the object, and what is not as the struct declares it.
pub fn read_struct<'de, T: ReadStructured<'de>>(
    partial: T::Partial,
    object: &mut dyn Object<'de>,
) -> Result<T, ReadError> {
    match read_partial(partial, object, T::METADATA) {
        Ok((partial, undeclared)) => T::finish(partial, undeclared),
        Err(error) => Err(error),
    }
}

/// It is compiled once for all structs that have no properties beside their base type's, of which Graph has hundreds.
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

/// Reads a polymorphic value.
///
/// # Errors
///
/// Those of the format, and what is not as the value's type declares it.
pub(crate) fn read_polymorphic<'de, T>(value: Incoming<'_, 'de>) -> Result<T, ReadError>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
{
    let declared = T::Declared::METADATA;
    let object = start(value, declared)?;
    let mut partial = Empty::empty();
    let types = (<T as Variant>::TYPES, <T as Variant>::index());
    if let Some(position) = read_to_tag(object, &mut partial, types)? {
        return T::read_rest(position, partial, object);
    }
    let undeclared = read_as_declared(object, &mut partial, declared)?;
    T::Declared::finish(partial, undeclared).map(T::from_declared)
}

/// Reads on as a variant, given the way from the partial of the declared type to that of the variant's, and from what
/// the variant holds, the value or a box, to the whole. Both ways are functions, `Copy`: there is nothing to drop of them.
///
/// It is a function of its own for each variant: together, hundreds of them would fill the stack.
///
/// # Errors
///
/// Those of the object, and what is not as the type declares it.
pub fn read_variant<'de, T: ReadVariant<'de>, H: Held<T>, P, V>(
    position: usize,
    (declared, way): (P, impl FnOnce(P) -> T::Partial + Copy),
    object: &mut dyn Object<'de>,
    variant: impl FnOnce(H) -> V + Copy,
) -> Result<V, ReadError> {
    match T::read_rest(position, way(declared), object) {
        Ok(value) => Ok(variant(H::holding(value))),
        Err(error) => Err(error),
    }
}

/// What a variant holds: the value, or a box around it.
///
/// `From` would say the same, but a box's is compiled in a codegen unit of its own, with what drops each of the types once more.
pub trait Held<T> {
    /// What holds the value.
    fn holding(value: T) -> Self;
}

impl<T> Held<T> for T {
    #[inline]
    fn holding(value: T) -> Self {
        value
    }
}

impl<T> Held<T> for Box<T> {
    #[inline]
    fn holding(value: T) -> Self {
        Self::new(value)
    }
}
