//! Tests primitive values with the test cases of the OData ABNF.

use std::fs;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use odata_core::{Duration, ODataEnum, ODataValue, ReadValue, SingleValue};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{data, read};

/// Valid OData values that the Rust type can't represent. Reading them is an error.
const UNSUPPORTED_VALUES: [(&str, &str); 4] =
    [("decimalValue", "1e-101"), ("decimalValue", "-INF"), ("decimalValue", "INF"), ("decimalValue", "NaN")];

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", flags, rename_all = "PascalCase")]
enum Pattern {
    Solid = 1,
    Yellow = 2,
}

fn is_read<T: ODataValue + for<'de> ReadValue<'de>>(value: &Value) -> bool {
    serde_json::from_value::<SingleValue<T>>(json!({ "value": value })).is_ok()
}

/// Returns whether the literal `lexical` of the ABNF rule `kind` can be read, or `None` if it can't be converted to JSON.
fn accepts(kind: &str, lexical: &str) -> Option<bool> {
    let string = Value::from(lexical);
    // `+42` is a valid OData literal, but not a JSON number.
    let number = || serde_json::from_str::<Value>(lexical).ok().filter(Value::is_number);
    Some(match kind {
        "booleanValue" => serde_json::from_str(lexical).is_ok_and(|value: Value| is_read::<bool>(&value)),
        "date" | "dateValue" => is_read::<NaiveDate>(&string),
        "dateTimeOffsetValue" => is_read::<DateTime<FixedOffset>>(&string),
        "timeOfDayValue" => is_read::<NaiveTime>(&string),
        "durationValue" => is_read::<Duration>(&string),
        "guid" => is_read::<Uuid>(&string),
        "decimalValue" => is_read::<Decimal>(&string),
        "int64Value" => is_read::<i64>(&string),
        "doubleValue" => is_read::<f64>(&number().unwrap_or(string)),
        "singleValue" => is_read::<f32>(&number()?),
        "byteValue" => is_read::<u8>(&number()?),
        "sbyteValue" => is_read::<i8>(&number()?),
        "int16Value" => is_read::<i16>(&number()?),
        "int32Value" => is_read::<i32>(&number()?),
        // Any string can be read as flags. Invalid names become unknown members.
        "enumValue" => {
            let flags: SingleValue<odata_core::Flags<Pattern>> =
                read(&json!({ "value": string }).to_string());
            flags.value.unknown().all(|unknown| !unknown.contains('%'))
        }
        _ => return None,
    })
}

#[test]
fn abnf_test_cases() {
    let Some(folder) = data("the test cases of the OData ABNF") else { return };
    let cases = fs::read_to_string(folder.join("odata_payloads.jsonl")).expect("payloads");
    let cases = cases.lines().filter(|line| line.contains(r#""name":"abnf-"#)).map(read::<Value>);
    let [mut checked, mut skipped] = [0, 0];
    for case in cases {
        let name = case["name"].as_str().expect("a name");
        let kind = name.rsplit('-').next().expect("a kind");
        let lexical = case["json"]["lexical"].as_str().expect("a lexical form");
        let expected = case["verdict"] == "accept" && !UNSUPPORTED_VALUES.contains(&(kind, lexical));
        match accepts(kind, lexical) {
            Some(accepted) => {
                assert_eq!(accepted, expected, "{name}: {lexical}");
                checked += 1;
            }
            None => skipped += 1,
        }
    }
    eprintln!("{checked} literals checked, {skipped} skipped because they can't be converted to JSON");
    assert!(checked > 50, "{checked}");
}

#[test]
fn selected_abnf_test_cases() {
    for (kind, lexical, expected) in [
        ("decimalValue", "+42", true),
        ("decimalValue", "-1.234567e3", true),
        ("decimalValue", "42.", false),
        ("decimalValue", ".1", false),
        ("decimalValue", "1_000", false),
        ("decimalValue", "1e-101", false),
        ("date", "-10000-04-01", true),
        ("date", "-INF", false),
        ("dateTimeOffsetValue", "2012-09-03T14:53+02:00", true),
        ("dateTimeOffsetValue", "2012-09-03T23%3A59Z", false),
        ("booleanValue", "tRUe", false),
        ("enumValue", "Solid,Yellow,+42", true),
        ("enumValue", "Solid%2CYellow", false),
    ] {
        assert_eq!(accepts(kind, lexical), Some(expected), "{kind}: {lexical}");
    }
}
