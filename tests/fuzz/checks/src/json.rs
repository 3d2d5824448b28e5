//! Reads text with `odata_core::json` and with `serde_json`. The values and the errors must be equal.

use core::fmt::Debug;

use odata_core::{Collection, Untyped, json};
use odata_examples::security::AnyCaseOperation;
use serde::de::DeserializeOwned;

/// Compares the results of both functions.
///
/// # Panics
///
/// Panics if the values or the errors differ.
pub fn check(payload: &[u8]) {
    let Ok(text) = core::str::from_utf8(payload) else { return };
    // Another crate of the build may enable the feature `arbitrary_precision` of `serde_json`, which changes its errors.
    let is_precise = serde_json::from_str::<serde_json::Value>("1.50")
        .is_ok_and(|number| number.to_string().ends_with("50"));
    compare::<Untyped>(text, !is_precise);
    // `serde_json` rejects a member before `@odata.type` that isn't valid as an untyped value, and passes integers with
    // a fraction as doubles, without their digits.
    let is_valid = json::from_str::<Untyped>(text).is_ok() && !text.contains(['.', 'e', 'E']);
    compare::<Collection<AnyCaseOperation>>(text, is_valid && !is_precise);
    compare::<AnyCaseOperation>(text, is_valid && !is_precise);
}

fn compare<T: DeserializeOwned + PartialEq + Debug>(text: &str, is_exact: bool) {
    match (json::from_str::<T>(text), serde_json::from_str::<T>(text)) {
        (Ok(value), Ok(expected)) => assert!(!is_exact || value == expected, "{value:?}\n{expected:?}"),
        (Err(error), Err(expected)) => {
            assert!(!is_exact || error.to_string() == expected.to_string(), "{error}\n{expected}");
        }
        (value, expected) => assert!(!is_exact, "{value:?}\n{expected:?}"),
    }
}
