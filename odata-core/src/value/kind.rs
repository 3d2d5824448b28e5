//! Kinds of Rust types, for example entity types, enumerations, `Option<T>` and `Vec<T>`. A kind is a group of Rust
//! types that share one implementation of [`ODataValue`] and [`ReadValue`]. For a type such as `User`, a derive macro
//! selects the kind by implementing [`PropertyType`]. This module implements [`ODataValue`] and [`ReadValue`] for all
//! types with a kind. If every type had its own implementations of [`ODataValue`] and [`ReadValue`], `cargo check` of a
//! generated model would take 6 % longer.
//!
//! The functions that read and write types with a derive macro are `#[inline]`, because each of these functions has
//! only one caller. rustc compiles an `#[inline]` function only as a part of its caller.
//!
//! Generic types such as `Option<T>` and `Box<T>` also have a kind, because it makes compiler errors more precise. For
//! example, the compiler error for a field of the type `Option<std::time::Duration>` mentions the invalid inner type
//! `std::time::Duration`.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::read::read_with;
use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::ValueType;
use crate::read_error::ReadError;

/// A Rust type that implements [`ODataValue`] and [`ReadValue`] by calling the functions of its [kind](Self::Kind). For
/// example, `Vec<T>` and every type that derives `ODataEntity` implement `PropertyType`.
///
/// If a field has an unsupported type such as `std::time::Duration`, the compiler reports that the type doesn't
/// implement `PropertyType`. The error message of `PropertyType` lists the supported types, like the error message of
/// [`ODataValue`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not supported as the type of an OData value: use a type listed below, or derive `ODataEntity`, \
               `ODataComplex` or `ODataEnum`",
    label = "not supported as the type of an OData property",
    note = "supported types: `bool`, `i8` to `i64`, `u8`, `f32`, `f64`, `String`, `DateTime<Utc>`, `NaiveDate`, `NaiveTime`, \
            `TimeDelta`, `Uuid`, `Decimal`, `odata_core::Duration`, `odata_core::Binary`, `odata_core::Stream`, \
            `odata_core::Untyped`, the types in `odata_core::spatial`, and `Option`, `Vec` and `Box` of these types",
    note = "for a struct or an enum of your model, derive `ODataEntity`, `ODataComplex` or `ODataEnum`; for any JSON, \
            use `odata_core::Json<_>`; for other types, add `#[odata(with = \"module\")]` to the field",
    note = "for a set of members of an enumeration `E` with `#[odata(flags)]`, use `Flags<E>`"
)]
pub trait PropertyType: Sized {
    /// An empty type whose `ReadKind` and `WriteKind` implementations read and write this Rust type. For example, the
    /// kind of every `Vec<T>` is `CollectionKind`.
    type Kind;
}

/// Determines the entity type or complex type inside of a `Box` or [`Related`](crate::Related), such as `User` in
/// `Box<User>`. `Unbox<T>` is implemented by the [kind](PropertyType::Kind) of the Rust type `T`. For example, the kind
/// of `Box<User>` is `BoxKind`, and `<BoxKind as Unbox<Box<User>>>::Unboxed` is `User`.
pub trait Unbox<T> {
    /// The type `T` itself, or the type inside of `T` if `T` is a `Box` or a `Related`.
    type Unboxed;
}

/// The functions that implement [`ODataValue`] for the Rust type `T`. `WriteKind<T>` is implemented by the
/// [kind](PropertyType::Kind) of `T`, such as `CollectionKind` for `Vec<String>`.
pub trait WriteKind<T> {
    /// The value of [`ODataValue::TYPE`] for the Rust type `T`: the CSDL type, such as `Edm.Int32`.
    const TYPE: ValueType;

    /// Implements [`ODataValue::write`] for `T`.
    ///
    /// # Errors
    ///
    /// Returns an error if the serializer fails.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;

    /// Implements [`ODataValue::absent`] for `T`.
    #[must_use]
    fn absent() -> Option<T> {
        None
    }

    /// Implements [`ODataValue::null`] for `T`.
    #[must_use]
    fn null() -> Option<T> {
        None
    }

    /// Implements [`ODataValue::is_absent`] for `T`.
    #[must_use]
    fn is_absent(_value: &T) -> bool {
        false
    }
}

/// The functions that implement [`ReadValue`] for the Rust type `T`. `ReadKind<'_, T>` is implemented by the
/// [kind](PropertyType::Kind) of `T`, such as `CollectionKind` for `Vec<String>`.
///
/// An implementation of `ReadKind` must define `read` or `read_incoming`: by default, `read` calls `read_incoming`, and
/// `read_incoming` calls `read`.
pub trait ReadKind<'de, T>: WriteKind<T> {
    /// The value of [`ReadValue::USES_DESERIALIZE_ANY`] for the Rust type `T`: whether `T` is read with
    /// `deserialize_any`.
    const USES_DESERIALIZE_ANY: bool = true;

    /// Implements [`ReadValue::read`] for `T`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't have the type `T`.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        read_with(deserializer, Self::USES_DESERIALIZE_ANY, Self::read_incoming)
    }

    /// Implements [`ReadValue::read_incoming`] for `T`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is malformed or the value doesn't have the type `T`.
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
