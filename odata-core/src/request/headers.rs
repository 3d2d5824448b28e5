//! The headers of a request.

use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, COOKIE, HeaderMap,
    HeaderName, HeaderValue, IF_MATCH, IF_NONE_MATCH, PROXY_AUTHORIZATION, VIA,
};

use super::payload::BodyType;
use super::preferences::Preferences;
use super::request_error::RequestError;
use super::service::{ODataVersion, Service};

/// The headers of a request, except for the `Authorization` header with the token of the service.
#[derive(Clone, Default)]
pub(super) struct RequestHeaders {
    pub(super) preferences: Preferences,
    pub(super) uses_ieee754_strings: bool,
    pub(super) metadata: Option<MetadataLevel>,
    /// The names and values of all headers that aren't stored in another field. Invalid names and values are rejected
    /// when the request is built.
    others: Vec<(String, String)>,
}

/// The amount of control information, such as `@odata.type`, in a response (`odata.metadata`; OData 4.01 JSON format,
/// clause 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetadataLevel {
    /// All control information, including the types and links of all instances (`odata.metadata=full`).
    Full,
    /// Only the control information that a client can't compute (`odata.metadata=minimal`). Services use
    /// `odata.metadata=minimal` by default.
    Minimal,
    /// No control information except for `@odata.nextLink` and `@odata.count` (`odata.metadata=none`). Without
    /// `@odata.type`, an instance of a derived type can't be distinguished from an instance of the declared type.
    None,
}

/// The headers whose value is a comma-separated list. If `Accept-Language` is set to `de` and then to `en`, the request
/// has the header `Accept-Language: de, en`.
const LISTS: [HeaderName; 4] = [ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, VIA];

impl RequestHeaders {
    /// Sets a header. A new value of a header in [`LISTS`], such as `Accept-Language`, is appended to the earlier
    /// value. The preferences in a `Prefer` header are added to the earlier preferences. For headers other than
    /// `Prefer` and the headers in [`LISTS`], a new value replaces the earlier value.
    pub(super) fn set(&mut self, name: String, value: String) {
        if name.eq_ignore_ascii_case("prefer") {
            return self.preferences.add(&value);
        }
        let is_list = LISTS.iter().any(|list| name.eq_ignore_ascii_case(list.as_str()));
        match self.others.iter_mut().find(|(earlier, _)| earlier.eq_ignore_ascii_case(&name)) {
            Some((_, earlier)) if is_list => *earlier = format!("{earlier}, {value}"),
            Some((_, earlier)) => *earlier = value,
            None => self.others.push((name, value)),
        }
    }

    /// Checks whether the header was set on the request, for example with `Request::header`.
    pub(super) fn has(&self, name: &HeaderName) -> bool {
        self.others.iter().any(|(other, _)| other.eq_ignore_ascii_case(name.as_str()))
    }

    /// Checks whether the request accepts content of any media type (`Accept: */*`), for example to read a photo.
    pub(super) fn accepts_any_content(&self) -> bool {
        self.others.iter().any(|(name, value)| name.eq_ignore_ascii_case(ACCEPT.as_str()) && value == "*/*")
    }

    /// Returns a copy of the headers without `If-Match` and `If-None-Match`, for example to request the next page. An
    /// ETag is valid only for the URL of the original request.
    pub(super) fn without_conditions(&self) -> Self {
        let mut headers = self.clone();
        headers.others.retain(|(name, _)| {
            ![IF_MATCH, IF_NONE_MATCH].iter().any(|condition| name.eq_ignore_ascii_case(condition.as_str()))
        });
        headers
    }

    /// Builds the headers of an `http` request, except for the `Authorization` header with the token of the service.
    pub(super) fn build(&self, service: &Service, body_type: &BodyType) -> Result<HeaderMap, RequestError> {
        let mut headers = HeaderMap::new();
        insert(&mut headers, ACCEPT.as_str(), &self.media_type(true))?;
        if let Some(version) = service.max_version {
            insert(&mut headers, "odata-maxversion", version.as_str())?;
        }
        match body_type {
            BodyType::None => {}
            BodyType::Raw(media_type) => insert(&mut headers, CONTENT_TYPE.as_str(), media_type)?,
            BodyType::Json => {
                insert(&mut headers, CONTENT_TYPE.as_str(), &self.media_type(false))?;
                if service.max_version.is_some() {
                    insert(&mut headers, "odata-version", ODataVersion::V4_0.as_str())?;
                }
            }
        }
        let is_json = matches!(body_type, BodyType::Json);
        let mut preferences = Preferences::default();
        for (name, value) in service.headers.iter() {
            if name.eq_ignore_ascii_case("prefer") {
                preferences.add(&value);
            } else if is_json || !name.eq_ignore_ascii_case(CONTENT_TYPE.as_str()) {
                insert(&mut headers, name, &value)?;
            }
        }
        preferences.extend(&self.preferences);
        if let Some(preferences) = preferences.header() {
            insert(&mut headers, "prefer", &preferences)?;
        }
        for (name, value) in &self.others {
            insert(&mut headers, name, value)?;
        }
        check_content_type(&headers, body_type)?;
        Ok(headers)
    }

    fn media_type(&self, is_accepted: bool) -> String {
        let level = self.metadata.filter(|_| is_accepted).map(|level| match level {
            MetadataLevel::Full => ";odata.metadata=full",
            MetadataLevel::Minimal => ";odata.metadata=minimal",
            MetadataLevel::None => ";odata.metadata=none",
        });
        let compatible = if self.uses_ieee754_strings { ";IEEE754Compatible=true" } else { "" };
        format!("application/json{}{compatible}", level.unwrap_or_default())
    }

    pub(super) fn set_if_match(&mut self, etag: String) {
        self.set(IF_MATCH.to_string(), etag);
    }

    pub(super) fn set_if_none_match(&mut self, etag: String) {
        self.set(IF_NONE_MATCH.to_string(), etag);
    }
}

/// Inserts a header. The values of `Authorization`, `Proxy-Authorization` and `Cookie` are marked as sensitive, because
/// `Debug` must not print these values.
fn insert(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), RequestError> {
    let invalid = || RequestError::Header(name.to_owned());
    let parsed: HeaderName = name.parse().map_err(|_| invalid())?;
    let mut value = HeaderValue::from_str(value).map_err(|_| invalid())?;
    value.set_sensitive(matches!(parsed, AUTHORIZATION | PROXY_AUTHORIZATION | COOKIE));
    headers.insert(parsed, value);
    Ok(())
}

/// Checks that the `Content-Type` of a request with a JSON body is a JSON media type, and that the `Content-Type` of any
/// other body is a media type.
fn check_content_type(headers: &HeaderMap, body_type: &BodyType) -> Result<(), RequestError> {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match body_type {
        BodyType::Json if !is_json(content_type) => Err(RequestError::ContentType(content_type.to_owned())),
        BodyType::Raw(_) if !is_media_type(content_type) => {
            Err(RequestError::MediaType(content_type.to_owned()))
        }
        _ => Ok(()),
    }
}

/// Checks whether a string has the form `type/subtype`, optionally with parameters after it (RFC 9110, 8.3.1).
fn is_media_type(text: &str) -> bool {
    let is_token = |name: &str| {
        !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    };
    let name = text.split(';').next().unwrap_or_default().trim();
    name.split_once('/').is_some_and(|(main, sub)| is_token(main) && is_token(sub))
}

/// Checks whether a media type is JSON, such as `application/json` or `application/vnd.example+json`.
pub(super) fn is_json(media_type: &str) -> bool {
    let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    name == "application/json" || name == "text/json" || name.ends_with("+json")
}

/// Checks whether the media type in `Content-Type` has the parameter `IEEE754Compatible=true`.
pub(super) fn is_ieee754_compatible(headers: &HeaderMap) -> bool {
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let parameters = media_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    parameters.map(|(name, value)| (name.trim(), value.trim().trim_matches('"'))).any(|(name, value)| {
        name.eq_ignore_ascii_case("IEEE754Compatible") && value.eq_ignore_ascii_case("true")
    })
}
