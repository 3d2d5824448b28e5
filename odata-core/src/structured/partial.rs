//! The properties of a struct that were read so far.

use core::marker::PhantomData;

use super::read::skip_property;
use super::{BaseType, ReadStructured, Slot};
use crate::incoming::{Incoming, Receiver};
use crate::read_error::ReadError;
use crate::typed_property::access::{DeclaredAccess, InheritedKey, Overridden};

/// The properties of a `T` that were read so far: the partial of the base type, and a tuple with a place for each own property.
///
/// The type parameters include the struct, so that an expansion that has the partial of a base type doesn't need to name the
/// base type. A struct without own properties uses the partial of its base type.
///
/// `K` is the access of the inherited key, see [`InheritedKey`](crate::typed_property::access::InheritedKey).
pub struct Partial<T, B, O, K = DeclaredAccess> {
    /// The base type's partial.
    pub base: B,
    /// The places of the own properties.
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

/// The partial of a type without a base type.
impl<'de> Receiver<'de> for () {
    fn receive(&mut self, _slot: Slot, value: Incoming<'_, 'de>) -> Result<(), ReadError> {
        skip_property(value)
    }
}

impl<T, B, O: Empty, K> Partial<T, B, O, K> {
    /// Creates a partial from the base type's partial, without own properties.
    #[inline]
    pub fn on(base: B) -> Self {
        Self { base, own: O::empty(), of: PhantomData }
    }
}

/// A partial, or a part of it, that can be created empty.
pub trait Empty {
    /// Creates a partial without properties.
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

/// Implements `Empty` for tuples up to this length. Longer ones are tuples of tuples.
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
