//! `ComparableWith`: the types whose values can be compared.

use core::marker::PhantomData;
use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone};

use crate::enumeration::{Flag, Flags, ODataEnum};
use crate::value::{Binary, Duration};

/// A type whose values can be compared with values of the type `W` (URL conventions 4.01, clause 5.1.1.1).
///
/// All numeric types are comparable with each other, such as `i32` with `f64`. All string types are comparable with
/// each other, such as `String` with `&str`. A type that is neither a number nor a string is comparable only with types
/// for the same OData type: `TimeDelta` is comparable with [`Duration`], because both types represent `Edm.Duration`.
/// `Option<T>` is comparable with the same types as `T`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` can't be compared with a value of the type `{W}`: convert one of the two with `cast`",
    label = "the expression has the type `{Self}`, but a `{W}` is required",
    note = "`cast` converts an expression into another type"
)]
pub trait ComparableWith<W> {}

#[diagnostic::do_not_recommend]
impl<V: ValueClass<Class: SameClass<W::Class>>, W: ValueClass> ComparableWith<W> for V {}

/// A type that belongs to a class of comparable types, such as the class of all numeric types.
///
/// Implement this trait for your own [`ODataValue`](crate::ODataValue) types to compare their properties with other
/// properties. To compare your type with strings, write `type Class = <String as ValueClass>::Class;` in the
/// implementation.
#[diagnostic::on_unimplemented(
    message = "expressions of the type `{Self}` can't be compared: use a primitive type or an enumeration",
    label = "not a primitive type or an enumeration"
)]
pub trait ValueClass {
    /// A marker type for the group of comparable types to which this type belongs. For example, `i32` and `f64` have
    /// the same class, so their values can be compared.
    type Class;
}

/// A bound of [`ComparableWith`]: two types are comparable only if they have the same [`ValueClass::Class`]. For
/// example, a string can't be compared with a number, because [`StringClass`] doesn't implement
/// `SameClass<NumberClass>`.
pub trait SameClass<C> {}

impl<C> SameClass<C> for C {}

/// Marker type that makes all numeric types comparable with each other, such as `i32` with `f64`.
#[derive(Debug)]
pub enum NumberClass {}

/// Marker type that makes all string types comparable with each other, such as `String` with `&str`.
#[derive(Debug)]
pub enum StringClass {}

/// Marker type that makes all types for `Edm.DateTimeOffset` comparable with each other, such as `DateTime<Utc>` with
/// `DateTime<FixedOffset>`.
#[derive(Debug)]
pub enum DateTimeClass {}

/// Marker type that makes all types for `Edm.Duration` comparable with each other, such as `TimeDelta` with
/// [`Duration`].
#[derive(Debug)]
pub enum DurationClass {}

/// Marker type that makes two collections comparable if their elements are comparable, such as `Vec<i32>` with
/// `Vec<f64>`.
#[derive(Debug)]
pub struct CollectionClass<C>(PhantomData<C>);

macro_rules! classes {
    ($($class:ty: $($type:ty),*;)*) => {$($(
        impl ValueClass for $type {
            type Class = $class;
        }
    )*)*};
}

classes! {
    NumberClass: u8, i8, i16, i32, i64, f32, f64;
    StringClass: String, Box<str>, Arc<str>, &str, Cow<'_, str>;
    DurationClass: TimeDelta, Duration;
    bool: bool;
    NaiveDate: NaiveDate;
    NaiveTime: NaiveTime;
    Binary: Binary;
}

#[cfg(feature = "rust_decimal")]
classes! { NumberClass: rust_decimal::Decimal; }

#[cfg(feature = "uuid")]
classes! { uuid::Uuid: uuid::Uuid; }

macro_rules! own_classes {
    ($($type:ident)*) => {$(
        impl ValueClass for crate::spatial::$type {
            type Class = Self;
        }
    )*};
}

own_classes! {
    Geography GeographyPoint GeographyLineString GeographyPolygon GeographyMultiPoint GeographyMultiLineString
    GeographyMultiPolygon GeographyCollection Geometry GeometryPoint GeometryLineString GeometryPolygon
    GeometryMultiPoint GeometryMultiLineString GeometryMultiPolygon GeometryCollection
}

impl<Z: TimeZone> ValueClass for DateTime<Z> {
    type Class = DateTimeClass;
}

impl<T: ODataEnum> ValueClass for T {
    type Class = T;
}

impl<E: Flag> ValueClass for Flags<E> {
    type Class = E;
}

impl<T: ValueClass> ValueClass for Option<T> {
    type Class = T::Class;
}

impl<T: ValueClass> ValueClass for Vec<T> {
    type Class = CollectionClass<T::Class>;
}
