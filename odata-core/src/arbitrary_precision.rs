//! Support for the feature `arbitrary_precision` of `serde_json`. If one crate in a build enables
//! `arbitrary_precision`, the feature is enabled for all crates of the build.
//!
//! With `arbitrary_precision`, `serde_json` passes the number `1.5` to a serde visitor as the map
//! `{"$serde_json::private::Number": "1.5"}`.

use std::sync::LazyLock;

use serde::de::{Error, Expected, MapAccess, Unexpected};
use serde_json::Number;

/// The private member name that `serde_json` uses when it passes a number as a map.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Whether the feature `arbitrary_precision` of `serde_json` is enabled.
///
/// The feature is detected by comparing the numbers `1.0` and `1.00`: they differ only with `arbitrary_precision`.
static IS_ON: LazyLock<bool> = LazyLock::new(|| {
    let [short, long] = ["1.0", "1.00"].map(|digits| serde_json::from_str::<Number>(digits).ok());
    short != long
});

/// Checks whether the feature `arbitrary_precision` of `serde_json` is enabled.
pub(crate) fn is_on() -> bool {
    *IS_ON
}

/// Returns `true` if `name` is the private member name that `serde_json` uses when it passes a number as a map.
pub(crate) fn is_number(name: &str) -> bool {
    name == NUMBER && *IS_ON
}

/// Reads the digits of a number that `serde_json` passes as a map. Returns an error if the map doesn't represent a
/// number.
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
