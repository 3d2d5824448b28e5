//! Checks values of all primitive types.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use odata_core::spatial::{GeographyMultiPoint, GeographyPoint, GeometryCollection};
use odata_core::{Base64Alphabet, Binary, Duration, Extra, ODataComplex, ODataEntity, SingleValue};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::enumerations::Color;
use super::inheritance::AnyMyComplexType;
use super::test_cases::TestCases;

/// The type of the primitive values in example 12 of the specification.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
#[expect(clippy::option_option, reason = "null is not the same as absent")]
struct Primitives {
    null_value: Option<Option<String>>,
    true_value: bool,
    false_value: bool,
    binary_value: Binary,
    integer_value: i8,
    double_value: f64,
    single_value: f32,
    decimal_value: Decimal,
    string_value: String,
    date_value: NaiveDate,
    date_time_offset_value: DateTime<FixedOffset>,
    duration_value: Duration,
    time_of_day_value: NaiveTime,
    guid_value: Uuid,
    int64_value: i64,
    color_enum_value: Color,
    geography_point: GeographyPoint,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase", tag = "never")]
struct MyTestEntity {
    long_id: Option<i64>,
    float_id: Option<f32>,
    double_id: Option<f64>,
    decimal_id: Option<Decimal>,
    long_numbers: Vec<i64>,
    float_numbers: Vec<f32>,
    double_numbers: Vec<f64>,
    decimal_numbers: Vec<Decimal>,
    complex_property: Option<AnyMyComplexType>,
    #[odata(extra)]
    extra: Extra,
}

/// A type with many optional properties of the type `T`.
#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct Values<T> {
    when: Option<T>,
    id: Option<T>,
    a: Option<T>,
    b: Option<T>,
    c: Option<T>,
    d: Option<T>,
    e: Option<T>,
    price: Option<T>,
    count: Option<T>,
    big: Option<T>,
    date_value: Option<T>,
    birthday: Option<T>,
    guid: Option<T>,
    date_time_collection: Vec<T>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct Category {
    id: i32,
    warehouse_pin: Option<GeographyPoint>,
}

type Instant = DateTime<FixedOffset>;

fn at(string: &str) -> Instant {
    string.parse().expect(string)
}

pub fn check(cases: &TestCases) {
    numbers(cases);
    times(cases);
    durations_and_bytes(cases);
    spatial_values(cases);
}

fn numbers(cases: &TestCases) {
    cases.accepts_equivalent("primitives-all", |read: Primitives| {
        assert_eq!(read.null_value, Some(None));
        assert_eq!(read.duration_value.to_string(), "P12DT23H59M59.999999999999S");
        assert!(read.single_value.is_infinite());
        assert_eq!(read.color_enum_value, Color::Yellow);
        assert_eq!(read.geography_point.position(), Some((142.1, 64.1)));
        assert_eq!(read.decimal_value.to_string(), "34.95");
        assert_eq!(&*read.binary_value, b"OData");
    });
    cases.accepts_equivalent("ieee754-strings", |read: MyTestEntity| {
        assert_eq!(read.long_id, Some(12));
        assert_eq!(read.decimal_id, Some(Decimal::new(7862, 2)));
        assert_eq!(read.long_numbers, [-1, i64::MIN, i64::MAX]);
        assert_eq!(read.decimal_numbers, [Decimal::ZERO, Decimal::MIN, Decimal::MAX]);
        assert!(read.float_numbers[5].is_nan() && read.double_numbers[3] == f64::INFINITY);
        assert!(read.float_numbers[1] <= f32::MIN && read.double_numbers[1] <= f64::MIN);
        assert_eq!(read.complex_property.expect("a value").c_long_id, Some(1));
    });
    cases.accepts_equivalent("ieee754-numbers", |read: MyTestEntity| {
        assert_eq!(read.long_numbers, [0, i64::MIN, i64::MAX]);
        assert_eq!(read.decimal_numbers, [Decimal::ZERO, Decimal::MIN, Decimal::MAX]);
    });
    cases.rejects::<MyTestEntity>("int64-beyond-range", "`9223372036854775808`, expected `Edm.Int64`");
    cases.reads_reportable("int32-with-fraction", |read: Values<i32>| assert_eq!(read.count, Some(1)));
    cases.accepts_equivalent("decimal-exponential", |read: Values<Decimal>| {
        assert_eq!(read.price.expect("a price").to_string(), "0.000001");
    });
    cases.rejects::<Values<Decimal>>("decimal-inf", "string \"INF\", expected `Edm.Decimal`");
    cases.accepts("value-exception", |read: Values<Decimal>| {
        assert_eq!(read.big.map(|big| big.to_string()).as_deref(), Some("9223372036854776000"));
        let exception = read.extra.annotation("Big", "Core.ValueException").expect("an annotation");
        assert_eq!(exception.get("value").and_then(|value| value.read_as::<i64>().ok()), Some(i64::MAX));
    });
    // Numbers and strings are both read, whether or not the media type has `IEEE754Compatible=true`.
    cases.reads_reportable("odn-ieee-conflict", |read: MyTestEntity| {
        assert_eq!(read.decimal_id, Some(Decimal::new(7862, 2)));
    });
    cases.rejects_reportable::<Values<i64>>("odn-uint64-max", "`18446744073709551615`, expected `Edm.Int64`");
    cases.accepts_equivalent("odn-complex-inherit", |read: MyTestEntity| assert_eq!(read.long_id, Some(12)));
}

fn times(cases: &TestCases) {
    cases.accepts("datetime-extremes", |read: Values<Instant>| {
        assert_eq!(read.id, Some(at("9999-12-31T23:59:59.9999999Z")));
        assert_eq!(read.date_time_collection[0], at("0001-01-01T00:00:00Z"));
        assert_eq!(read.date_time_collection[2].to_string(), "2016-11-29 18:07:16 -08:00");
    });
    cases.accepts_equivalent("datetime-no-seconds", |read: Values<Instant>| {
        assert_eq!(read.when, Some(at("2012-09-03T13:52:00Z")));
    });
    cases.accepts("datetime-leap-second", |read: Values<Instant>| {
        assert_eq!(read.when, Some(at("1972-06-30T23:59:60Z")));
    });
    cases.rejects::<Values<Instant>>("datetime-midnight-24", "expected `Edm.DateTimeOffset`");
    cases.accepts_equivalent("datetime-lowercase-tz", |read: Values<Instant>| {
        assert_eq!(read.when, Some(at("2012-12-03T07:16:23Z")));
    });
    // Digits after nanoseconds are dropped.
    cases.accepts_equivalent("datetime-12-digits", |read: Values<Instant>| {
        assert_eq!(read.when, Some(at("2012-12-03T07:16:23.123456789Z")));
    });
    cases.rejects_reportable::<Values<Instant>>("odn-rfc1123-date", "expected `Edm.DateTimeOffset`");
    cases.accepts("date-negative-year", |read: Values<NaiveDate>| {
        assert_eq!(read.a, NaiveDate::from_ymd_opt(-10000, 4, 1));
        assert_eq!(read.b, NaiveDate::from_ymd_opt(0, 1, 1));
        assert_eq!(read.c, NaiveDate::from_ymd_opt(12012, 12, 3));
    });
    cases.rejects::<Values<NaiveDate>>("date-impossible", "expected `Edm.Date`");
    cases.accepts_equivalent("timeofday-fraction", |read: Values<NaiveTime>| {
        assert_eq!(read.a, NaiveTime::from_hms_opt(11, 22, 0));
        assert_eq!(read.b, NaiveTime::from_hms_nano_opt(11, 22, 33, 444_444_400));
        assert_eq!(read.d, NaiveTime::from_hms_opt(0, 0, 0));
    });
}

fn durations_and_bytes(cases: &TestCases) {
    cases.accepts("duration-forms", |read: Values<Duration>| {
        assert_eq!(read.a.expect("a duration").to_string(), "-P6DT23H59M59.9999S");
        assert_eq!(read.d, "P1DT12H".parse().ok());
    });
    cases.rejects::<Values<Duration>>("duration-calendar", "expected `Edm.Duration`");
    cases.rejects::<Values<Duration>>("duration-plus", "expected `Edm.Duration`");
    cases.accepts("binary-base64url", |read: Values<Binary>| {
        assert_eq!(read.a.as_deref(), Some(&[0xff, 0xef, 0xbe][..]));
        assert_eq!(read.b, read.c);
        assert_eq!(read.d.as_deref(), Some(&[][..]));
    });
    cases.reads_reportable("binary-standard-alphabet", |read: Values<Binary>| {
        let bytes = read.a.expect("bytes");
        assert_eq!(*bytes, [0xff, 0xef, 0xbe]);
        assert_eq!(bytes.alphabet(), Some(Base64Alphabet::Standard));
    });
    cases.accepts_equivalent("guid-upper", |read: Values<Uuid>| {
        assert_eq!(read.a, "01234567-89ab-cdef-0123-456789abcdef".parse().ok());
    });
    cases.rejects::<Values<Uuid>>("guid-braces", "expected `Edm.Guid`");
}

fn spatial_values(cases: &TestCases) {
    cases.accepts("geo-point-crs", |read: SingleValue<GeographyPoint>| {
        assert_eq!(read.value.position(), Some((-100.0, 32.0)));
        assert_eq!(read.value.reference_system(), Some("EPSG:4326"));
    });
    cases.accepts("geo-dynamic-typed", |read: MyTestEntity| {
        let pin = read.extra.read_as::<GeographyPoint>("WarehousePin").expect("a pin").expect("a point");
        assert_eq!(pin.position(), Some((22.2, 22.2)));
    });
    cases.rejects::<Category>(
        "geo-type-inside-primitive",
        "`Edm.GeographyPoint` can't contain the annotation `@odata.type`",
    );
    cases.accepts("odn-geo-multipoint", |read: MyTestEntity| {
        let points = read.extra.read_as::<GeographyMultiPoint>("GeographyProperty").expect("present");
        assert_eq!(points.expect("points").shape(), "MultiPoint");
    });
    cases.accepts("odn-geometry-collection", |read: MyTestEntity| {
        let shapes = read.extra.read_as::<GeometryCollection>("GeometryProperty").expect("present");
        assert_eq!(shapes.expect("shapes").geometries().map(<[_]>::len), Some(1));
    });
}
