//! Detects whether a map is a JSON object or a number, because `serde_json` may pass a number [as a
//! map](crate::arbitrary_precision).

use serde::de::{DeserializeSeed, MapAccess};

use crate::member_name::MemberName;
use crate::{arbitrary_precision, error};

/// The result of [`read_first`]: a map is either a JSON object or a number. With the feature `arbitrary_precision`,
/// `serde_json` passes the number `1.5` as the map `{"$serde_json::private::Number": "1.5"}`.
pub(super) enum First<'de, A> {
    /// A number that `serde_json` passed as a map, because its feature `arbitrary_precision` is enabled. The string
    /// contains the digits of the number, such as `1.5`.
    Number(String),
    /// A JSON object, including its first member name, which [`read_first`] has already read.
    Member(Resumed<'de, A>),
}

/// Reads the first key of a map to distinguish a number from a JSON object. The key of a number is
/// `$serde_json::private::Number`.
pub(super) fn read_first<'de, A: MapAccess<'de>>(mut map: A) -> Result<First<'de, A>, A::Error> {
    let first = map.next_key::<MemberName<'de>>()?;
    if !first.as_ref().is_some_and(|name| arbitrary_precision::is_number(&name.0)) {
        return Ok(First::Member(Resumed { first, map }));
    }
    map.next_value().map(First::Number)
}

/// A serde `MapAccess` that returns the first key of a map again, after [`read_first`] has read the key.
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
