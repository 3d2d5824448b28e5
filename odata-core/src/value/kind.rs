//! The kinds of derived types, so that [`ODataValue`] and [`ReadValue`] are implemented here, once for all types of a kind: an
//! expansion says of which kind its type is, and no more. The impls were six of a hundred parts of the time that a generated
//! model takes to be checked.
//!
//! What a derived type goes by is `#[inline]`: called from one place alone, it is compiled there, and not once more by itself.
//!
//! A type that holds any other, `Option<T>` or `Box<T>`, has a kind as well. With an impl beside the one here, the compiler
//! would see two for an `Option<Duration>`, neither of which fits, and not say that it is the `Duration` that is no value.

use core::marker::PhantomData;

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::entry::{MISTAKEN, serialize_mistaken};
use super::incoming::read_delivered;
use super::{ODataValue, ReadValue};
use crate::enumeration::{ODataEnum, read_enumeration, write_enumeration};
use crate::incoming::{Incoming, ReadError};
use crate::metadata::{TypeKind, ValueType};
use crate::structured::polymorphic::{Polymorphic, ReadVariant};
use crate::structured::read::{read_polymorphic, read_structured};
use crate::structured::write::write_structured;
use crate::structured::{ReadStructured, Structured};

/// A type whose values are read and written like all types of its kind.
///
/// The compiler reports this trait if a type isn't an OData value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData value",
    label = "not the type of an OData property",
    note = "supported types: `bool`, `i8` to `i64`, `u8`, `f32`, `f64`, `String`, `DateTime<Utc>`, `NaiveDate`, `NaiveTime`, \
            `TimeDelta`, `Uuid`, `Decimal`, the `Duration`, `Binary`, `Stream` and `Untyped` of `odata_core`, the types in \
            `odata_core::spatial`, and `Option`, `Vec` and `Box` of these",
    note = "for other types, derive `ODataEntity`, `ODataComplex` or `ODataEnum`, use `Json<_>` for any JSON, or add \
            `#[odata(with = \"module\")]` to the field",
    note = "a set of members is `Flags<_>` of an enumeration with `#[odata(flags)]`"
)]
pub trait PropertyType: Sized {
    /// The kind, which writes and reads the type.
    type Kind;
}

/// An entity or complex type with the base type `B`, or without one.
#[derive(Debug)]
pub struct StructuredKind<B = ()>(PhantomData<fn() -> B>);

/// A value of one of several entity or complex types, with the declared type `B`.
#[derive(Debug)]
pub struct PolymorphicKind<B>(PhantomData<fn() -> B>);

/// A kind of types that may have a base type.
#[cfg(feature = "http")]
pub trait HasBase {
    /// The base type; `()` if there is none.
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

/// An enumeration type.
#[derive(Debug)]
pub struct EnumerationKind(());

/// A type whose derive found mistakes: it is never read or written.
#[derive(Debug)]
pub struct MistakenKind(());

/// A kind of what is a structured type, or a box around one.
pub trait Unbox<T> {
    /// The type itself, or what is in the box.
    type Unboxed;
}

impl<T, B> Unbox<T> for StructuredKind<B> {
    type Unboxed = T;
}

impl<T, B> Unbox<T> for PolymorphicKind<B> {
    type Unboxed = T;
}

impl<T> Unbox<T> for MistakenKind {
    type Unboxed = T;
}

/// How all `T` of a kind are written: the items of [`ODataValue`].
pub trait WriteKind<T> {
    /// [`ODataValue::TYPE`]
    const TYPE: ValueType;

    /// [`ODataValue::write`]
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;

    /// [`ODataValue::absent`]
    #[must_use]
    fn absent() -> Option<T> {
        None
    }

    /// [`ODataValue::null`]
    #[must_use]
    fn null() -> Option<T> {
        None
    }

    /// [`ODataValue::is_absent`]
    #[must_use]
    fn is_absent(_value: &T) -> bool {
        false
    }
}

/// How all `T` of a kind are read: the items of [`ReadValue`]. A kind gives one of the two functions, the other goes by it.
pub trait ReadKind<'de, T>: WriteKind<T> {
    /// [`ReadValue::USES_DESERIALIZE_ANY`]
    const USES_DESERIALIZE_ANY: bool = true;

    /// [`ReadValue::read`]
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and a value that is not of the type.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        read_delivered(deserializer, Self::USES_DESERIALIZE_ANY, Self::read_incoming)
    }

    /// [`ReadValue::read_incoming`]
    ///
    /// # Errors
    ///
    /// Those of the format, and a value that is not of the type.
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        Self::read(value)
    }
}

impl<T: PropertyType> ODataValue for T
where
    T::Kind: WriteKind<T>,
{
    const TYPE: ValueType = <T::Kind as WriteKind<T>>::TYPE;

    #[inline]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        <T::Kind as WriteKind<T>>::write(self, serializer)
    }

    #[inline]
    fn absent() -> Option<Self> {
        <T::Kind as WriteKind<T>>::absent()
    }

    #[inline]
    fn null() -> Option<Self> {
        <T::Kind as WriteKind<T>>::null()
    }

    #[inline]
    fn is_absent(&self) -> bool {
        <T::Kind as WriteKind<T>>::is_absent(self)
    }
}

impl<'de, T: PropertyType> ReadValue<'de> for T
where
    T::Kind: ReadKind<'de, T>,
{
    #[inline]
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <T::Kind as ReadKind<'de, T>>::read(deserializer)
    }

    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        <T::Kind as ReadKind<'de, T>>::read_incoming(value)
    }

    const USES_DESERIALIZE_ANY: bool = <T::Kind as ReadKind<'de, T>>::USES_DESERIALIZE_ANY;
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

impl<T: ODataEnum> WriteKind<T> for EnumerationKind {
    const TYPE: ValueType = ValueType::new(TypeKind::Enumeration(T::metadata));

    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write_enumeration(value, serializer)
    }
}

impl<'de, T: ODataEnum> ReadKind<'de, T> for EnumerationKind {
    #[inline]
    fn read_incoming(value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        read_enumeration(value)
    }
}

impl<T> WriteKind<T> for MistakenKind {
    const TYPE: ValueType = ValueType::new(TypeKind::Untyped);

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_mistaken(value, serializer)
    }
}

impl<'de, T> ReadKind<'de, T> for MistakenKind {
    fn read_incoming(_value: Incoming<'_, 'de>) -> Result<T, ReadError> {
        Err(ReadError::new(MISTAKEN))
    }
}
