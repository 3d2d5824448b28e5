//! Tests that malicious input is read or rejected without a panic, a stack overflow or a long run time.

use odata_core::{Collection, Untyped};
use odata_examples::security::{AnyCaseOperation, CaseOperation};

use crate::support::{error, read, write};

const TYPE_ANNOTATION: &str = r##""@odata.type": "#microsoft.graph.security.ediscoveryExportOperation""##;

/// Returns objects and arrays that are nested deeper than the recursion limit of every JSON crate.
fn deep_payloads() -> impl Iterator<Item = String> {
    let nested = [("[", "]"), (r#"{"a":"#, "}"), (r#"{"createdBy":{"x":"#, "}}")];
    nested.into_iter().flat_map(|(open, close)| {
        ["nick", "search", "createdBy"].map(|before| {
            format!(
                r#"{{"{before}": {}1{}, {TYPE_ANNOTATION}}}"#,
                open.repeat(100_000),
                close.repeat(100_000)
            )
        })
    })
}

#[test]
fn serde_json_rejects_deep_nesting() {
    for deep in deep_payloads() {
        assert!(error::<AnyCaseOperation>(&deep).len() < 2000);
    }
}

/// The recursion limits of sonic-rs and simd-json, 128 and 1,024 levels, need more stack than a test thread has in a build
/// without optimization.
#[test]
fn sonic_rs_and_simd_json_reject_deep_nesting() {
    let read_all = || {
        for deep in deep_payloads() {
            // sonic-rs skips a value of the wrong type without a recursion limit.
            if !deep.starts_with(r#"{"createdBy": ["#) {
                let rejected = sonic_rs::from_str::<AnyCaseOperation>(&deep);
                assert!(rejected.expect_err("too deep").to_string().len() < 2000);
            }
            let rejected = simd_json::serde::from_slice::<AnyCaseOperation>(&mut deep.into_bytes());
            assert!(rejected.expect_err("too deep").to_string().len() < 2000);
        }
    };
    std::thread::Builder::new()
        .stack_size(64 << 20)
        .spawn(read_all)
        .expect("a thread")
        .join()
        .expect("no panic");
}

#[test]
fn many_members_and_many_annotations_are_read_and_written() {
    let of_one = (0..100_000).map(|number| format!(r#""status@n.t{number}": {number}, "#));
    let of_many = (0..100_000).map(|number| format!(r#""p{number}@n.t": 0, "p{number}": 1, "#));
    for members in [of_one.collect::<Vec<_>>().concat(), of_many.collect::<Vec<_>>().concat()] {
        for payload in [
            format!("{{{members}{TYPE_ANNOTATION}}}"),
            format!(r#"{{{TYPE_ANNOTATION}, {members}"id": "1"}}"#),
        ] {
            let operation: AnyCaseOperation = read(&payload);
            assert!(operation.extra.len() >= 100_000 && operation.as_export().is_some());
            assert!(read::<AnyCaseOperation>(&write(&operation)) == operation);
        }
    }
}

#[test]
fn long_and_unusual_names() {
    let long = "@".repeat(1_000_000);
    for name in
        [long.as_str(), "", "@", "@@", "a@", "@odata.", "@odata.type@x", "\u{0}", "é\u{202e}", "id@x@y", "."]
    {
        let name = serde_json::Value::from(name);
        let operation: CaseOperation = read(&format!("{{{name}: 1, {TYPE_ANNOTATION}}}"));
        assert!(read::<CaseOperation>(&write(&operation)) == operation, "{}", name.to_string().len());
        assert_eq!(operation.extra.len(), 2);
    }
}

#[test]
fn error_message_truncates_long_names() {
    let long = "é".repeat(500_000);
    for value in [r#"{"a": 1, "a": 2}"#, "1e400", &format!(r#"{{"{long}": 1, "{long}": 2}}"#)] {
        let message = error::<CaseOperation>(&format!(r#"{{"{long}": {value}}}"#));
        assert!(message.len() < 2000 && message.starts_with("`ééé"), "{}", message.len());
        assert!(message.contains("at line 1 column"), "{message}");
    }
}

#[test]
fn huge_numbers() {
    for digits in ["1e308", "-1e308", "1e-400", "123456789012345678901234567890", &"9".repeat(300)] {
        let operation: CaseOperation = read(&format!(r#"{{"x": {digits}}}"#));
        assert!(read::<CaseOperation>(&write(&operation)) == operation, "{digits}");
        // `serde_json` reads `1e-400` as the double 0, unless `arbitrary_precision` is enabled.
        if digits != "1e-400" {
            error::<CaseOperation>(&format!(r#"{{"percentProgress": {digits}}}"#));
        }
    }
    for digits in ["1e309".to_owned(), "9".repeat(100_000), format!("1e{}", "9".repeat(50))] {
        // The numbers exceed the range of a double. They are errors unless `arbitrary_precision` is enabled.
        drop(serde_json::from_str::<CaseOperation>(&format!(r#"{{"x": {digits}}}"#)));
        error::<CaseOperation>(&format!(r#"{{"percentProgress": {digits}}}"#));
    }
}

#[test]
fn malformed_strings() {
    for string in [r#""\ud800""#, r#""\udc00\ud800""#, r#""\x""#, "\"\u{1}\"", r#""unterminated"#] {
        for name in ["id", "status", "completedDateTime", "nick", "@odata.type"] {
            error::<AnyCaseOperation>(&format!(r#"{{"{name}": {string}}}"#));
        }
    }
    let not_utf_8: &[u8] = b"{\"id\": \"\xff\"}";
    assert!(serde_json::from_slice::<AnyCaseOperation>(not_utf_8).is_err());
    assert!(odata_core::json::from_slice::<AnyCaseOperation>(not_utf_8).is_err());
    assert!(serde_json::from_slice::<Collection<AnyCaseOperation>>(b"\xef\xbb\xbf{\"value\": []}").is_err());
}

#[test]
fn truncated_payloads() {
    let whole = format!(
        r#"{{"value": [{{"id": "1\n", "createdBy": {{"user": null}}, "x": [1.5, {{}}], {TYPE_ANNOTATION}}}]}}"#
    );
    read::<Collection<AnyCaseOperation>>(&whole);
    for end in 0..whole.len() {
        error::<Collection<AnyCaseOperation>>(&whole[..end]);
        assert!(crate::support::try_read::<Untyped>(&whole[..end]).is_err());
    }
}
