//! Ranges of content (RFC 9110, clause 14).

use http::header::{CONTENT_LENGTH, CONTENT_RANGE, DATE, ETAG, LAST_MODIFIED};
use http::{HeaderMap, HeaderName, StatusCode};
use odata_core::request::RetryAfter;

/// The header `Content-Range`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ContentRange {
    /// The offset of the first byte, or `None` if the requested range isn't satisfiable (`bytes */10`).
    pub(crate) first: Option<u64>,
    /// The length of the whole content, or `None` if it is unknown (`*`).
    pub(crate) total: Option<u64>,
}

/// Parses `Content-Range: bytes 5-9/10`.
pub(crate) fn content_range(headers: &HeaderMap) -> Option<ContentRange> {
    let range = headers.get(CONTENT_RANGE)?.to_str().ok()?.trim();
    let (positions, total) = range.strip_prefix("bytes ")?.split_once('/')?;
    let total = if total.trim() == "*" { None } else { Some(total.trim().parse().ok()?) };
    if positions.trim() == "*" {
        return Some(ContentRange { first: None, total });
    }
    let (first, _) = positions.trim().split_once('-')?;
    Some(ContentRange { first: Some(first.trim().parse().ok()?), total })
}

/// Returns the length of the body.
pub(crate) fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.trim().parse().ok()
}

/// Returns the value of `If-Range` that guarantees that the remaining bytes belong to the same content: a strong ETag, or
/// `Last-Modified` if the response has no ETag (RFC 9110, 13.1.5). A weak ETag, or a modification within the last second,
/// doesn't guarantee that the bytes are identical.
pub(crate) fn validator(headers: &HeaderMap) -> Option<String> {
    if let Some(etag) = headers.get(ETAG) {
        return etag.to_str().ok().filter(|etag| etag.starts_with('"')).map(str::to_owned);
    }
    let is_strong = date(headers, &LAST_MODIFIED)? < date(headers, &DATE)?;
    headers.get(LAST_MODIFIED)?.to_str().ok().filter(|_| is_strong).map(str::to_owned)
}

/// Checks whether a response to a request with `If-Range` contains the same content. A response with the status code 206 may
/// omit the header, because the service has compared it.
pub(crate) fn is_same_content(validator: &str, status: StatusCode, headers: &HeaderMap) -> bool {
    let name = if validator.ends_with('"') { ETAG } else { LAST_MODIFIED };
    let is_weak = validator.starts_with("W/");
    !is_weak
        && headers
            .get(name)
            .map_or(status == StatusCode::PARTIAL_CONTENT, |value| value.as_bytes() == validator.as_bytes())
}

/// Returns the time in a header as the number of seconds since 1970.
fn date(headers: &HeaderMap, name: &HeaderName) -> Option<i64> {
    // `Retry-After` contains a date in the same format.
    match RetryAfter::parse(headers.get(name)?.to_str().ok()?)? {
        RetryAfter::At(date) => Some(date.timestamp()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};

    use super::{ContentRange, content_range, is_same_content, validator};

    fn headers(values: &[(&'static str, &str)]) -> HeaderMap {
        values
            .iter()
            .map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value")))
            .collect()
    }

    #[test]
    fn content_ranges_are_parsed() {
        let parse = |value| content_range(&headers(&[("content-range", value)]));
        assert_eq!(parse("bytes 5-9/10"), Some(ContentRange { first: Some(5), total: Some(10) }));
        assert_eq!(parse("bytes 5-9/*"), Some(ContentRange { first: Some(5), total: None }));
        assert_eq!(parse("bytes */10"), Some(ContentRange { first: None, total: Some(10) }));
        for invalid in ["items 5-9/10", "bytes 5-9", "bytes a-9/10", "bytes 5-9/x"] {
            assert_eq!(parse(invalid), None, "{invalid}");
        }
    }

    #[test]
    fn only_strong_validators_are_used() {
        let modified = ("last-modified", "Wed, 21 Oct 2015 07:28:00 GMT");
        let later = ("date", "Wed, 21 Oct 2015 07:28:01 GMT");
        assert_eq!(validator(&headers(&[("etag", "\"7\""), modified, later])).as_deref(), Some("\"7\""));
        assert_eq!(validator(&headers(&[("etag", "W/\"7\""), modified, later])), None);
        assert_eq!(validator(&headers(&[modified, later])).as_deref(), Some(modified.1));
        assert_eq!(validator(&headers(&[modified])), None);
        assert_eq!(validator(&headers(&[modified, ("date", modified.1)])), None);
        assert_eq!(validator(&headers(&[])), None);
    }

    #[test]
    fn content_is_compared_with_the_validator() {
        let (whole, partial) = (StatusCode::OK, StatusCode::PARTIAL_CONTENT);
        let etag = headers(&[("etag", "\"7\"")]);
        assert!(is_same_content("\"7\"", whole, &etag) && is_same_content("\"7\"", partial, &etag));
        assert!(!is_same_content("\"8\"", partial, &etag) && !is_same_content("W/\"7\"", partial, &etag));
        assert!(is_same_content("\"7\"", partial, &HeaderMap::new()));
        assert!(!is_same_content("\"7\"", whole, &HeaderMap::new()));
    }
}
