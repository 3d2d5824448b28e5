//! Detects whether a map is a JSON object or a number, because `serde_json` may pass a number [as a
//! map](crate::arbitrary_precision).

use serde::de::{DeserializeSeed, MapAccess};

use crate::member_name::MemberName;
use crate::{arbitrary_precision, error};

/// The value that a map represents: a number or a JSON object. A map represents a number if the name of its first
/// member is a certain private name of `serde_json`.
pub(super) enum First<'de, A> {
    /// The decimal digits of the number that the map represents.
    Number(String),
    /// The JSON object that the map represents. The name of the object's first member has already been read.
    Member(Resumed<'de, A>),
}

/// Reads the name of a map's first member. If the map represents a number, also reads the digits of the number.
pub(super) fn read_first<'de, A: MapAccess<'de>>(mut map: A) -> Result<First<'de, A>, A::Error> {
    let first = map.next_key::<MemberName<'de>>()?;
    if !first.as_ref().is_some_and(|name| arbitrary_precision::is_number(&name.0)) {
        return Ok(First::Member(Resumed { first, map }));
    }
    map.next_value().map(First::Number)
}

/// A map whose first key has already been read. The first call of `next_key_seed` returns the first key again.
pub(super) struct Resumed<'de, A> {
    first: Option<MemberName<'de>>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Resumed<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(name) => seed.deserialize(name).map(Some).map_err(|error| error::converted(&error)),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
