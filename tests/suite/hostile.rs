//! Input that means harm: an error or a value, never a panic, a crash or a wait.

use odata_core::{Collection, Untyped};
use odata_examples::security::{AnyCaseOperation, CaseOperation};

use crate::support::{error, read, write};

const TAG: &str = r##""@odata.type": "#microsoft.graph.security.ediscoveryExportOperation""##;

/// Objects and arrays far deeper than any format goes.
fn deep_payloads() -> impl Iterator<Item = String> {
    let nested = [("[", "]"), (r#"{"a":"#, "}"), (r#"{"createdBy":{"x":"#, "}}")];
    nested.into_iter().flat_map(|(open, close)| {
        ["nick", "search", "createdBy"].map(|before| {
            format!(r#"{{"{before}": {}1{}, {TAG}}}"#, open.repeat(100_000), close.repeat(100_000))
        })
    })
}

#[test]
fn nesting_ends_at_the_limit_of_the_format() {
    for deep in deep_payloads() {
        assert!(error::<AnyCaseOperation>(&deep).len() < 2000);
    }
}

/// Their limits, 128 and 1,024 levels, are more than the stack of a test's thread holds in a build without optimization,
/// whatever type is read.
#[test]
fn nesting_ends_at_the_limits_of_the_other_formats() {
    let read_all = || {
        for deep in deep_payloads() {
            // sonic-rs walks through a value of a wrong type without a limit, whatever type was asked for.
            if !deep.starts_with(r#"{"createdBy": ["#) {
                let refused = sonic_rs::from_str::<AnyCaseOperation>(&deep);
                assert!(refused.expect_err("too deep").to_string().len() < 2000);
            }
            let refused = simd_json::serde::from_slice::<AnyCaseOperation>(&mut deep.into_bytes());
            assert!(refused.expect_err("too deep").to_string().len() < 2000);
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
        for payload in [format!("{{{members}{TAG}}}"), format!(r#"{{{TAG}, {members}"id": "1"}}"#)] {
            let operation: AnyCaseOperation = read(&payload);
            assert!(operation.extra.len() >= 100_000 && operation.as_export().is_some());
            assert!(read::<AnyCaseOperation>(&write(&operation)) == operation);
        }
    }
}

#[test]
fn names_may_be_long_and_strange() {
    let long = "@".repeat(1_000_000);
    for name in
        [long.as_str(), "", "@", "@@", "a@", "@odata.", "@odata.type@x", "\u{0}", "é\u{202e}", "id@x@y", "."]
    {
        let name = serde_json::Value::from(name);
        let operation: CaseOperation = read(&format!("{{{name}: 1, {TAG}}}"));
        assert!(read::<CaseOperation>(&write(&operation)) == operation, "{}", name.to_string().len());
        assert_eq!(operation.extra.len(), 2);
    }
}

#[test]
fn an_error_is_short_however_long_the_names_of_its_path_are() {
    let long = "é".repeat(500_000);
    for value in [r#"{"a": 1, "a": 2}"#, "1e400", &format!(r#"{{"{long}": 1, "{long}": 2}}"#)] {
        let message = error::<CaseOperation>(&format!(r#"{{"{long}": {value}}}"#));
        assert!(message.len() < 2000 && message.starts_with("`ééé"), "{}", message.len());
        assert!(message.contains("at line 1 column"), "{message}");
    }
}

#[test]
fn numbers_may_be_huge() {
    for digits in ["1e308", "-1e308", "1e-400", "123456789012345678901234567890", &"9".repeat(300)] {
        let operation: CaseOperation = read(&format!(r#"{{"x": {digits}}}"#));
        assert!(read::<CaseOperation>(&write(&operation)) == operation, "{digits}");
        // `1e-400` is delivered as the double 0, except under `arbitrary_precision`.
        if digits != "1e-400" {
            error::<CaseOperation>(&format!(r#"{{"percentProgress": {digits}}}"#));
        }
    }
    for digits in ["1e309".to_owned(), "9".repeat(100_000), format!("1e{}", "9".repeat(50))] {
        // Beyond a double: refused, or kept under `arbitrary_precision`.
        drop(serde_json::from_str::<CaseOperation>(&format!(r#"{{"x": {digits}}}"#)));
        error::<CaseOperation>(&format!(r#"{{"percentProgress": {digits}}}"#));
    }
}

#[test]
fn strings_may_be_broken() {
    for text in [r#""\ud800""#, r#""\udc00\ud800""#, r#""\x""#, "\"\u{1}\"", r#""unterminated"#] {
        for name in ["id", "status", "completedDateTime", "nick", "@odata.type"] {
            error::<AnyCaseOperation>(&format!(r#"{{"{name}": {text}}}"#));
        }
    }
    let not_utf_8: &[u8] = b"{\"id\": \"\xff\"}";
    assert!(serde_json::from_slice::<AnyCaseOperation>(not_utf_8).is_err());
    assert!(serde_json::from_slice::<Collection<AnyCaseOperation>>(b"\xef\xbb\xbf{\"value\": []}").is_err());
}

#[test]
fn a_payload_may_end_anywhere() {
    let whole =
        format!(r#"{{"value": [{{"id": "1\n", "createdBy": {{"user": null}}, "x": [1.5, {{}}], {TAG}}}]}}"#);
    read::<Collection<AnyCaseOperation>>(&whole);
    for end in 0..whole.len() {
        error::<Collection<AnyCaseOperation>>(&whole[..end]);
        assert!(serde_json::from_str::<Untyped>(&whole[..end]).is_err());
    }
}
