//! The digits of a number that is passed on as a double.
//!
//! serde has no callback for digits. A source that has the digits makes them available while it passes on the double, and code
//! that reads integers looks them up.

use core::cell::RefCell;

use serde::de::Error;

use crate::scientific::{NoInteger, Scientific, integer_of_double};

thread_local! {
    static DIGITS: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Calls a function that passes on a number as a double, and makes the digits of the number available to its receiver.
#[cold]
pub(crate) fn with_digits<R>(digits: &str, read: impl FnOnce() -> R) -> R {
    let _restored = Restored(DIGITS.replace(Some(digits.to_owned())));
    read()
}

/// Restores the earlier digits, even if reading panics.
struct Restored(Option<String>);

impl Drop for Restored {
    fn drop(&mut self) {
        DIGITS.set(self.0.take());
    }
}

/// Returns the double that is closest to a number.
#[cold]
pub(crate) fn double<E: Error>(digits: &str) -> Result<f64, E> {
    let double = digits.parse().ok().filter(|double: &f64| double.is_finite());
    double.ok_or_else(|| E::custom("number out of range"))
}

/// Returns the digits of the double that is being read, if its source provides them.
#[cold]
pub(crate) fn digits_of(double: f64) -> Option<String> {
    let is_same = |digits: &String| digits.parse() == Ok(double);
    DIGITS.with_borrow(|digits| digits.clone().filter(is_same))
}

/// Returns the integer if the number that is being read as a double is exactly an integer.
#[cold]
pub(crate) fn integer(double: f64) -> Result<i128, NoInteger> {
    match digits_of(double).and_then(|digits| Scientific::parse(&digits)) {
        Some(number) => number.to_integer(),
        None => integer_of_double(double),
    }
}
