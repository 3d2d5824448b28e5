//! `serde_json` with its feature `arbitrary_precision`, which any crate of a build can switch on for all the others.
//!
//! A number is then delivered as a map with one member of a name that `serde_json` keeps to itself, and its digits as a
//! string: `{"$serde_json::private::Number": "1.5"}`.

use std::sync::LazyLock;

/// The name of that member.
const NUMBER: &str = "$serde_json::private::Number";

/// Whether the feature is on: without it such an object is one that a payload has.
static IS_ON: LazyLock<bool> = LazyLock::new(|| serde_json::from_str::<serde_json::Number>("1e999").is_ok());

/// Whether the only member of a map, with this name, holds the digits of a number.
pub(crate) fn is_number(name: &str) -> bool {
    name == NUMBER && *IS_ON
}
