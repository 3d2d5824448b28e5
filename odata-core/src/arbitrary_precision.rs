//! `serde_json` with its feature `arbitrary_precision`, which any crate of a build can switch on for all the others.
//!
//! A number is then delivered as a map with one member of a name that `serde_json` keeps to itself, and its digits as a
//! string: `{"$serde_json::private::Number": "1.5"}`.

use std::sync::LazyLock;

use serde::de::{Error, Expected, MapAccess, Unexpected};
use serde_json::Number;

/// The name of that member.
const NUMBER: &str = "$serde_json::private::Number";

/// Whether the feature is on: then numbers are their digits, and these two are not equal.
static IS_ON: LazyLock<bool> = LazyLock::new(|| {
    let [one, the_same] = ["1.0", "1.00"].map(|digits| serde_json::from_str::<Number>(digits).ok());
    one != the_same
});

/// Whether numbers are delivered as maps.
pub(crate) fn is_on() -> bool {
    *IS_ON
}

/// Whether the only member of a map, with this name, holds the digits of a number.
pub(crate) fn is_number(name: &str) -> bool {
    name == NUMBER && *IS_ON
}

/// Reads the digits of a number that comes as a map. Returns an error if the map is anything else.
pub(crate) fn digits<'de, A: MapAccess<'de>>(
    mut map: A,
    expected: &dyn Expected,
) -> Result<String, A::Error> {
    if map.next_key::<String>()?.is_some_and(|name| is_number(&name)) {
        map.next_value()
    } else {
        Err(A::Error::invalid_type(Unexpected::Map, expected))
    }
}
