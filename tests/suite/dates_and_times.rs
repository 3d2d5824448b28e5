//! Dates and times have parsers and writers of their own: they agree with chrono's on every text and every value.

use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Utc};
use odata_core::SingleValue;
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::laws::instants;

/// What the library makes of a text, if it takes it.
fn ours<T>(text: &str) -> Option<T>
where
    SingleValue<T>: DeserializeOwned,
{
    let payload = json!({ "value": text }).to_string();
    serde_json::from_str::<SingleValue<T>>(&payload).ok().map(|read| read.value)
}

fn written<T>(value: T) -> String
where
    SingleValue<T>: serde::Serialize,
{
    let text = serde_json::to_value(SingleValue::from(value)).expect("written");
    text["value"].as_str().expect("a string").to_owned()
}

/// Dates, most of them in the calendar: `2024-02-30` is among them. OData has longer years, too, RFC 3339 has not.
fn dates() -> impl Strategy<Value = String> {
    prop_oneof![9 => "[0-9]{4}-(0[1-9]|1[012])-([012][0-9]|3[01])", 1 => "[0-9]{4}-[0-9]{2}-[0-9]{2}"]
}

/// Times, most of them of a day: `24:00:00` and `23:59:60` are among them.
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
    fn an_instant_is_read_as_chrono_reads_it(date in dates(), separator in "[Tt]", time in times(), offset in offsets()) {
        let text = format!("{date}{separator}{time}{offset}");
        let theirs = DateTime::parse_from_rfc3339(&text).ok();
        prop_assert_eq!(ours::<DateTime<FixedOffset>>(&text), theirs, "{}", text);
        prop_assert_eq!(ours::<DateTime<Utc>>(&text), theirs.map(|theirs| theirs.to_utc()), "{}", text);
    }

    #[test]
    fn a_date_is_read_as_chrono_reads_it(text in dates()) {
        prop_assert_eq!(ours::<NaiveDate>(&text), NaiveDate::from_str(&text).ok(), "{}", text);
    }

    #[test]
    fn a_time_is_read_as_chrono_reads_it(text in times()) {
        prop_assert_eq!(ours::<NaiveTime>(&text), NaiveTime::from_str(&text).ok(), "{}", text);
    }

    #[test]
    fn what_is_written_is_the_same_value_to_chrono(when in instants(), minutes in -1439..1440_i32) {
        let local = when.with_timezone(&FixedOffset::east_opt(minutes * 60).expect("less than a day"));
        let text = written(local);
        if (0..=9999).contains(&local.year()) {
            prop_assert_eq!(DateTime::parse_from_rfc3339(&text).expect("RFC 3339"), local);
            prop_assert_eq!(NaiveDate::from_str(&written(local.date_naive())).expect("a date"), local.date_naive());
        }
        prop_assert_eq!(NaiveTime::from_str(&written(local.time())).expect("a time"), local.time());
        prop_assert_eq!(ours::<DateTime<FixedOffset>>(&text), Some(local));
    }
}
