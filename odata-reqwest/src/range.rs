//! Ranges of content (RFC 9110, clause 14).

use http::HeaderMap;
use http::header::{CONTENT_LENGTH, CONTENT_RANGE, ETAG};

/// Returns the first byte and the total length in `Content-Range: bytes 5-9/10`. The total length may be unknown (`*`).
pub(crate) fn content_range(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
    let range = headers.get(CONTENT_RANGE)?.to_str().ok()?.trim();
    let (positions, total) = range.strip_prefix("bytes ")?.split_once('/')?;
    let (first, _) = positions.trim().split_once('-')?;
    let total = if total.trim() == "*" { None } else { Some(total.trim().parse().ok()?) };
    Some((first.trim().parse().ok()?, total))
}

/// Returns the length of the body.
pub(crate) fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.trim().parse().ok()
}

/// Returns the ETag if it is strong. A weak ETag doesn't guarantee that the bytes are identical (RFC 9110, 8.8.1).
pub(crate) fn strong_etag(headers: &HeaderMap) -> Option<String> {
    let etag = headers.get(ETAG)?.to_str().ok()?;
    etag.starts_with('"').then(|| etag.to_owned())
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::{content_range, strong_etag};

    fn headers(name: &'static str, value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().expect("a value"));
        headers
    }

    #[test]
    fn content_ranges_are_parsed() {
        let parse = |value| content_range(&headers("content-range", value));
        assert_eq!(parse("bytes 5-9/10"), Some((5, Some(10))));
        assert_eq!(parse("bytes 5-9/*"), Some((5, None)));
        for invalid in ["bytes */10", "items 5-9/10", "bytes 5-9", "bytes a-9/10", "bytes 5-9/x"] {
            assert_eq!(parse(invalid), None, "{invalid}");
        }
    }

    #[test]
    fn weak_etags_are_ignored() {
        assert_eq!(strong_etag(&headers("etag", "\"7\"")).as_deref(), Some("\"7\""));
        assert_eq!(strong_etag(&headers("etag", "W/\"7\"")), None);
    }
}
