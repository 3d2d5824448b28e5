//! Tests that odata-core parses and formats dates and times in the same way as chrono.

use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Utc};
use odata_core::SingleValue;
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::round_trips::date_times;

/// Parses a string with odata-core, and returns `None` if it is invalid.
fn parse<T>(string: &str) -> Option<T>
where
    SingleValue<T>: DeserializeOwned,
{
    let payload = json!({ "value": string }).to_string();
    crate::support::try_read::<SingleValue<T>>(&payload).ok().map(|read| read.value)
}

fn written<T>(value: T) -> String
where
    SingleValue<T>: serde::Serialize,
{
    let string = serde_json::to_value(SingleValue::from(value)).expect("written");
    string["value"].as_str().expect("a string").to_owned()
}

/// Generates dates with four-digit years, most of them valid. Invalid dates such as `2024-02-30` are included.
fn dates() -> impl Strategy<Value = String> {
    prop_oneof![9 => "[0-9]{4}-(0[1-9]|1[012])-([012][0-9]|3[01])", 1 => "[0-9]{4}-[0-9]{2}-[0-9]{2}"]
}

/// Generates times, most of them valid. `24:00:00` and `23:59:60` are included.
fn times() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "([01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?",
        1 => "[0-9]{2}:[0-6][0-9]:(59|60|61)(\\.[0-9]{0,12})?",
    ]
}

fn offsets() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[zZ]", 4 => "[+-][01][0-9]:[0-5][0-9]", 1 => "[+-]?[0-9]{2}:?[0-9]{0,2}", 1 => ""]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn date_time_parser_agrees_with_chrono(date in dates(), separator in "[Tt]", time in times(), offset in offsets()) {
        let string = format!("{date}{separator}{time}{offset}");
        let expected = DateTime::parse_from_rfc3339(&string).ok();
        prop_assert_eq!(parse::<DateTime<FixedOffset>>(&string), expected, "{}", string);
        prop_assert_eq!(parse::<DateTime<Utc>>(&string), expected.map(|expected| expected.to_utc()), "{}", string);
    }

    #[test]
    fn date_parser_agrees_with_chrono(string in dates()) {
        prop_assert_eq!(parse::<NaiveDate>(&string), NaiveDate::from_str(&string).ok(), "{}", string);
    }

    #[test]
    fn time_parser_agrees_with_chrono(string in times()) {
        prop_assert_eq!(parse::<NaiveTime>(&string), NaiveTime::from_str(&string).ok(), "{}", string);
    }

    #[test]
    fn chrono_parses_written_values(when in date_times(), minutes in -1439..1440_i32) {
        let local = when.with_timezone(&FixedOffset::east_opt(minutes * 60).expect("less than a day"));
        let string = written(local);
        if (0..=9999).contains(&local.year()) {
            prop_assert_eq!(DateTime::parse_from_rfc3339(&string).expect("RFC 3339"), local);
            prop_assert_eq!(NaiveDate::from_str(&written(local.date_naive())).expect("a date"), local.date_naive());
        }
        prop_assert_eq!(NaiveTime::from_str(&written(local.time())).expect("a time"), local.time());
        prop_assert_eq!(parse::<DateTime<FixedOffset>>(&string), Some(local));
    }
}
