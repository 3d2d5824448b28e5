//! Functions that several test modules use.

use std::path::PathBuf;

use odata_core::json;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Checks whether the feature `arbitrary_precision` of `serde_json` is enabled. The feature changes the positions and some
/// messages of `serde_json`'s errors. It doesn't change the errors of `odata_core::json`.
pub fn is_precise() -> bool {
    serde_json::from_str::<Value>("1.50").is_ok_and(|number| number.to_string().ends_with("50"))
}

/// Reads a value with `odata_core::json` and with `serde_json`, and asserts that both succeed or have the same error.
#[track_caller]
pub fn try_read<'de, T: Deserialize<'de>>(payload: &'de str) -> Result<T, String> {
    let [by_json, by_serde] = [
        json::from_str::<T>(payload).map_err(|error| error.to_string()),
        serde_json::from_str::<T>(payload).map_err(|error| error.to_string()),
    ];
    if is_precise() {
        assert_eq!(by_json.is_ok(), by_serde.is_ok(), "{payload}");
        return by_serde;
    }
    assert_eq!(by_json.as_ref().err(), by_serde.as_ref().err(), "{payload}");
    by_json
}

/// Reads a value, and panics if that fails.
#[track_caller]
pub fn read<'de, T: Deserialize<'de>>(payload: &'de str) -> T {
    try_read(payload).unwrap_or_else(|error| panic!("{error}\n{payload}"))
}

/// Writes a value as JSON.
#[track_caller]
pub fn write<T: Serialize>(value: &T) -> String {
    let written = json::to_string(value).expect("a value that can be written");
    assert_eq!(written, serde_json::to_string(value).expect("a value that can be written"));
    written
}

/// Returns the message of the error that occurs when `payload` is read.
#[track_caller]
pub fn error<'de, T: Deserialize<'de>>(payload: &'de str) -> String {
    match try_read::<T>(payload) {
        Ok(_) => panic!("read without an error: {payload}"),
        Err(error) => error,
    }
}

/// Reads a value, writes it, and asserts that the JSON is equal.
#[track_caller]
pub fn assert_writes_back<T: Serialize + DeserializeOwned>(payload: &str) -> T {
    let value: T = read(payload);
    let of_serde: T = serde_json::from_str(payload).expect("read");
    assert_eq!(write(&value), write(&of_serde));
    let [before, after]: [Value; 2] = [payload, &write(&value)].map(read);
    assert_eq!(after, before);
    value
}

/// Returns the folder with real payloads, if `ODATA_TEST_DATA` is set. Otherwise, prints a note.
///
/// The folder isn't part of this repository. `what` describes the data that the calling test needs.
pub fn data(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ODATA_TEST_DATA").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("`ODATA_TEST_DATA` is not set: the test with {what} is skipped");
    }
    // A test runs in the folder of its package, but `ODATA_TEST_DATA` is relative to the workspace.
    folder.map(|folder| {
        if folder.is_absolute() {
            folder
        } else {
            PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)
        }
    })
}
