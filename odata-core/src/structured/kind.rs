//! Shared implementations of serialization and deserialization: [`StructuredKind`] for all structs, and
//! [`PolymorphicKind`] for all polymorphic enums. The associated type `PropertyType::Kind` is `StructuredKind` for a
//! struct, and `PolymorphicKind` for a polymorphic enum.

use core::marker::PhantomData;

use serde::ser::Serializer;

use super::polymorphic::{Polymorphic, ReadVariant};
use super::read::{read_polymorphic, read_structured};
use super::write::write_structured;
use super::{ReadStructured, Structured};
use crate::incoming::Incoming;
use crate::metadata::{TypeKind, ValueType};
use crate::read_error::ReadError;
use crate::value::kind::{ReadKind, Unbox, WriteKind};

/// The implementation of serialization and deserialization for structs that are entity types or complex types. `B` is
/// the base type, or `()` for a struct without a base type.
#[derive(Debug)]
pub struct StructuredKind<B = ()>(PhantomData<fn() -> B>);

/// The implementation of serialization and deserialization for polymorphic enums. `B` is the type of the variant that
/// is marked `#[odata(base)]`.
#[derive(Debug)]
pub struct PolymorphicKind<B>(PhantomData<fn() -> B>);

/// Helper trait to find the base type of a struct or polymorphic enum, such as `Entity` for `User`.
#[cfg(feature = "http")]
pub trait HasBase {
    /// The base type, or `()` for a type without a base type.
    type Base;
}

#[cfg(feature = "http")]
impl<B> HasBase for StructuredKind<B> {
    type Base = B;
}

#[cfg(feature = "http")]
impl<B> HasBase for PolymorphicKind<B> {
    type Base = B;
}

impl<T, B> Unbox<T> for StructuredKind<B> {
    type Unboxed = T;
}

impl<T, B> Unbox<T> for PolymorphicKind<B> {
    type Unboxed = T;
}

impl<T: Structured, B> WriteKind<T> for StructuredKind<B> {
    const TYPE: ValueType = ValueType::new(TypeKind::Structured(T::metadata));

    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write_structured(value, serializer)
    }
}

impl<'de, T: ReadStructured<'de>, B> ReadKind<'de, T> for StructuredKind<B> {
    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        read_structured(value)
    }
}

impl<T: Polymorphic, B> WriteKind<T> for PolymorphicKind<B> {
    const TYPE: ValueType = ValueType::new(TypeKind::Polymorphic(T::metadata, T::types));

    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.write_variant(serializer)
    }
}

impl<'de, T, B> ReadKind<'de, T> for PolymorphicKind<B>
where
    T: Polymorphic + ReadVariant<'de>,
    T::Declared: ReadStructured<'de>,
{
    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        read_polymorphic(value)
    }
}
