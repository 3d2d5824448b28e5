//! The bodies of the requests in a batch (OData 4.01 JSON format, 19.1).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::{CONTENT_TYPE, HeaderMap};

use super::batch_dependencies::Dependencies;
use super::headers::is_json;
use super::request_error::RequestError;
use crate::json;
use crate::untyped::Untyped;

/// Converts the body of a request into the JSON of the member `body`: a JSON body is a JSON value, a text body is a string,
/// and a body of any other media type is a base64url string. Adds the requests to whose results a JSON body refers to
/// `dependencies`.
pub(super) fn to_json(
    body: Vec<u8>,
    headers: &HeaderMap,
    dependencies: &mut Dependencies<'_>,
) -> Result<String, RequestError> {
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if is_json(media_type) {
        let value: Untyped = json::from_slice(&body).map_err(|error| RequestError::unwritable(&error))?;
        dependencies.add_body(&value)?;
        return text(body, media_type);
    }
    let string =
        if is_utf8_text(media_type) { text(body, media_type)? } else { URL_SAFE_NO_PAD.encode(body) };
    json::to_string(&string).map_err(|error| RequestError::unwritable(&error))
}

fn text(body: Vec<u8>, media_type: &str) -> Result<String, RequestError> {
    String::from_utf8(body).map_err(|_| RequestError::TextEncoding(media_type.to_owned()))
}

fn is_utf8_text(media_type: &str) -> bool {
    media_type.trim_ascii_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("text/"))
}
