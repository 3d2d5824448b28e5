//! [`Partial`]: stores the properties of a struct while the struct is being deserialized.

use core::marker::PhantomData;

use super::read::skip_property;
use super::{BaseType, ReadStructured, Slot};
use crate::incoming::{Incoming, Receiver};
use crate::read_error::ReadError;
use crate::typed_property::access::{DeclaredAccess, InheritedKey, Overridden};

/// The properties of a struct `T` that have been read so far, while `T` is being deserialized. A `Partial` contains the
/// `Partial` of the base type, and a tuple of the properties that `T` itself declares.
///
/// A struct that declares no properties itself uses the `Partial` of its base type. To store the value of a property
/// that `T` itself declares, `Partial` calls the function [`ReadStructured::read_property`] of `T`.
///
/// The type parameter `K` is [`Overridden`] for a struct with `#[odata(base, key = "…")]`, and [`DeclaredAccess`] for
/// any other struct.
pub struct Partial<T, B, O, K = DeclaredAccess> {
    /// The inherited properties: the `Partial` of the base type.
    pub base: B,
    /// The properties that the struct itself declares, as a tuple.
    pub own: O,
    of: PhantomData<fn() -> (T, K)>,
}

impl<T, B: InheritedKey, O> InheritedKey for Partial<T, B, O> {
    type Access = B::Access;
}

impl<T, B, O, A> InheritedKey for Partial<T, B, O, Overridden<A>> {
    type Access = Overridden<A>;
}

impl<'de, T, B, O, K> Receiver<'de> for Partial<T, B, O, K>
where
    T: ReadStructured<'de> + BaseType<Own = O>,
    B: Receiver<'de>,
{
    #[inline]
    fn receive(&mut self, slot: Slot, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        match slot.checked_sub(T::FIRST_SLOT) {
            Some(position) => T::read_property(&mut self.own, position, value),
            None => self.base.receive(slot, value),
        }
    }
}

/// `()` is the type of the field [`Partial::base`] if a struct has no base type.
impl<'de> Receiver<'de> for () {
    fn receive(&mut self, _slot: Slot, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        skip_property(value)
    }
}

impl<T, B, O: Empty, K> Partial<T, B, O, K> {
    /// Creates a `Partial` from `base`, the `Partial` of the base type, which contains the inherited properties. All
    /// other properties are initially empty.
    #[inline]
    pub fn on(base: B) -> Self {
        Self { base, own: O::empty(), of: PhantomData }
    }
}

/// A type with an empty value, such as `None` for an `Option`. While a struct is being read, its properties are stored
/// in a tuple, which initially contains empty values.
pub trait Empty {
    /// Creates the empty value of this type: `None` for an `Option`, `[]` for a `Vec`, or a tuple of empty values.
    fn empty() -> Self;
}

impl<T, B: Empty, O: Empty, K> Empty for Partial<T, B, O, K> {
    #[inline]
    fn empty() -> Self {
        Self::on(B::empty())
    }
}

impl<T> Empty for Option<T> {
    #[inline]
    fn empty() -> Self {
        None
    }
}

impl<T> Empty for Vec<T> {
    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}

/// Implements `Empty` for tuples of up to 16 elements. A struct with more than 16 properties uses nested tuples.
macro_rules! tuples {
    ($first:ident $($rest:ident)*) => {
        impl<$first: Empty, $($rest: Empty),*> Empty for ($first, $($rest,)*) {
            #[inline]
            fn empty() -> Self {
                ($first::empty(), $($rest::empty(),)*)
            }
        }

        tuples!($($rest)*);
    };
    () => {
        impl Empty for () {
            #[inline]
            fn empty() -> Self {}
        }
    };
}

tuples!(P0 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15);
