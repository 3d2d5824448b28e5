//! Traits that check at compile time whether an operation can be called on a property value.

use super::primitive_types::with_primitive_types;
use crate::enumeration::{EnumerationKind, FlagsKind};
use crate::structured::DerivedFrom;
use crate::structured::kind::{PolymorphicKind, StructuredKind};
use crate::value::kind::PropertyType;
use crate::value::{BoxKind, CollectionKind, NullableKind};

/// A compile-time check that an operation can be called on a property value of the type `T`. `Self` is the type to
/// which the operation is bound. The compiler infers the type parameter `I`.
///
/// | Type of the property | Binding |
/// |---|---|
/// | a complex type | the type, or one of its base types |
/// | a primitive or enumeration type | the type |
/// | `Vec<T>` | `Vec<B>`, where `B` is a binding for `T` |
/// | `Option<T>`, `Box<T>` | a binding for `T` |
#[diagnostic::on_unimplemented(
    message = "an operation bound to `{Self}` can't be called on a value of the type `{T}`: call it on a value of the type `{Self}`",
    label = "not bound to the type of the property",
    note = "to call an operation of a derived complex type, `cast` the path of the value to the derived type before",
    note = "call an operation that is bound to an entity type on the path of the entity, and an unbound operation on the `Service`"
)]
pub trait ValueBinding<T, I> {}

#[diagnostic::do_not_recommend]
impl<B, T: BoundValue<B, I>, I> ValueBinding<T, I> for B {}

/// A property type that supports calls of operations bound to the type `B`. For example, an operation bound to `i32`
/// can be called on a property of the type `Option<i32>`.
pub trait BoundValue<B, I> {}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: BoundKind<T, B, I>>, B, I> BoundValue<B, I> for T {}

/// Helper trait that implements [`BoundValue`] for many property types at once, such as every `Vec<T>`.
pub trait BoundKind<T, B, I> {}

impl<K, T: DerivedFrom<B, I>, B, I> BoundKind<T, B, I> for StructuredKind<K> {}

impl<K, T: DerivedFrom<B, I>, B, I> BoundKind<T, B, I> for PolymorphicKind<K> {}

impl<T> BoundKind<T, T, ()> for EnumerationKind {}

impl<T> BoundKind<T, T, ()> for FlagsKind {}

impl<T: BoundValue<B, I>, B, I> BoundKind<Vec<T>, Vec<B>, I> for CollectionKind {}

impl<T: BoundValue<B, I>, B, I> BoundKind<Option<T>, B, I> for NullableKind {}

impl<T: BoundValue<B, I>, B, I> BoundKind<Box<T>, B, I> for BoxKind {}

macro_rules! primitive_bindings {
    ($($(#[$attribute:meta])* $primitive:ty),* $(,)?) => {$(
        $(#[$attribute])*
        impl BoundValue<$primitive, ()> for $primitive {}
    )*};
}

with_primitive_types! { primitive_bindings }
