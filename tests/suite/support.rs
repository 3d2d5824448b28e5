//! What several modules need.

use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads a value.
#[track_caller]
pub fn read<T: DeserializeOwned>(payload: &str) -> T {
    serde_json::from_str(payload).unwrap_or_else(|error| panic!("{error}\n{payload}"))
}

/// Writes a value.
#[track_caller]
pub fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("no value of ours fails to be written")
}

/// The message of the error that reading ends with.
#[track_caller]
pub fn error<T: DeserializeOwned>(payload: &str) -> String {
    match serde_json::from_str::<T>(payload) {
        Ok(_) => panic!("read without an error: {payload}"),
        Err(error) => error.to_string(),
    }
}

/// Reads a value and writes it: the JSON must be equal.
#[track_caller]
pub fn assert_writes_back<T: Serialize + DeserializeOwned>(payload: &str) -> T {
    let value: T = read(payload);
    let [before, after]: [Value; 2] = [payload, &write(&value)].map(read);
    assert_eq!(after, before);
    value
}

/// The folder of real payloads, if it is there.
///
/// It is not part of this repository. A test that wants it says so and keeps its promise on payloads of its own.
pub fn data(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ODATA_TEST_DATA").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("ODATA_TEST_DATA is not set: {what} not read");
    }
    // A test runs in its package's folder, the variable is relative to the workspace's.
    folder.map(|folder| {
        if folder.is_absolute() {
            folder
        } else {
            PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)
        }
    })
}
