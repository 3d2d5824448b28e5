//! Tests valid and invalid values of every primitive type.

use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use odata_core::{
    Base64Alphabet, Binary, Collection, Duration, Ieee754Compatible, ODataComplex, ODataStructured,
    ODataValue, ReadValue,
};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::support::{error, read, write};

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Holder<T> {
    value: T,
}

/// Checks that each value in `valid` is read and how it is written, and that each value in `invalid` is an error.
#[track_caller]
fn check<T>(edm: &str, valid: &[(&str, &str)], invalid: &[&str])
where
    T: Debug + PartialEq + ODataValue + for<'de> ReadValue<'de>,
{
    assert_eq!(
        Holder::<T>::METADATA.property_named("value").expect("declared").value_type().to_string(),
        edm
    );
    for (payload, written) in valid {
        let value: Holder<T> = read(&format!(r#"{{"value": {payload}}}"#));
        assert_eq!(write(&value), format!(r#"{{"value":{written}}}"#), "{payload}");
        // `NaN` isn't equal to itself, so the JSON is compared.
        let again: Holder<T> = read(&write(&value));
        assert!(again == value || write(&again) == write(&value), "{payload}");
    }
    for payload in invalid {
        let message = error::<Holder<T>>(&format!(r#"{{"value": {payload}}}"#));
        assert!(message.starts_with("`value` (property of `n.holder`): invalid "), "{payload}: {message}");
        assert!(message.contains(&format!("expected `{edm}`")), "{payload}: {message}");
    }
}

/// JSON values that are invalid for every primitive type.
const INVALID: [&str; 3] = ["null", "[]", "{}"];

#[track_caller]
fn check_integer<T>(edm: &str, [least, most]: [&str; 2], [below, above]: [&str; 2])
where
    T: Debug + PartialEq + ODataValue + for<'de> ReadValue<'de>,
{
    check::<T>(
        edm,
        &[("0", "0"), ("1", "1"), ("12.0", "12"), ("1e2", "100"), (least, least), (most, most)],
        &[below, above, "1.5", "1e-3", "true", r#""""#, r#""one""#, "[]", "null"],
    );
}

#[test]
fn integers() {
    check_integer::<u8>("Edm.Byte", ["0", "255"], ["-1", "256"]);
    check_integer::<i8>("Edm.SByte", ["-128", "127"], ["-129", "128"]);
    check_integer::<i16>("Edm.Int16", ["-32768", "32767"], ["-32769", "32768"]);
    check_integer::<i32>("Edm.Int32", ["-2147483648", "2147483647"], ["-2147483649", "2147483648"]);
    let [least, most] = ["-9223372036854775808", "9223372036854775807"];
    check_integer::<i64>("Edm.Int64", [least, most], ["-9223372036854775809", "9223372036854775808"]);
    // With `IEEE754Compatible=true`, services send `Edm.Int64` values as strings, but not values of smaller integer types.
    check::<i64>(
        "Edm.Int64",
        &[(r#""-9223372036854775808""#, least), (r#""9223372036854775807""#, most), (r#""0""#, "0")],
        &[r#""9223372036854775808""#, r#""1.0""#, r#"" 1""#],
    );
    check::<i32>("Edm.Int32", &[], &[r#""5""#]);
}

#[test]
fn floating_point_numbers() {
    for (payload, written) in
        [("1.5", "1.5"), ("-0.0", "-0.0"), ("1e3", "1000.0"), ("7", "7.0"), ("5e-324", "5e-324")]
    {
        check::<f64>("Edm.Double", &[(payload, written)], &[]);
    }
    check::<f64>(
        "Edm.Double",
        &[
            (r#""INF""#, r#""INF""#),
            (r#""-INF""#, r#""-INF""#),
            (r#""NaN""#, r#""NaN""#),
            ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ],
        &[r#""1.5""#, r#""inf""#, r#""Infinity""#, r#""+INF""#, "true", "null", "[]"],
    );
    check::<f32>(
        "Edm.Single",
        &[
            ("0.1", "0.1"),
            ("3.4028235e38", "3.4028235e+38"),
            (r#""-INF""#, r#""-INF""#),
            (r#""NaN""#, r#""NaN""#),
        ],
        &["1e39", "-1e300", r#""0.1""#],
    );
}

#[test]
fn doubles_round_trip_exactly() {
    for digits in
        ["0.1234567890123456", "9007199254740993.0", "2.2250738585072011e-308", "123456.78901234567"]
    {
        let value: Holder<f64> = read(&format!(r#"{{"value": {digits}}}"#));
        assert_eq!(read::<Holder<f64>>(&write(&value)).value.to_bits(), value.value.to_bits(), "{digits}");
        assert_eq!(value.value.to_bits(), digits.parse::<f64>().expect("a number").to_bits(), "{digits}");
    }
}

#[test]
fn decimals() {
    check::<Decimal>(
        "Edm.Decimal",
        &[
            ("34.95", "34.95"),
            ("0", "0"),
            ("-7", "-7"),
            ("1e3", "1000"),
            ("1.25E-2", "0.0125"),
            (r#""78.62""#, "78.62"),
            ("79228162514264337593543950335", "79228162514264337593543950335"),
            ("-7.9228162514264337593543950335", "-7.9228162514264337593543950335"),
            (r#""0.0000000000000000000000000001""#, "0.0000000000000000000000000001"),
            ("9223372036854775807", "9223372036854775807"),
            ("9223372036854775808", "9223372036854775808"),
            ("0.1234567890123456789", "0.1234567890123456789"),
        ],
        &[
            "79228162514264337593543950336",
            "1.25e-28",
            "0.00000000000000000000000000012",
            "1e29",
            r#""1,5""#,
            r#""INF""#,
            r#""ten""#,
            "true",
        ],
    );
}

#[test]
fn booleans_and_strings() {
    check::<bool>("Edm.Boolean", &[("true", "true"), ("false", "false")], &["0", r#""true""#, "null"]);
    let valid =
        [(r#""""#, r#""""#), (r#""a\u0000\n\"""#, r#""a\u0000\n\"""#), (r#""\ud83d\ude00 é""#, r#""😀 é""#)];
    check::<String>("Edm.String", &valid, &["5", "true", "null", "[]", "{}"]);
    check::<Box<str>>("Edm.String", &valid, &INVALID);
    check::<Arc<str>>("Edm.String", &valid, &INVALID);
    let value: Holder<Cow<'_, str>> = read(r#"{"value": "\u0061"}"#);
    assert_eq!(value.value, "a");
}

#[test]
fn date_time_offsets() {
    let valid = [
        (r#""2022-05-23T16:51:34.8281972Z""#, r#""2022-05-23T16:51:34.8281972Z""#),
        (r#""0001-01-01T00:00:00Z""#, r#""0001-01-01T00:00:00Z""#),
        (r#""2012-12-03T07:16Z""#, r#""2012-12-03T07:16:00Z""#),
        (r#""2012-12-03t07:16:23.500z""#, r#""2012-12-03T07:16:23.5Z""#),
        (r#""2012-12-03T07:16:23.123456789012Z""#, r#""2012-12-03T07:16:23.123456789Z""#),
        (r#""2016-12-31T23:59:60Z""#, r#""2016-12-31T23:59:60Z""#),
        (r#""-0044-03-15T12:00:00Z""#, r#""-0044-03-15T12:00:00Z""#),
        (r#""12022-05-23T00:00:00Z""#, r#""12022-05-23T00:00:00Z""#),
    ];
    let invalid = [
        r#""2012-12-03T24:00:00Z""#,
        r#""2012-12-03T07:16:23""#,
        r#""2012-02-30T00:00:00Z""#,
        r#""2012-12-03""#,
        r#""2012-12-03T07:16:23.Z""#,
        r#""2012-12-03T07:16:23.1234567890123Z""#,
        r#""String (timestamp)""#,
        "1337",
        "null",
    ];
    check::<DateTime<Utc>>("Edm.DateTimeOffset", &valid, &invalid);
    check::<DateTime<FixedOffset>>("Edm.DateTimeOffset", &valid, &invalid);
    let with_offset = r#""2012-12-03T07:16:23.5-08:30""#;
    check::<DateTime<FixedOffset>>("Edm.DateTimeOffset", &[(with_offset, with_offset)], &[]);
    check::<DateTime<Utc>>("Edm.DateTimeOffset", &[(with_offset, r#""2012-12-03T15:46:23.5Z""#)], &[]);
}

#[test]
fn dates_and_times_of_day() {
    check::<NaiveDate>(
        "Edm.Date",
        &[
            (r#""2012-12-03""#, r#""2012-12-03""#),
            (r#""0000-01-01""#, r#""0000-01-01""#),
            (r#""-10000-04-01""#, r#""-10000-04-01""#),
        ],
        &[r#""2012-02-30""#, r#""2012-12-3""#, r#""02012-12-03""#, r#""2012-12-03T00:00:00Z""#, "null"],
    );
    check::<NaiveTime>(
        "Edm.TimeOfDay",
        &[
            (r#""11:22""#, r#""11:22:00""#),
            (r#""11:22:33.4444444""#, r#""11:22:33.4444444""#),
            (r#""12:30:40.900""#, r#""12:30:40.9""#),
            (r#""00:00:00.000000000001""#, r#""00:00:00""#),
        ],
        &[r#""24:00:00""#, r#""11""#, r#""11:22:33Z""#, r#""1:22""#, "null"],
    );
}

#[test]
fn durations() {
    check::<Duration>(
        "Edm.Duration",
        &[
            (r#""P12DT23H59M59.999999999999S""#, r#""P12DT23H59M59.999999999999S""#),
            (r#""-P1D""#, r#""-P1D""#),
            (r#""PT0S""#, r#""PT0S""#),
            (r#""P0DT0H0M0.0S""#, r#""P0DT0H0M0.0S""#),
            (r#""-PT0S""#, r#""-PT0S""#),
            (r#""PT36H""#, r#""PT36H""#),
            (r#""PT0.5S""#, r#""PT0.5S""#),
        ],
        &[
            r#""P3M""#,
            r#""P2W""#,
            r#""P1Y""#,
            r#""+PT1S""#,
            r#""P""#,
            r#""PT""#,
            r#""P1DT""#,
            r#""PT1M1H""#,
            r#""PT1.5H""#,
            r#""PT.5S""#,
            r#""PT5.S""#,
            r#""PT0.1234567890123S""#,
            r#""1D""#,
            r#""pt1s""#,
            "5",
            "null",
        ],
    );
    check::<TimeDelta>(
        "Edm.Duration",
        &[
            (r#""PT36H0.5S""#, r#""P1DT12H0.5S""#),
            (r#""-PT0.0000000015S""#, r#""-PT0.000000001S""#),
            (r#""PT0S""#, r#""PT0S""#),
        ],
        &[],
    );
    let standard = std::time::Duration::new(90, 250_000_000);
    assert_eq!(Duration::from(standard).to_string(), "PT1M30.25S");
    let message = error::<Holder<TimeDelta>>(r#"{"value": "P999999999999999D"}"#);
    assert!(message.contains("`P999999999999999D` is longer than 292 million years"), "{message}");
    let endless = format!(r#"{{"value": "P{}D"}}"#, "9".repeat(40));
    assert!(error::<Holder<Duration>>(&endless).contains("expected `Edm.Duration`"));
}

#[test]
fn guids() {
    check::<Uuid>(
        "Edm.Guid",
        &[
            (r#""359c4f92-4f92-359c-924f-9c35924f9c35""#, r#""359c4f92-4f92-359c-924f-9c35924f9c35""#),
            (r#""359C4F92-4F92-359C-924F-9C35924F9C35""#, r#""359c4f92-4f92-359c-924f-9c35924f9c35""#),
        ],
        &[
            r#""{359c4f92-4f92-359c-924f-9c35924f9c35}""#,
            r#""359c4f924f92359c924f9c35924f9c35""#,
            r#""urn:uuid:359c4f92-4f92-359c-924f-9c35924f9c35""#,
            r#""359c4f92-4f92-359c-924f-9c35924f9c3g""#,
            r#""""#,
            "null",
        ],
    );
}

#[test]
fn bytes() {
    check::<Binary>(
        "Edm.Binary",
        &[
            (r#""T0RhdGE""#, r#""T0RhdGE""#),
            (r#""T0RhdGE=""#, r#""T0RhdGE=""#),
            (r#""-_-_""#, r#""-_-_""#),
            (r#""+/+/""#, r#""+/+/""#),
            (r#""""#, r#""""#),
        ],
        &[r#""T0RhdGE==""#, r#""a""#, r#""+_-/""#, r#""T0 Rh""#, "[1, 2]", "null"],
    );
    let [safe, standard]: [Holder<Binary>; 2] = [r#"{"value": "-_-_"}"#, r#"{"value": "+/+/"}"#].map(read);
    assert_eq!(safe, standard);
    assert_eq!(standard.value.alphabet(), Some(Base64Alphabet::Standard));
    assert_eq!(safe.value.alphabet(), Some(Base64Alphabet::UrlSafe));
    assert_eq!(&*safe.value, b"\xfb\xff\xbf");
}

#[test]
fn decimal_is_string_if_number_would_be_inexact() {
    let value: Holder<Decimal> = read(r#"{"value": 0.1234567890123456789}"#);
    for written in [
        sonic_rs::to_string(&value).expect("written"),
        simd_json::serde::to_string(&value).expect("written"),
        serde_json::to_value(&value).expect("written").to_string(),
    ] {
        assert_eq!(written, r#"{"value":"0.1234567890123456789"}"#);
        assert_eq!(sonic_rs::from_str::<Holder<Decimal>>(&written).expect("read"), value);
    }
    let pretty = serde_json::to_string_pretty(&value).expect("written");
    assert_eq!(pretty, "{\n  \"value\": 0.1234567890123456789\n}");
}

#[test]
fn ieee754_compatible_writes_64_bit_integers_and_decimals_as_strings() {
    let mut page: Collection<Holder<Vec<i64>>> = vec![Holder { value: vec![i64::MAX, -1] }].into();
    page.extra.insert("@odata.count", 31);
    page.extra.insert("@n.number", 5);
    let compatible =
        r#"{"@odata.count":"31","@n.number":5,"value":[{"value":["9223372036854775807","-1"]}]}"#;
    assert_eq!(write(&Ieee754Compatible(&page)), compatible);
    let again: Collection<Holder<Vec<i64>>> = read(compatible);
    assert_eq!((&again.value, again.count()), (&page.value, Some(31)));
    assert_eq!(
        write(&page),
        r#"{"@odata.count":31,"@n.number":5,"value":[{"value":[9223372036854775807,-1]}]}"#
    );

    let decimal: Holder<Decimal> = read(r#"{"value": 34.95}"#);
    assert_eq!(write(&Ieee754Compatible(&decimal)), r#"{"value":"34.95"}"#);
    for untouched in [
        write(&Ieee754Compatible(&Holder { value: 5_i32 })),
        write(&Ieee754Compatible(&Holder { value: 5_u8 })),
    ] {
        assert_eq!(untouched, r#"{"value":5}"#);
    }
    assert_eq!(write(&Ieee754Compatible(&Holder { value: 1.5_f64 })), r#"{"value":1.5}"#);
}
