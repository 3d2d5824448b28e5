//! The header `AsyncResult` of the response of a status monitor.

use http::{HeaderMap, StatusCode};

/// Returns the status code in the header `AsyncResult`, which is the status code of the result of an asynchronous
/// request (OData 4.01 Protocol, 8.3.1). Without the header `AsyncResult`, returns the status code of the response.
pub(super) fn final_status(status: StatusCode, headers: &HeaderMap) -> StatusCode {
    if status != StatusCode::OK {
        return status;
    }
    let result = headers.get("asyncresult");
    result.and_then(|value| StatusCode::from_bytes(value.as_bytes()).ok()).unwrap_or(status)
}
