//! Tests that `odata_core::json` and `serde_json` read the same values and report the same errors.

mod random_documents;
mod similar_names;
mod undeclared_members;

use core::fmt::Debug;

use odata_core::{Collection, Extra, Json, ODataComplex, SingleValue, Untyped, json};
use odata_examples::security::{AnyCaseOperation, CaseOperation};
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::support::is_precise;

const PAYLOAD: &str = r##"{"@odata.context": "…/$metadata#cases", "value": [
    {"@odata.type": "#microsoft.graph.security.ediscoveryExportOperation", "id": "1", "action": "contentExport",
     "createdBy": {"user": {"id": null, "displayName": "J\u00f6rg \ud83d\ude00 \"M\"\n", "x": [1, -2.5e3, {}]}},
     "percentProgress": 12, "status": "running", "description": "a", "exportFileMetadata": [{"fileName": "z", "size": 7}]},
    {"id": "2", "indexedItemCount": 3, "nick": {"a": [true, false, null]}, "exportStructure": "directory",
     "@odata.type": "#microsoft.graph.security.ediscoveryEstimateOperation"},
    {"completedDateTime": "2026-08-01T12:41:01.1234567Z", "resultInfo": {"code": 0, "subcode": -0, "message": ""}}
], "@odata.nextLink": "https://contoso.example"}"##;

/// A type that skips undeclared members.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "example")]
struct Narrow {
    single: Option<f32>,
    json_single: Option<Json<f32>>,
    double: Option<f64>,
    long: Option<i64>,
    byte: Option<u8>,
    flag: Option<bool>,
    inner: Option<Box<Narrow>>,
    any: Option<Untyped>,
    many: Vec<String>,
}

/// Reads JSON with `odata_core::json` and `serde_json`, and asserts that the results are equal.
fn assert_equal<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
    let before = serde_json::from_str::<T>(text);
    let after = json::from_str::<T>(text);
    match (before, after) {
        (Ok(before), Ok(after)) => assert_eq!(after, before, "{text}"),
        (Err(_), Err(_)) if is_precise() => {}
        (Err(before), Err(after)) => {
            assert_eq!(after.to_string(), before.to_string(), "{text}");
            assert_eq!((after.line(), after.column()), (before.line(), before.column()), "{text}");
        }
        (before, after) => panic!("{before:?}\n{after:?}\n{text}"),
    }
}

fn assert_equal_for_all_types(text: &str) {
    assert_equal::<Collection<AnyCaseOperation>>(text);
    assert_equal::<Collection<Narrow>>(text);
    assert_equal::<AnyCaseOperation>(text);
    assert_equal::<CaseOperation>(text);
    assert_equal::<Narrow>(text);
    assert_equal::<SingleValue<Narrow>>(text);
    assert_equal::<SingleValue<i64>>(text);
    assert_equal::<Untyped>(text);
    assert_equal::<Vec<Narrow>>(text);
    assert_equal::<serde_json::Value>(text);
}

#[test]
fn truncated_input_has_the_same_errors() {
    for end in (0..=PAYLOAD.len()).filter(|end| PAYLOAD.is_char_boundary(*end)) {
        assert_equal_for_all_types(&PAYLOAD[..end]);
        let expected = serde_json::from_str::<IgnoredAny>(&PAYLOAD[..end]).err();
        let is_eof = json::from_str::<Untyped>(&PAYLOAD[..end])
            .err()
            .map(|error| error.category() == json::Category::Eof);
        assert_eq!(is_eof, expected.map(|error| error.is_eof()), "{}", &PAYLOAD[..end]);
    }
}

#[test]
fn replaced_bytes_have_the_same_errors() {
    for index in (0..PAYLOAD.len()).filter(|index| PAYLOAD.as_bytes()[*index].is_ascii()) {
        for byte in
            [" ", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "n", "\u{1}", "\n", "é"]
        {
            let text = format!("{}{byte}{}", &PAYLOAD[..index], &PAYLOAD[index + 1..]);
            assert_equal::<Collection<AnyCaseOperation>>(&text);
        }
    }
}

#[test]
fn numbers_are_equal() {
    let numbers = [
        "0",
        "-0",
        "00",
        "01",
        "-",
        "-a",
        "1.",
        "1.e",
        "1.5",
        "-1.5e+3",
        "1e",
        "1e+",
        "1E-2",
        "1.5e400",
        "-1e400",
        "1e99999999999999",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "123456789012345678901234567890",
        "0.1234567890123456789",
        "3.4028236e38",
        "1e39",
        "0.1",
        "16777217",
        "255",
        "256",
        "12.0",
        "12.5",
        "1e2",
        "0e999999999999",
        "+1",
        ".5",
        "Infinity",
        "\"INF\"",
        "\"-INF\"",
        "\"12\"",
        "nul",
        "nulL",
        "tru",
        "truth",
        "falsy",
        "1 2",
    ];
    for number in numbers {
        for name in ["single", "double", "long", "byte", "flag", "inner", "any", "many", "undeclared"] {
            assert_equal::<Narrow>(&format!("{{\"{name}\": {number}}}"));
            assert_equal::<Narrow>(&format!("{{\"many\": [], \"{name}\":\n[\n{number} ] }}"));
        }
        assert_equal::<Untyped>(number);
        assert_equal::<CaseOperation>(&format!("{{\"x\": [{number}]}}"));
    }
}

/// Rounding the long integers to a double before rounding them to a single would result in the next smaller single.
/// `serde_json` rounds only negative integers between 2⁶³ and 2⁶⁴ twice.
#[test]
fn integers_are_rounded_to_single_as_in_serde_json() {
    for number in [
        "0",
        "-0",
        "16777217",
        "18446744073709551615",
        "9223372586610589697",
        "-9223372586610589697",
        "18446745173221179393",
        "-18446745173221179393",
        "1000000000000000000000000000000000000000",
    ] {
        assert_equal::<Narrow>(&format!("{{\"jsonSingle\": {number}}}"));
    }
}

/// `serde_json` passes these numbers to the visitor as doubles, which don't have all digits.
#[test]
fn integers_with_fraction_or_exponent_are_exact() {
    let read = |number| json::from_str::<Narrow>(&format!("{{\"long\": {number}}}"));
    assert_eq!(read("9007199254740993.0").expect("exact").long, Some(9_007_199_254_740_993));
    assert_eq!(read("9.007199254740993e15").expect("exact").long, Some(9_007_199_254_740_993));
    assert!(read("12.00000000000000000001").is_err());
    assert!(read("1e-400").is_err());
}

#[test]
fn strings_are_equal() {
    let strings = [
        "",
        "a",
        "é\u{202e}",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\ude00",
        "\\ud83dx",
        "\\ud83d\\n",
        "\\ud83d\\u0041",
        "\\u12",
        "\\u12g4",
        "\\x",
        "\\",
        "\u{1}",
        "\t",
        "\\b\\f\\n\\r\\t\\/\\\\\\\"",
        "1234567\\n1234567",
        "12345678\u{1f}",
        "123456789é\u{80}",
        "\\u0000",
    ];
    for string in strings {
        for name in ["id", "status", "completedDateTime", "x", "@odata.type"] {
            let text = format!("{{\"{name}\": \"{string}\"}}");
            assert_equal::<CaseOperation>(&text);
            assert_equal::<Narrow>(&text);
            assert_equal::<Narrow>(&format!("{{\"{string}\": 1, \"many\": [\"{string}\"]}}"));
            assert_equal::<AnyCaseOperation>(&text[..text.len() - 2]);
        }
    }
}

#[test]
fn depth_limit_is_equal() {
    for depth in [1, 62, 63, 64, 125, 126, 127, 128, 129, 1000, 100_000] {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}"), (r#"{"inner":"#, "}"), (r#"{"any":["#, "]}")] {
            let nested = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert_equal::<Narrow>(&nested);
            assert_equal::<Untyped>(&nested);
            assert_equal::<CaseOperation>(&format!("{{\"x\": {nested}}}"));
            assert_equal::<Collection<Narrow>>(&format!("{{\"value\": {nested}}}"));
        }
    }
}

#[test]
fn depth_limit_does_not_count_siblings() {
    for element in ["[]", "{}", "[[]]", r#"{"many": []}"#, r#"{"any": [{}]}"#] {
        let siblings = vec![element; 300].join(",");
        assert_equal_for_all_types(&format!("[{siblings}]"));
        assert_equal_for_all_types(&format!("{{\"value\": [{siblings}]}}"));
        assert_equal_for_all_types(&format!("{{\"x\": [{siblings}]}}"));
    }
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Node {
    name: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Branch {
    #[odata(base)]
    node: Node,
    child: Option<Box<AnyNode>>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyNode {
    Branch(Branch),
    #[odata(base)]
    Node(Node),
}

/// At every level, the member `child` precedes the `@odata.type` of the type that declares it.
#[test]
fn nested_late_types_have_a_depth_limit() {
    for depth in [1, 2, 60, 126, 127, 128, 200, 2000] {
        for inner in ["null", "1", r#"{"child": [1]}"#] {
            let text = format!(
                "{}{inner}{}",
                r#"{"child": "#.repeat(depth),
                r##", "name": "a", "@odata.type": "#n.branch"}"##.repeat(depth)
            );
            assert_equal::<AnyNode>(&text);
            assert_equal::<Collection<AnyNode>>(&format!("{{\"value\": [{text}]}}"));
        }
    }
}

#[test]
fn errors_have_a_path_and_a_category() {
    let error = json::from_str::<Collection<AnyCaseOperation>>(
        r#"{"value": [{}, {"createdBy": {"user": {"id": 5}}}]}"#,
    )
    .expect_err("no string");
    assert_eq!(error.path(), Some("value[1].createdBy.user.id"));
    assert_eq!((error.line(), error.column(), error.category()), (1, 46, json::Category::Data));
    let error = json::from_str::<AnyCaseOperation>("{\"id\": \"\n\"}").expect_err("a newline");
    assert_eq!((error.line(), error.column(), error.category()), (2, 0, json::Category::Syntax));
    let error = json::from_slice::<AnyCaseOperation>(b"{\n\"id\": \"\xff\"}").expect_err("no UTF-8");
    assert_eq!(error.to_string(), "invalid unicode code point at line 2 column 8");
    assert_eq!((error.path(), error.category()), (None, json::Category::Syntax));
    let error = json::from_str::<u8>("300").expect_err("too great");
    assert_eq!(error.to_string(), serde_json::from_str::<u8>("300").expect_err("too great").to_string());
}
