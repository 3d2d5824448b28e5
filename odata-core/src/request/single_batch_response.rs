//! The single responses in the body of a batch response.

use core::fmt;

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::batch_warning::BatchWarning;
use super::headers::is_json;
use crate::control;
use crate::json;
use crate::untyped::Untyped;

/// A JSON object in the array `responses` of a batch response. The member `body` isn't deserialized yet, because the
/// type of the body depends on the request.
#[derive(Default)]
pub(super) struct PartResponse {
    pub(super) id: Option<String>,
    status: Option<Untyped>,
    /// The names and values of the headers. The same header name may occur several times.
    headers: Vec<(String, Untyped)>,
    body: Option<Box<RawValue>>,
    /// The error message if a member of the JSON object occurs twice, or if `headers` isn't an object.
    problem: Option<String>,
}

impl PartResponse {
    /// Reads the members `responses` and `@odata.nextLink` of a batch response.
    pub(super) fn read_all(text: &str) -> json::Result<(Vec<Self>, Option<String>)> {
        let envelope: Envelope = json::from_str(text)?;
        let missing = || json::Error::custom("missing member `responses` of a batch response");
        Ok((envelope.responses.ok_or_else(missing)?, envelope.next_link))
    }

    /// Creates a warning that the `id` of this response matches no request of the batch.
    pub(super) fn unmatched(self) -> BatchWarning {
        let status = self.status_code().map(|status| status.as_u16());
        let body = self.body.and_then(|body| json::from_str(body.get()).ok());
        BatchWarning::Unmatched { id: self.id, status, body }
    }

    /// Converts the response into an `http` response.
    ///
    /// # Errors
    ///
    /// Returns an error message if a member occurs twice, if `status` is missing or invalid, or if `headers` isn't an
    /// object.
    pub(super) fn into_http(
        mut self,
        warnings: &mut Vec<BatchWarning>,
    ) -> Result<http::Response<Vec<u8>>, String> {
        if let Some(problem) = self.problem.take() {
            return Err(problem);
        }
        let status = self.status_code().ok_or_else(|| match &self.status {
            None => "the response has no `status`".to_owned(),
            Some(_) => "`status` isn't an HTTP status code".to_owned(),
        })?;
        let mut headers = HeaderMap::new();
        for (name, value) in self.headers {
            if append(&mut headers, &name, &value).is_none() {
                warnings.push(BatchWarning::Header { id: self.id.clone(), name });
            }
        }
        let media_type = headers.get("content-type").and_then(|value| value.to_str().ok());
        let mut response = http::Response::new(body_bytes(self.body, media_type));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }

    /// Returns the status code, or `None` if the member `status` is missing or invalid. Some services write the member
    /// `status` as a string: `"200"`.
    fn status_code(&self) -> Option<StatusCode> {
        let status = self.status.as_ref()?;
        let number = status.as_i64().or_else(|| status.as_str()?.trim().parse().ok())?;
        StatusCode::from_u16(u16::try_from(number).ok()?).ok()
    }
}

/// Appends a header of a single response to `headers`. In the JSON of the batch response, the value of the header is a
/// string, a number, a Boolean value, or an array if the header occurs several times. Returns `None` if the name or a
/// value isn't allowed in an HTTP header. Marks `Set-Cookie` headers as sensitive, because `Debug` must not print the
/// cookies.
fn append(headers: &mut HeaderMap, name: &str, value: &Untyped) -> Option<()> {
    let text = match value {
        Untyped::Null => return Some(()),
        Untyped::Collection(values) => {
            return values.iter().try_for_each(|value| append(headers, name, value));
        }
        Untyped::String(text) => text.clone(),
        Untyped::Number(number) => number.to_string(),
        Untyped::Boolean(value) => value.to_string(),
        Untyped::Object(_) => json::to_string(value).ok()?,
    };
    let name: HeaderName = name.parse().ok()?;
    let mut value = HeaderValue::from_bytes(text.as_bytes()).ok()?;
    value.set_sensitive(name == SET_COOKIE);
    headers.append(name, value);
    Some(())
}

/// Returns the body of a response as bytes (OData 4.01 JSON format, 19.2). The media type determines the format of the
/// member `body`: a JSON value for a JSON body, a string for a text body, and a base64url string for any other body.
/// Standard base64 is also accepted instead of base64url.
fn body_bytes(body: Option<Box<RawValue>>, media_type: Option<&str>) -> Vec<u8> {
    let Some(body) = body else { return Vec::new() };
    // `from_str` returns an error for any value other than a string or null. The body is the JSON text of such a value.
    match json::from_str::<Option<String>>(body.get()) {
        Ok(None) => Vec::new(),
        Ok(Some(text)) => string_bytes(text, media_type.unwrap_or_default()),
        Err(_) => Box::<str>::from(body).into_string().into_bytes(),
    }
}

fn string_bytes(text: String, media_type: &str) -> Vec<u8> {
    let is_json_text = text.trim_ascii_start().starts_with(['{', '[']);
    let is_text = media_type.is_empty() || media_type.trim_ascii_start().starts_with("text/");
    if is_text || is_json_text {
        return text.into_bytes();
    }
    match decoded(&text) {
        // If the media type is JSON, the string contains either the JSON text or its base64 encoding.
        Some(bytes) if !is_json(media_type) || is_json_compound(&bytes) => bytes,
        _ => text.into_bytes(),
    }
}

/// Checks whether the bytes are a JSON object or a JSON array. The base64 encoding of another JSON value can't be
/// distinguished from a string, because a string such as `true` is also valid base64.
fn is_json_compound(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    matches!(json::from_slice(bytes), Ok(Untyped::Object(_) | Untyped::Collection(_)))
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let alphabet = if text.contains(['+', '/']) { STANDARD } else { URL_SAFE };
    GeneralPurpose::new(&alphabet, config).decode(text).ok()
}

/// The body of a batch response.
#[derive(Default)]
struct Envelope {
    responses: Option<Vec<PartResponse>>,
    next_link: Option<String>,
}

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EnvelopeVisitor)
    }
}

struct EnvelopeVisitor;

impl<'de> Visitor<'de> for EnvelopeVisitor {
    type Value = Envelope;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a batch response: an object with an array `responses`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope, A::Error> {
        let mut envelope = Envelope::default();
        while let Some(name) = map.next_key::<String>()? {
            match &*control::normalized(&name) {
                "responses" if envelope.responses.is_some() => {
                    return Err(A::Error::custom("duplicate member `responses`"));
                }
                "responses" => envelope.responses = Some(map.next_value()?),
                "@odata.nextLink" => envelope.next_link = map.next_value()?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(envelope)
    }
}

impl<'de> Deserialize<'de> for PartResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PartVisitor)
    }
}

struct PartVisitor;

impl<'de> Visitor<'de> for PartVisitor {
    type Value = PartResponse;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a response to a request of the batch")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PartResponse, A::Error> {
        let (mut part, mut seen) = (PartResponse::default(), Vec::new());
        while let Some(name) = map.next_key::<String>()? {
            if seen.contains(&name) {
                part.problem = Some(format!("duplicate member `{name}`"));
            }
            match name.as_str() {
                "id" => part.id = identifier(&map.next_value()?),
                "status" => part.status = Some(map.next_value()?),
                "headers" => {
                    let headers: Box<RawValue> = map.next_value()?;
                    match json::from_str(headers.get()) {
                        Ok(Headers(headers)) => part.headers = headers,
                        Err(_) => part.problem = Some("`headers` isn't an object".to_owned()),
                    }
                }
                "body" => part.body = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
            seen.push(name);
        }
        Ok(part)
    }
}

/// The member `headers` of a response in a batch response. If `headers` is `null`, the response has no headers.
struct Headers(Vec<(String, Untyped)>);

impl<'de> Deserialize<'de> for Headers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeadersVisitor)
    }
}

struct HeadersVisitor;

impl<'de> Visitor<'de> for HeadersVisitor {
    type Value = Headers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the headers of a response")
    }

    fn visit_unit<E: Error>(self) -> Result<Headers, E> {
        Ok(Headers(Vec::new()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Headers, A::Error> {
        let mut headers = Vec::new();
        while let Some(header) = map.next_entry()? {
            headers.push(header);
        }
        Ok(Headers(headers))
    }
}

/// Returns the `id` of a response as a string. Some services write the `id` as a number.
fn identifier(id: &Untyped) -> Option<String> {
    id.as_str().map(str::to_owned).or_else(|| id.as_i64().map(|id| id.to_string()))
}
