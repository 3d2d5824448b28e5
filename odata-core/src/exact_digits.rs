//! Stores the exact digits of a JSON number while a deserializer passes the number to a visitor as a rounded `f64`.
//!
//! serde passes a JSON number such as `9007199254740993.0` to a visitor as a rounded double. The exact digits are
//! available in a thread-local variable while the visitor is called. An integer type such as `i64` is read from the
//! exact digits, not from the rounded double.

use core::cell::RefCell;

use serde::de::Error;

use crate::scientific::{NoInteger, Scientific, integer_of_double};

thread_local! {
    static DIGITS: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Stores the exact digits of a JSON number while `read` passes the number to a serde visitor as an `f64`. The visitor
/// gets the exact digits from [`digits_of`].
#[cold]
pub(crate) fn with_digits<R>(digits: &str, read: impl FnOnce() -> R) -> R {
    let _restored = Restored(DIGITS.replace(Some(digits.to_owned())));
    read()
}

/// A guard that restores the previously stored digits when a call of [`with_digits`] ends, even by a panic.
struct Restored(Option<String>);

impl Drop for Restored {
    fn drop(&mut self) {
        DIGITS.set(self.0.take());
    }
}

/// Returns the double that is closest to the number `digits`, or an error if the number is greater than the largest
/// double.
#[cold]
pub(crate) fn double<E: Error>(digits: &str) -> Result<f64, E> {
    let double = digits.parse().ok().filter(|double: &f64| double.is_finite());
    double.ok_or_else(|| E::custom("number out of range"))
}

/// Returns the exact digits of a JSON number that serde rounded to `double`. Returns `None` if the deserializer didn't
/// store the digits with [`with_digits`].
#[cold]
pub(crate) fn digits_of(double: f64) -> Option<String> {
    let is_same = |digits: &String| digits.parse() == Ok(double);
    DIGITS.with_borrow(|digits| digits.clone().filter(is_same))
}

/// Converts a JSON number to an integer. The rounded number `double` is used only if the exact digits of the JSON
/// number aren't stored. Returns an error if the JSON number isn't an integer.
#[cold]
pub(crate) fn integer(double: f64) -> Result<i128, NoInteger> {
    match digits_of(double).and_then(|digits| Scientific::parse(&digits)) {
        Some(number) => number.to_integer(),
        None => integer_of_double(double),
    }
}
