//! The responses of an upload session of Microsoft Graph.

use bytes::Bytes;
use http::StatusCode;
use serde::de::Error as _;
use serde_json::Value;

/// The state of an upload after a part was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Finished,
    Expects(Expected),
}

/// The first range of bytes that the service expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    /// The offset of the first byte.
    pub(crate) start: u64,
    /// The offset after the last byte. Is `None` if the service has received no later byte.
    pub(crate) end: Option<u64>,
}

/// Returns the state after a successful response to a part. `can_be_last` is whether the content may be complete.
///
/// A drive returns the status code 202 if it expects more bytes, and 200 or 201 when the upload is finished. Outlook returns
/// the status code 200 if it expects more bytes.
///
/// # Errors
///
/// Returns an error if the response doesn't contain the ranges that the service expects, although the content is incomplete.
pub(crate) fn state(response: &http::Response<Bytes>, can_be_last: bool) -> serde_json::Result<State> {
    let status = response.status();
    if status == StatusCode::CREATED {
        return Ok(State::Finished);
    }
    match expected(response.body()) {
        Ok(Some(expected)) => Ok(State::Expects(expected)),
        // The service expects no more bytes if the application commits the upload (`deferCommit`).
        Ok(None) => Ok(State::Finished),
        Err(_) if can_be_last && status != StatusCode::ACCEPTED => Ok(State::Finished),
        Err(error) => Err(error),
    }
}

/// Returns the first range that the service expects (`nextExpectedRanges`), or `None` if it expects no more bytes.
///
/// # Errors
///
/// Returns an error if the body isn't the description of an upload session.
pub(crate) fn expected(body: &[u8]) -> serde_json::Result<Option<Expected>> {
    let session: Value = serde_json::from_slice(body)?;
    let ranges = session.get("nextExpectedRanges").or_else(|| session.get("NextExpectedRanges"));
    let invalid =
        || serde_json::Error::custom("`nextExpectedRanges` isn't an array of ranges such as `0-99`");
    let ranges = ranges.and_then(Value::as_array).ok_or_else(invalid)?;
    let ranges: Option<Vec<Expected>> = ranges.iter().map(range).collect();
    Ok(ranges.ok_or_else(invalid)?.into_iter().min_by_key(|range| range.start))
}

/// Parses a range, such as `26-`, `26-99` or `26`.
fn range(range: &Value) -> Option<Expected> {
    let (start, last) = range.as_str()?.split_once('-').unwrap_or((range.as_str()?, ""));
    let last = last.trim();
    let end = if last.is_empty() { None } else { Some(last.parse::<u64>().ok()?.checked_add(1)?) };
    Some(Expected { start: start.trim().parse().ok()?, end })
}

#[cfg(test)]
mod tests {
    use super::{Expected, State, expected, state};

    fn session(ranges: &str) -> String {
        format!(r#"{{"nextExpectedRanges": {ranges}}}"#)
    }

    #[test]
    fn expected_ranges_are_parsed() {
        let parse = |ranges: &str| expected(session(ranges).as_bytes()).ok();
        let range = |start, end| Some(Some(Expected { start, end }));
        assert_eq!(parse(r#"["77829-99375", "12345-55232"]"#), range(12345, Some(55233)));
        assert_eq!(parse(r#"["77829-", "26"]"#), range(26, None));
        assert_eq!(parse("[]"), Some(None));
        for invalid in ["7", r#"["a-b"]"#, r#"["1-b"]"#, "[7]", "null"] {
            assert_eq!(parse(invalid), None, "{invalid}");
        }
        assert!(expected(b"{}").is_err() && expected(b"<html>").is_err());
    }

    #[test]
    fn status_and_body_determine_the_state() {
        let state = |status: u16, body: &str, can_be_last| {
            let response = http::Response::builder().status(status).body(body.to_owned().into());
            state(&response.expect("a response"), can_be_last).ok()
        };
        let expects = Some(State::Expects(Expected { start: 26, end: None }));
        let (ranges, none) = (session(r#"["26-"]"#), session("[]"));
        assert_eq!((state(202, &ranges, false), state(200, &ranges, true)), (expects, expects));
        assert_eq!(state(202, &none, true), Some(State::Finished));
        for (status, body) in [(201, ""), (201, r#"{"id": "1"}"#), (200, r#"{"id": "1"}"#), (204, "")] {
            assert_eq!(state(status, body, true), Some(State::Finished), "{status} {body}");
        }
        assert_eq!((state(200, r#"{"id": "1"}"#, false), state(202, "", true)), (None, None));
    }
}
