//! The bodies of the requests in a batch (OData 4.01 JSON format, 19.1).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::{CONTENT_TYPE, HeaderMap};

use super::headers::is_json;
use super::request_error::RequestError;
use crate::json;
use crate::untyped::Untyped;

/// Converts the body of a request into the member `body`: a JSON body is a JSON value, a text body is a string, and a body
/// of any other media type is a base64url string.
pub(super) fn to_member(body: Vec<u8>, headers: &HeaderMap) -> Result<Untyped, RequestError> {
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if is_json(media_type) {
        return json::from_slice(&body).map_err(|error| RequestError::unwritable(&error));
    }
    if is_utf8_text(media_type) {
        return match String::from_utf8(body) {
            Ok(text) => Ok(text.into()),
            Err(_) => Err(RequestError::TextEncoding(media_type.to_owned())),
        };
    }
    Ok(URL_SAFE_NO_PAD.encode(body).into())
}

fn is_utf8_text(media_type: &str) -> bool {
    media_type.trim_ascii_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("text/"))
}
