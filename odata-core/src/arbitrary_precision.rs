//! Support for the feature `arbitrary_precision` of `serde_json`, which any crate in a build can enable for all
//! crates.
//!
//! With the feature, `serde_json` passes a number to a visitor as a map with a single member. Its name is private, and
//! its value is the string of digits: `{"$serde_json::private::Number": "1.5"}`.

use std::sync::LazyLock;

use serde::de::{Error, Expected, MapAccess, Unexpected};
use serde_json::Number;

/// The private name of the member.
const NUMBER: &str = "$serde_json::private::Number";

/// Whether the feature is enabled. A number then consists of its digits, so that `1.0` and `1.00` aren't equal.
static IS_ON: LazyLock<bool> = LazyLock::new(|| {
    let [short, long] = ["1.0", "1.00"].map(|digits| serde_json::from_str::<Number>(digits).ok());
    short != long
});

/// Checks whether `serde_json` passes numbers as maps, which its feature `arbitrary_precision` does.
pub(crate) fn is_on() -> bool {
    *IS_ON
}

/// Checks whether a map with a single member of this name is a number.
pub(crate) fn is_number(name: &str) -> bool {
    name == NUMBER && *IS_ON
}

/// Reads the digits of a number that is a map. Returns an error if the map isn't a number.
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
