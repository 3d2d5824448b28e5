//! Reads text with `odata_core::json` and with `serde_json`. The values, the errors and the written values must be equal.

use core::fmt::Debug;

use odata_core::{Collection, Untyped, json};
use odata_examples::security::AnyCaseOperation;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Compares the results of both functions.
///
/// # Panics
///
/// Panics if the values, the errors or the written values differ.
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

fn compare<T: DeserializeOwned + Serialize + PartialEq + Debug>(text: &str, is_exact: bool) {
    let read = json::from_str::<T>(text);
    if let Ok(value) = &read {
        check_written(value);
    }
    match (read, serde_json::from_str::<T>(text)) {
        (Ok(value), Ok(expected)) if is_exact => {
            // Undeclared members may have been stored as text by `odata_core::json` only.
            assert_eq!(json::to_string(&value).ok(), json::to_string(&expected).ok(), "{text}");
            assert!(value == expected, "{value:?}\n{expected:?}");
        }
        (Ok(_), Ok(_)) => {}
        (Err(error), Err(expected)) => {
            assert!(!is_exact || error.to_string() == expected.to_string(), "{error}\n{expected}");
        }
        (value, expected) => assert!(!is_exact, "{value:?}\n{expected:?}"),
    }
}

/// Writes a value with both writers, and reads it again.
fn check_written<T: DeserializeOwned + Serialize + PartialEq + Debug>(value: &T) {
    let written = json::to_string(value);
    assert_eq!(written.as_ref().ok(), serde_json::to_string(value).ok().as_ref(), "{value:?}");
    if let Ok(written) = written {
        let again = json::from_str::<T>(&written);
        assert!(again.as_ref().is_ok_and(|again| again == value), "{written}\n{value:?}\n{again:?}");
    }
}
