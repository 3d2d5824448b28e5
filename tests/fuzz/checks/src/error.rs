//! Reads an error response. Any object with an object `error` must be read, and must be equal after writing and reading.

use odata_core::{ODataError, Untyped};

/// Checks reading an error response. Any object with an object `error` must be read, and must be equal after writing and reading.
///
/// # Panics
///
/// Panics if a property in the description doesn't hold.
pub fn check(payload: &[u8]) {
    let body = serde_json::from_slice::<Untyped>(payload);
    let is_error =
        body.as_ref().is_ok_and(|body| body.get("error").is_some_and(|error| error.as_object().is_some()));
    let read = serde_json::from_slice::<ODataError>(payload);
    assert_eq!(read.is_ok(), is_error, "{read:?}");
    if let Ok(error) = read {
        let _ = (error.to_string(), error.request_id(), error.client_request_id());
        let written = serde_json::to_string(&error).expect("a value that was read can be written");
        assert!(
            serde_json::from_str::<ODataError>(&written).expect("a written value can be read") == error,
            "{written}"
        );
    }
}
