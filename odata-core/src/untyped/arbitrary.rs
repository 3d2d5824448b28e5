//! `serde_json` with its feature `arbitrary_precision`, which any crate of a build can switch on for all the others.
//!
//! A number is then delivered as a map with one member of a name that `serde_json` keeps to itself, and its digits as a
//! string: `{"$serde_json::private::Number": "1.5"}`.

use std::sync::LazyLock;

use super::{Number, Untyped};

/// The name of that member.
const NUMBER: &str = "$serde_json::private::Number";

/// Whether the feature is on: without it such an object is one that a payload has.
static IS_ON: LazyLock<bool> = LazyLock::new(|| serde_json::from_str::<serde_json::Number>("1e999").is_ok());

/// The number that a member stands for.
pub(super) fn number(name: &str, value: &Untyped) -> Option<Number> {
    let digits = digits(name, value)?;
    let integer =
        digits.parse().map(Number::from_signed).or_else(|_| digits.parse().map(Number::from_unsigned));
    integer.ok().or_else(|| digits.parse().ok().and_then(Number::from_double))
}

fn digits<'v>(name: &str, value: &'v Untyped) -> Option<&'v str> {
    (name == NUMBER && *IS_ON).then(|| value.as_str()).flatten()
}
