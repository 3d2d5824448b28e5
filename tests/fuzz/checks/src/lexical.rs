//! Reads values of every primitive type. A value must be equal after writing and reading, and its written form must not change
//! again. If chrono can also parse the string, it must return the same value.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use odata_core::{Binary, Duration, Flags, ODataValue, ReadValue, SingleValue, Untyped};
use odata_examples::security::{CaseAction, ExportOptions};
use rust_decimal::Decimal;
use uuid::Uuid;

/// Checks that a value is equal after writing and reading, and returns it.
fn check_type<T: ODataValue + for<'de> ReadValue<'de> + PartialEq>(payload: &str) -> Option<T> {
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
    check_type::<bool>(payload);
    check_type::<u8>(payload);
    check_type::<i8>(payload);
    check_type::<i16>(payload);
    check_type::<i32>(payload);
    check_type::<i64>(payload);
    check_type::<f32>(payload);
    check_type::<f64>(payload);
    check_type::<Decimal>(payload);
    check_type::<Uuid>(payload);
    check_type::<Binary>(payload);
    check_type::<String>(payload);
    check_type::<Untyped>(payload);
    check_type::<CaseAction>(payload);
    check_type::<Flags<ExportOptions>>(payload);
    check_type::<Vec<Option<Duration>>>(payload);
    check_type::<Duration>(payload);
    check_type::<TimeDelta>(payload);
    check_type::<DateTime<Utc>>(payload);
}

/// Checks reading values of every primitive type from a string, and from JSON.
///
/// # Panics
///
/// Panics if a value isn't equal after writing and reading, or if chrono returns another value.
pub fn check(payload: &[u8]) {
    let Ok(lexical) = str::from_utf8(payload) else { return };
    let text = serde_json::to_string(&SingleValue { value: lexical.to_owned(), ..Default::default() });
    let text = text.expect("a string can be written");
    check_all(&text);
    assert_equal(check_type::<DateTime<FixedOffset>>(&text), DateTime::parse_from_rfc3339(lexical).ok());
    assert_equal(check_type::<NaiveDate>(&text), lexical.parse().ok());
    assert_equal(check_type::<NaiveTime>(&text), lexical.parse().ok());
    // The input may also be JSON.
    check_all(&format!(r#"{{"value":{lexical}}}"#));
}
