//! Tests that `odata_core::json` and `serde_json` write the same JSON and reject the same values.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::io::{self, Write};

use odata_core::{Json, ODataComplex, Untyped, json};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::value::RawValue;

/// Writes a value with `odata_core::json` and `serde_json`, and asserts that the results are equal.
#[track_caller]
fn assert_equal<T: Serialize + ?Sized>(value: &T) {
    let before = serde_json::to_string(value).map_err(|error| error.to_string());
    let after = json::to_string(value).map_err(|error| error.to_string());
    assert_eq!(after, before);
    let bytes = json::to_vec(value).map_err(|error| error.to_string());
    assert_eq!(bytes, before.clone().map(String::into_bytes));
    let mut output = Vec::new();
    let written = json::to_writer(&mut output, value).map_err(|error| error.to_string());
    assert_eq!(written.map(|()| output), before.map(String::into_bytes));
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Unit;

#[derive(Serialize)]
struct Newtype(f32);

#[derive(Serialize)]
struct Pair(u8, Option<char>);

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Variant {
    Unit,
    Newtype(i8),
    Tuple(i16, bool),
    Struct { a: u16, b: () },
}

#[derive(Serialize)]
struct Everything<'s> {
    numbers: (i8, i16, i32, i64, i128, u8, u16, u32, u64, u128),
    doubles: Vec<f64>,
    singles: [f32; 4],
    unit: Unit,
    newtype: Newtype,
    pair: Pair,
    variants: Vec<Variant>,
    text: &'s str,
    empty: (Vec<u8>, BTreeMap<String, u8>),
    #[serde(skip_serializing_if = "Option::is_none")]
    absent: Option<()>,
    raw: Box<RawValue>,
    value: serde_json::Value,
}

#[test]
fn every_type_of_serde_is_equal() {
    let everything = Everything {
        numbers: (
            i8::MIN,
            i16::MIN,
            i32::MIN,
            i64::MIN,
            i128::MIN,
            u8::MAX,
            u16::MAX,
            u32::MAX,
            u64::MAX,
            u128::MAX,
        ),
        doubles: vec![0.0, -0.0, 1.0, 1e21, 1e-7, f64::MIN_POSITIVE, f64::MAX, f64::NAN, f64::INFINITY],
        singles: [0.1, f32::MAX, 16_777_216.0, f32::NEG_INFINITY],
        unit: Unit,
        newtype: Newtype(1.5),
        pair: Pair(7, Some('"')),
        variants: vec![
            Variant::Unit,
            Variant::Newtype(-1),
            Variant::Tuple(2, true),
            Variant::Struct { a: 3, b: () },
        ],
        text: "\u{7f}\u{80}\u{2028}é😀",
        empty: (Vec::new(), BTreeMap::new()),
        absent: None,
        raw: RawValue::from_string("{ \"a\" : 1.50 }".to_owned()).expect("JSON"),
        value: serde_json::json!({"a": [1, 2.5, null], "b": {}}),
    };
    assert_equal(&everything);
    assert_equal(&Some(everything));
    assert_equal(&serde_bytes(b"bytes"));
}

/// Returns a value that is serialized with `serialize_bytes`.
fn serde_bytes(bytes: &[u8]) -> impl Serialize {
    struct Bytes<'b>(&'b [u8]);
    impl Serialize for Bytes<'_> {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(self.0)
        }
    }
    Bytes(bytes)
}

/// A value that is serialized with `collect_str`.
struct Displayed<'s>(&'s str);

impl Serialize for Displayed<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("<{}|{}>", self.0, 5))
    }
}

#[test]
fn every_ascii_character_is_escaped_equally() {
    for position in 0..20 {
        for character in '\0'..='\u{ff}' {
            let text = format!("{}{character}é\\", "x".repeat(position));
            assert_equal(&text);
            assert_equal(&Displayed(&text));
            assert_equal(&BTreeMap::from([(text, 1)]));
        }
    }
}

#[test]
fn keys_are_equal() {
    assert_equal(&BTreeMap::from([(1_i8, 2), (-3, 4)]));
    assert_equal(&BTreeMap::from([(u128::MAX, 0)]));
    assert_equal(&BTreeMap::from([(true, false)]));
    assert_equal(&BTreeMap::from([('"', 1)]));
    assert_equal(&BTreeMap::from([(Some("a"), 1)]));
    assert_equal(&BTreeMap::from([(Variant::Unit, 1)]));
    for invalid in [Variant::Newtype(1), Variant::Tuple(1, true), Variant::Struct { a: 1, b: () }] {
        assert_equal(&BTreeMap::from([(invalid, 1)]));
    }
    assert_equal(&BTreeMap::from([((), 1)]));
    assert_equal(&BTreeMap::from([(Unit, 1)]));
    assert_equal(&BTreeMap::from([(None::<String>, 1)]));
    assert_equal(&BTreeMap::from([(vec![1], 1)]));
    assert_equal(&BTreeMap::from([((1, 2), 1)]));
    assert_equal(&HashMap::from([(BTreeMap::from([(1, 2)]), 1)]));
    for key in [1.0_f64, 0.1, f64::NAN, f64::INFINITY] {
        assert_equal(&serde_map(key));
    }
    for key in [1.0_f32, 0.1, f32::NAN, f32::INFINITY] {
        assert_equal(&serde_map(key));
    }
}

/// Returns a map with one key, for keys that don't implement `Ord`.
fn serde_map(key: impl Serialize + Copy) -> impl Serialize {
    struct Single<K>(K);
    impl<K: Serialize + Copy> Serialize for Single<K> {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([(self.0, 1)])
        }
    }
    Single(key)
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "example")]
struct Price {
    amount: Decimal,
    details: Option<Json<Box<RawJson>>>,
}

#[derive(Debug)]
struct RawJson(Box<RawValue>);

impl PartialEq for RawJson {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

impl Serialize for RawJson {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for RawJson {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self)
    }
}

#[test]
fn digits_and_raw_json_are_preserved() {
    let payload = r#"{"amount":1.50,"details":{ "x" : 1.00 }}"#;
    let price: Price = json::from_str(payload).expect("read");
    assert_eq!(json::to_string(&price).expect("written"), payload);
    let untyped: Untyped = json::from_str("[1.5,12345678901234567890123]").expect("read");
    assert_eq!(json::to_string(&untyped).expect("written"), "[1.5,12345678901234567890123]");
}

/// A writer that fails after a number of bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = bytes.len().min(self.0);
        self.0 -= length;
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn error_of_writer_is_returned() {
    let error = json::to_writer(Full(3), "a long string").expect_err("full");
    assert_eq!((error.category(), error.line()), (json::Category::Io, 0));
    json::to_writer(Full(15), "a long string").expect("15 bytes");
}

struct Failing;

impl Serialize for Failing {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct NoDisplay;
        impl fmt::Display for NoDisplay {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a\"")?;
                Err(fmt::Error)
            }
        }
        serializer.collect_str(&NoDisplay)
    }
}

#[test]
fn error_of_display_is_returned() {
    let error = json::to_string(&Failing).expect_err("no text");
    assert_eq!(error.to_string(), "a `Display` implementation failed");
}

proptest! {
    #[test]
    fn random_strings_and_numbers_are_equal(
        text in "\\PC*|[\\x00-\\x7f]*",
        single in any::<f32>(),
        double in any::<f64>(),
        signed in any::<i64>(),
        map in proptest::collection::btree_map("[\\x00-\\xff]{0,12}", any::<u64>(), 0..5),
    ) {
        assert_equal(&(&text, single, double, signed, &map));
        assert_equal(&Displayed(&text));
    }
}
