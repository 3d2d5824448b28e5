//! Reads bytes with `odata_core::json` and with `serde_json`. The values and the errors must be equal.

#![no_main]

use core::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use odata_core::{Collection, Untyped, json};
use odata_examples::security::AnyCaseOperation;
use serde::de::DeserializeOwned;

fuzz_target!(|payload: &[u8]| {
    let Ok(text) = core::str::from_utf8(payload) else { return };
    compare::<Untyped>(text, true);
    // `serde_json` rejects a member before `@odata.type` that isn't valid as an untyped value, and passes integers with
    // a fraction as doubles, without their digits.
    let is_valid = json::from_str::<Untyped>(text).is_ok() && !text.contains(['.', 'e', 'E']);
    compare::<Collection<AnyCaseOperation>>(text, is_valid);
    compare::<AnyCaseOperation>(text, is_valid);
});

fn compare<T: DeserializeOwned + PartialEq + Debug>(text: &str, is_exact: bool) {
    match (json::from_str::<T>(text), serde_json::from_str::<T>(text)) {
        (Ok(value), Ok(expected)) => assert!(!is_exact || value == expected),
        (Err(error), Err(expected)) => assert!(!is_exact || error.to_string() == expected.to_string(), "{error}\n{expected}"),
        (value, expected) => assert!(!is_exact, "{value:?}\n{expected:?}"),
    }
}
