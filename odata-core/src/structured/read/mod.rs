//! Reading an entity or complex value in one pass over its members.

mod cursor;
mod key;
mod reading;
mod replay;
mod seen;
mod tag;
mod visitor;

use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess};

use super::{HasPartial, ReadStructured};

pub use reading::Reading;
pub use visitor::{read_polymorphic, read_structured};

/// The partial of some structured type, as the shared loop over members sees it.
///
/// The loop is compiled once per data format, not once per type: behind this trait a type is one entry in a
/// table of functions.
trait Target<'de, A: MapAccess<'de>> {
    fn read_property(&mut self, slot: usize, map: &mut A) -> Result<(), A::Error>;
}

/// The partial of `T`.
struct PartialOf<'p, T: HasPartial>(&'p mut T::Partial);

impl<'de, T: ReadStructured<'de>, A: MapAccess<'de>> Target<'de, A> for PartialOf<'_, T> {
    fn read_property(&mut self, slot: usize, map: &mut A) -> Result<(), A::Error> {
        T::read_property(self.0, slot, map)
    }
}

/// Reads a value as a module of the user's does it, a `W` from `#[odata(with = "module")]`.
///
/// # Errors
///
/// Those of the map and of the module.
pub fn read_property_with<'de, W: DeserializeWith<'de, T>, T, A: MapAccess<'de>>(
    place: &mut Option<T>,
    map: &mut A,
) -> Result<(), A::Error> {
    *place = Some(map.next_value_seed(WithSeed::<W, T>(PhantomData))?);
    Ok(())
}

/// The function `deserialize` of a module in `#[odata(with = "module")]`.
pub trait DeserializeWith<'de, T> {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// Those of the module.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

struct WithSeed<W, T>(PhantomData<fn() -> (W, T)>);

impl<'de, W: DeserializeWith<'de, T>, T> DeserializeSeed<'de> for WithSeed<W, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        W::deserialize(deserializer)
    }
}

/// Passes over the value at a slot that the type doesn't have; the table of properties never leads here.
///
/// # Errors
///
/// Those of the map.
pub fn skip_property<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<serde::de::IgnoredAny>().map(drop)
}
