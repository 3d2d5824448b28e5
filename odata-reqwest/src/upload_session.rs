//! The responses of an upload session of Microsoft Graph.

use serde::de::Error as _;
use serde_json::Value;

/// Returns the offset of the first byte that the service expects (`nextExpectedRanges`), or `None` if it expects no more bytes.
///
/// # Errors
///
/// Returns an error if the body isn't the description of an upload session.
pub(crate) fn next_offset(body: &[u8]) -> serde_json::Result<Option<u64>> {
    let session: Value = serde_json::from_slice(body)?;
    let ranges = session.get("nextExpectedRanges").or_else(|| session.get("NextExpectedRanges"));
    let invalid =
        || serde_json::Error::custom("`nextExpectedRanges` isn't an array of ranges such as `0-99`");
    let ranges = ranges.and_then(Value::as_array).ok_or_else(invalid)?;
    let starts: Option<Vec<u64>> = ranges.iter().map(start).collect();
    Ok(starts.ok_or_else(invalid)?.into_iter().min())
}

/// Returns the offset of the first byte of a range, such as 26 for `26-`, `26-99` or `26`.
fn start(range: &Value) -> Option<u64> {
    let range = range.as_str()?;
    range.split('-').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::next_offset;

    #[test]
    fn expected_ranges_are_parsed() {
        let parse =
            |ranges: &str| next_offset(format!(r#"{{"nextExpectedRanges": {ranges}}}"#).as_bytes()).ok();
        assert_eq!(parse(r#"["12345-55232", "77829-99375"]"#), Some(Some(12345)));
        assert_eq!(parse(r#"["77829-", "26"]"#), Some(Some(26)));
        assert_eq!(parse("[]"), Some(None));
        for invalid in ["7", r#"["a-b"]"#, "[7]", "null"] {
            assert_eq!(parse(invalid), None, "{invalid}");
        }
        assert!(next_offset(b"{}").is_err() && next_offset(b"<html>").is_err());
    }
}
