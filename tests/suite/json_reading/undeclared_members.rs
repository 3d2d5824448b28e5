//! Tests that undeclared members, which `odata_core::json` stores as text and parses later, can't be distinguished from the
//! parsed members that are read with `serde_json`.

use core::fmt::Debug;
use core::hash::{BuildHasher, BuildHasherDefault};
use std::hash::DefaultHasher;

use odata_core::{Collection, Extra, Untyped, json};
use odata_examples::security::{AnyCaseOperation, CaseOperation};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{AnyNode, Branch, Narrow, Node, assert_equal};
use crate::support::is_precise;

/// Objects with placeholders for a value: an undeclared member at the start, in the middle and at the end, nested in arrays
/// and objects, and with `@odata.type` before or after the member.
const PLACES: [&str; 11] = [
    r#"{"x":$}"#,
    r#"{"x":$,"y":1,"name":"a"}"#,
    r#"{"a":1,"id":"1","x":$,"b":2}"#,
    r#"{"a":{"b":[$]},"c":$}"#,
    r#"{"a":[{},{"b":{"c":$}}],"name":"a"}"#,
    r#"{ "x" : $ , "y" : [ 1 , $ ] }"#,
    r##"{"@odata.type":"#n.branch","x":$,"y":2}"##,
    r##"{"x":$,"y":2,"@odata.type":"#n.branch","child":null}"##,
    r##"{"x":$,"@odata.type":"#n.other","y":$}"##,
    r##"{"child":{"x":$,"y":1},"@odata.type":"#n.branch"}"##,
    r#"{"x":1,"@etag":$,"z@type":$,"id":1}"#,
];

fn assert_equal_in_all_places(value: &str) {
    for place in PLACES {
        let text = place.replace('$', value);
        assert_equal::<Node>(&text);
        assert_equal::<Branch>(&text);
        assert_equal::<AnyNode>(&text);
        assert_equal::<AnyCaseOperation>(&text);
        assert_equal::<CaseOperation>(&text);
        assert_equal::<Narrow>(&text);
        assert_equal::<Collection<AnyNode>>(&format!("{{\"value\":[{text},{text}]}}"));
        assert_equal::<AnyNode>(&text[..text.len() - 1]);
    }
}

#[test]
fn undeclared_values_have_the_same_errors() {
    let values = [
        r#""\ud83d""#,
        r#""\udc00x""#,
        r#""\ud83d\ude00""#,
        r#""\ud83d\u0041""#,
        r#""\u00e9\/""#,
        r#""\u12g4""#,
        r#""\u12"#,
        r#""\x""#,
        r#""abc"#,
        "\"\u{1}\"",
        "\"\n\"",
        "1e999",
        "-1e999",
        "1e99",
        "1E5",
        "1e",
        "1.",
        "1.e5",
        "-",
        "-0",
        "-01",
        "00",
        "0.1234567890123456789",
        "123456789012345678901234567890123456789012345",
        "1.50",
        "-7",
        "truth",
        "tru",
        "nulx",
        "+1",
        "",
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"\u0061":2}"#,
        r#"[{"b":{"a":1,"a":1}}]"#,
        r#"{"a":{"a":1},"b":{"a":2}}"#,
        r#"{"a":1"#,
        r#"{"a":1,}"#,
        r#"{"a" 1}"#,
        r#"{"a":}"#,
        "{1}",
        "[1,",
        "[1,]",
        "[1 2]",
        "[]",
        "{}",
        "]",
        "}",
        "1}",
        "1]",
    ];
    values.into_iter().for_each(assert_equal_in_all_places);
    assert_equal_in_all_places(&"1".repeat(400));
}

#[test]
fn depth_of_undeclared_values_has_the_same_limit() {
    for depth in [31, 32, 33, 124, 125, 126, 127, 128, 129] {
        assert_equal_in_all_places(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        assert_equal_in_all_places(&format!("{}1{}", r#"{"a":"#.repeat(depth), "}".repeat(depth)));
    }
}

#[test]
fn duplicate_undeclared_names_have_the_same_errors() {
    let pairs = [
        ["x", "x"],
        ["x", "\\u0078"],
        ["@etag", "@odata.etag"],
        ["@odata.etag", "@etag"],
        ["x@type", "x@odata.type"],
        ["@odata.etag", "@odata.etag"],
        ["x", "X"],
    ];
    for [one, other] in pairs {
        for between in [
            "",
            r#""y":[],"#,
            r#""id":5,"#,
            r#""y":1e999,"#,
            r#""y":1 2,"#,
            r##""@odata.type":"#n.branch","##,
        ] {
            for count in [0, 13, 14, 15, 16, 40] {
                let others: Vec<_> = (0..count).map(|number| format!(r#""n{number}":1,"#)).collect();
                let others = others.concat();
                let text = format!(r#"{{{others}"{one}":1,{between}"{other}":2,"name":null}}"#);
                assert_equal::<Node>(&text);
                assert_equal::<AnyNode>(&text);
                assert_equal::<CaseOperation>(&text);
                assert_equal::<AnyCaseOperation>(&text);
                assert_equal_in_all_places(&text[..text.len() / 2]);
            }
        }
    }
}

/// Objects that are read and written again.
const OBJECTS: [&str; 16] = [
    r#"{"name":"a","x":1,"y":"z"}"#,
    r#"{"x":[{"a":true,"b":[]},{}],"name":"a"}"#,
    r#"{"x":1,"name":"a","y":2}"#,
    r#"{"x":"\u00e9\/","y":"\\\"\n\t\b\f\r"}"#,
    r#"{"x":"\u0001","y":"é"}"#,
    r#"{"x":1.50,"y":0.00000001,"z":-0}"#,
    r#"{"x":-5,"y":0,"z":123456789012345678,"w":12345678901234567890}"#,
    r#"{"x":0.1234567890123456789,"y":1E3}"#,
    r#"{"@etag":"1","x":1}"#,
    r#"{"x":1,"@odata.etag":"1","@odata.context":"c","name@n.b":2,"name":"a"}"#,
    r#"{"x":1,"x@odata.type":"Byte"}"#,
    r#"{ "x" : [ 1 , { "a" : null } ] , "name" : "a" }"#,
    r##"{"@odata.type":"#n.other","x":1,"child":{"y":[]}}"##,
    r##"{"x":1,"@odata.type":"#n.branch","child":{"y":[],"z":0}}"##,
    r#"{"":null,"a b":false}"#,
    r#"{"\u0078":1,"y\"":2}"#,
];

/// Calls `check` with each of [`OBJECTS`], read with `odata_core::json` and with `serde_json`. No member of the first value has
/// been accessed.
fn for_each_object<T: DeserializeOwned>(check: impl Fn(T, T, &str)) {
    for text in OBJECTS {
        check(json::from_str(text).expect("valid"), serde_json::from_str(text).expect("valid"), text);
    }
}

fn assert_same_json<T: DeserializeOwned + Serialize + Clone + Debug>() {
    for_each_object(|value: T, parsed: T, text| {
        let compact = serde_json::to_string(&parsed).expect("written");
        assert_eq!(json::to_string(&value).expect("written"), compact, "{text}");
        assert_eq!(serde_json::to_string(&value).expect("written"), compact, "{text}");
        let pretty = serde_json::to_string_pretty(&parsed).expect("written");
        assert_eq!(serde_json::to_string_pretty(&value.clone()).expect("written"), pretty, "{text}");
        let tree = serde_json::to_value(&parsed).expect("written");
        assert_eq!(serde_json::to_value(value.clone()).expect("written"), tree, "{text}");
        assert_eq!(format!("{value:?}"), format!("{parsed:?}"), "{text}");
        // The members have been parsed by now.
        assert_eq!(json::to_string(&value).expect("written"), compact, "{text}");
    });
}

#[test]
fn unparsed_members_are_written_like_parsed_members() {
    if !is_precise() {
        assert_same_json::<Node>();
        assert_same_json::<Branch>();
        assert_same_json::<AnyNode>();
    }
}

#[test]
fn unparsed_members_equal_parsed_members() {
    fn hash(value: &Extra) -> u64 {
        BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
    }
    for_each_object(|value: Node, parsed: Node, text| {
        let [unparsed, other] = [&value, &parsed].map(|node| node.extra.clone());
        assert_eq!(hash(&unparsed), hash(&other), "{text}");
        assert_eq!(unparsed, other, "{text}");
        assert_eq!(unparsed.clone(), value.extra, "{text}");
        assert_eq!(value.extra.len(), other.len(), "{text}");
        assert!(value.extra.iter().eq(other.iter()), "{text}");
        assert!(value.extra.clone().into_iter().eq(other.clone()), "{text}");
        assert_eq!(Untyped::from(value.extra.clone()), Untyped::from(other), "{text}");
        assert_ne!(value.extra, Extra::new(), "{text}");
    });
    let [one, other] =
        [r#"{"x":1,"y":2}"#, r#"{"y":2,"x":1}"#].map(|text| json::from_str::<Node>(text).expect("valid"));
    assert_eq!(one, other);
    assert_eq!(hash(&one.extra), hash(&other.extra));
    assert_ne!(one, json::from_str(r#"{"y":1,"x":2}"#).expect("valid"));
}

#[test]
fn unparsed_members_can_be_changed() {
    for_each_object(|value: Node, parsed: Node, text| {
        let [mut inserted, mut expected] = [value.extra.clone(), parsed.extra.clone()];
        assert_eq!(inserted.insert("y", 9), expected.insert("y", 9), "{text}");
        assert_eq!(inserted.remove("x"), expected.remove("x"), "{text}");
        inserted.extend([("w", 1), ("@etag", 2)]);
        expected.extend([("w", 1), ("@etag", 2)]);
        assert!(inserted.iter().eq(&expected), "{text}");
        let node = Node { name: None, extra: inserted };
        assert_eq!(
            json::to_string(&node).expect("written"),
            serde_json::to_string(&Node { name: None, extra: expected }).expect("written")
        );
    });
    let mut extra = json::from_str::<Node>(r#"{"x":1}"#).expect("valid").extra;
    assert_eq!(extra.remove("y"), None);
    assert_eq!(extra.remove("x"), Some(1.into()));
    assert!(extra.is_empty());
    assert_eq!(extra, Extra::new());
}

#[test]
fn threads_can_access_unparsed_members_at_the_same_time() {
    let node: Node = json::from_str(r#"{"x":[1,2],"y":{"z":"é"}}"#).expect("valid");
    let start = std::sync::Barrier::new(8);
    let addresses: Vec<usize> = std::thread::scope(|scope| {
        let access = || {
            start.wait();
            core::ptr::from_ref(node.extra.get("y").expect("a member")).addr()
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(access)).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    assert!(addresses.iter().all(|address| *address == addresses[0]));
    assert_eq!(node.extra.get("y").and_then(|y| y.get("z")), Some(&"é".into()));
}

#[test]
fn unparsed_members_with_declared_names_are_not_written() {
    let node: Node = json::from_str(r#"{"x":1,"child":2}"#).expect("valid");
    let error = json::to_string(&Branch { node, child: None }).expect_err("a declared name");
    assert!(error.to_string().starts_with("`child` is a declared property of `n.branch`"), "{error}");
}
