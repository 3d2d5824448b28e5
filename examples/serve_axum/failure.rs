//! The error responses of the service.

use std::fmt::Display;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use odata_core::ODataError;

/// An error response: a status code, and the error in the body.
pub struct Failure(StatusCode, ODataError);

impl Failure {
    pub fn new(status: StatusCode, code: &str, message: impl Display) -> Self {
        Self(status, ODataError::new(code, message.to_string()))
    }

    pub fn bad_request(code: &str, message: impl Display) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    pub fn not_found(path: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NotFound", format_args!("The resource `{path}` doesn't exist."))
    }

    /// Sets the `target` of the error, such as the name of a property.
    pub fn with_target(mut self, target: &str) -> Self {
        self.1.target = Some(target.to_owned());
        self
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        (self.0, Json(self.1)).into_response()
    }
}
