//! Deserialization of response bodies.

use std::borrow::Cow;
use std::sync::Arc;

use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde::de::Error;

use super::async_result;
use super::response::Response;
use super::response_error::ResponseError;
use super::response_parts::ResponseParts;
use crate::envelope::ODataError;
use crate::json;
use crate::untyped::{Members, Untyped};

/// A function that reads a successful response.
pub(super) type ReadBody<R> = fn(Received<'_>) -> json::Result<R>;

/// The JSON text that is deserialized if the response body is empty.
pub(super) const NULL: &str = "null";

/// The maximum length, in bytes, of a response body that is searched for `@odata.null`.
const MAX_NULL_LENGTH: usize = 2048;

/// Deserializes the response body as the type `R`.
pub(super) fn read_value<R: for<'de> Deserialize<'de>>(received: Received<'_>) -> json::Result<R> {
    received.json()
}

/// A response that was received from an HTTP client.
#[derive(Clone, Copy, Debug)]
pub struct Received<'r> {
    pub(super) status: StatusCode,
    pub(super) headers: &'r HeaderMap,
    pub(super) body: &'r [u8],
    /// Whether the status code of the HTTP response is 202. The result of an asynchronous request, whose status code is in
    /// the header `AsyncResult` or in an HTTP message, may also have the status code 202.
    pub(super) is_accepted: bool,
}

impl<'r> Received<'r> {
    pub(super) fn of<B: AsRef<[u8]>>(response: &'r http::Response<B>) -> Self {
        let (headers, body) = (response.headers(), response.body().as_ref());
        let (status, is_accepted) = (response.status(), response.status() == StatusCode::ACCEPTED);
        Self { status: async_result::final_status(status, headers), headers, body, is_accepted }
    }

    /// Reads an HTTP message that a status monitor returned: the result of an asynchronous request.
    pub(super) fn of_message<B: AsRef<[u8]>>(message: &'r http::Response<B>) -> Self {
        Self { is_accepted: false, ..Self::of(message) }
    }

    /// Deserializes the body of a successful response. Returns an error if the status code isn't successful.
    pub(super) fn read<R>(
        self,
        is_conditional: bool,
        read: ReadBody<R>,
    ) -> Result<Response<R>, ResponseError> {
        let is_expected =
            self.status.is_success() || (is_conditional && self.status == StatusCode::NOT_MODIFIED);
        if !is_expected {
            return Err(self.failure());
        }
        let value = read(self).map_err(|error| match self.is_null() {
            Ok(true) => self.no_content(),
            _ => self.unreadable(error),
        })?;
        Ok(Response::new(value, self.parts()))
    }

    /// Returns the error for a response with an unsuccessful status code.
    #[cold]
    pub(super) fn failure(self) -> ResponseError {
        let parts = Box::new(self.parts());
        match self.text().and_then(json::from_str::<ODataError>) {
            Ok(error) => ResponseError::Service { parts, error: Box::new(error) },
            Err(_) => ResponseError::UnexpectedStatus { parts, body_start: start(self.body) },
        }
    }

    /// Returns the error for a response body that can't be deserialized.
    #[cold]
    pub(super) fn unreadable(self, error: json::Error) -> ResponseError {
        let (parts, body_start) = (Box::new(self.parts()), start(self.body));
        ResponseError::Unreadable { parts, error: Arc::new(error), body_start }
    }

    #[cold]
    pub(super) fn no_content(self) -> ResponseError {
        ResponseError::NoContent { parts: Box::new(self.parts()) }
    }

    pub(super) fn parts(self) -> ResponseParts {
        ResponseParts::new(self.status, self.headers)
    }

    /// Deserializes the body. A missing body is deserialized as `null`.
    pub(super) fn json<R: Deserialize<'r>>(self) -> json::Result<R> {
        json::from_str(self.text()?)
    }

    /// Checks whether the body is missing or null.
    pub(super) fn is_null(self) -> json::Result<bool> {
        Ok(self.text()? == NULL)
    }

    /// Returns the JSON text of the response body without a byte order mark. Returns the JSON text `null` if the body
    /// is empty, or contains `"@odata.null": true` and no properties.
    pub(super) fn text(self) -> json::Result<&'r str> {
        let text = self.utf8()?;
        // Leading whitespace isn't removed, because the line and column in an error refer to the received body.
        Ok(if text.trim_ascii().is_empty() || is_null(text) { NULL } else { text })
    }

    /// Returns the body as text without a byte order mark.
    pub(super) fn utf8(self) -> json::Result<&'r str> {
        let body = self.body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(self.body);
        core::str::from_utf8(body).map_err(|error| self.not_utf8(&error))
    }

    #[cold]
    fn not_utf8(self, error: &core::str::Utf8Error) -> json::Error {
        let encoding = self.headers.get("content-encoding").and_then(|value| value.to_str().ok());
        let reason = match (self.body, encoding) {
            ([0xFF, 0xFE, ..] | [0xFE, 0xFF, ..], _) => Cow::Borrowed("it is UTF-16"),
            (_, Some(encoding)) => {
                format!("`Content-Encoding` is `{encoding}`, so decompress the body before it is read").into()
            }
            _ => format!("byte {} is invalid", error.valid_up_to()).into(),
        };
        json::Error::custom(format_args!("the body isn't UTF-8: {reason}"))
    }
}

/// Checks whether the response body is an object that contains `"@odata.null": true` and no properties. Microsoft's
/// OData library writes null as `{"@odata.context": "…", "@odata.null": true}`.
fn is_null(body: &str) -> bool {
    fn parse(body: &str) -> bool {
        let Ok(Untyped::Object(members)) = json::from_str(body) else { return false };
        let is_true = |members: &Members, name| members.get(name).and_then(Untyped::as_bool) == Some(true);
        is_true(&members, "@odata.null") && members.iter().all(|(name, _)| name.starts_with('@'))
    }
    body.len() <= MAX_NULL_LENGTH && body.contains("\"@odata.null\"") && parse(body)
}

/// The maximum number of characters that an error message quotes from a response body.
const MAX_START_LENGTH: usize = 200;

/// Returns the start of a body as text, without bearer tokens.
pub(super) fn start(body: &[u8]) -> String {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    // A character has at most four bytes in UTF-8.
    let text = String::from_utf8_lossy(&body[..body.len().min(4 * MAX_START_LENGTH)]);
    let mut characters = text.trim_ascii().chars();
    let start: String = characters.by_ref().take(MAX_START_LENGTH).collect();
    let start = without_token(start);
    if characters.next().is_some() { format!("{start}…") } else { start }
}

/// Replaces every bearer token in a text with `…`. A response body can contain a token, because the error page of a
/// proxy may contain the headers of the request.
fn without_token(mut text: String) -> String {
    const SCHEME: &str = "bearer ";
    let mut from = 0;
    while let Some(found) = text[from..].to_ascii_lowercase().find(SCHEME) {
        let start = from + found + SCHEME.len();
        let is_token = |character: char| character.is_ascii_alphanumeric() || "-._~+/=".contains(character);
        let length = text[start..].find(|character| !is_token(character)).unwrap_or(text.len() - start);
        text.replace_range(start..start + length, "…");
        from = start;
    }
    text
}
