//! Reads values of every primitive type. A value must be equal after writing and reading, and its written form must not change
//! again. If chrono can also parse the string, it must return the same value.

#![no_main]

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use libfuzzer_sys::fuzz_target;
use odata_core::{Binary, Duration, Flags, ODataValue, ReadValue, SingleValue, Untyped};
use odata_examples::security::{CaseAction, ExportOptions};
use rust_decimal::Decimal;
use uuid::Uuid;

/// Checks that a value is equal after writing and reading, and returns it.
fn check<T: ODataValue + for<'de> ReadValue<'de> + PartialEq>(payload: &str) -> Option<T> {
    let read = serde_json::from_str::<SingleValue<T>>(payload).ok()?;
    let written = serde_json::to_string(&read).expect("a value that was read can be written");
    let again = serde_json::from_str::<SingleValue<T>>(&written).expect("a written value can be read");
    // `NaN` isn't equal to itself.
    assert!(again.value == read.value || written.contains("NaN"), "{payload} {written}");
    assert_eq!(serde_json::to_string(&again).expect("again"), written);
    Some(read.value)
}

fn assert_equal<T: PartialEq>(ours: Option<T>, chronos: Option<T>) {
    if let (Some(ours), Some(chronos)) = (ours, chronos) {
        assert!(ours == chronos);
    }
}

fn check_all(payload: &str) {
    check::<bool>(payload);
    check::<u8>(payload);
    check::<i8>(payload);
    check::<i16>(payload);
    check::<i32>(payload);
    check::<i64>(payload);
    check::<f32>(payload);
    check::<f64>(payload);
    check::<Decimal>(payload);
    check::<Uuid>(payload);
    check::<Binary>(payload);
    check::<String>(payload);
    check::<Untyped>(payload);
    check::<CaseAction>(payload);
    check::<Flags<ExportOptions>>(payload);
    check::<Vec<Option<Duration>>>(payload);
    check::<Duration>(payload);
    check::<TimeDelta>(payload);
    check::<DateTime<Utc>>(payload);
}

fuzz_target!(|lexical: &str| {
    let text = serde_json::to_string(&SingleValue { value: lexical.to_owned(), ..Default::default() });
    let text = text.expect("a string can be written");
    check_all(&text);
    assert_equal(check::<DateTime<FixedOffset>>(&text), DateTime::parse_from_rfc3339(lexical).ok());
    assert_equal(check::<NaiveDate>(&text), lexical.parse().ok());
    assert_equal(check::<NaiveTime>(&text), lexical.parse().ok());
    // The input may also be JSON.
    check_all(&format!(r#"{{"value":{lexical}}}"#));
});
