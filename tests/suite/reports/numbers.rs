//! Tests integers with a fraction or an exponent, and decimals, which are written without an exponent.

use std::fmt::Debug;

use odata_core::query::QueryOptions;
use odata_core::{
    Change, Collection, Delta, Extra, Flags, Ieee754Compatible, ODataComplex, ODataEntity, ODataEnum,
    ODataValue, ReadValue, SingleValue, Untyped,
};
use rust_decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::support::{error, read, write};

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Holder<T> {
    value: T,
}

/// Reads a payload with every JSON crate.
fn read_all<T: DeserializeOwned>(payload: &str) -> [Result<T, String>; 5] {
    [
        serde_json::from_str(payload).map_err(|error| error.to_string()),
        odata_core::json::from_str(payload).map_err(|error| error.to_string()),
        serde_json::from_reader(payload.as_bytes()).map_err(|error| error.to_string()),
        sonic_rs::from_str(payload).map_err(|error| error.to_string()),
        simd_json::serde::from_slice(&mut payload.to_owned().into_bytes()).map_err(|error| error.to_string()),
    ]
}

/// Writes a value with every JSON crate.
fn write_all<T: Serialize>(value: &T) -> [String; 4] {
    [
        serde_json::to_string(value).expect("written"),
        serde_json::to_value(value).expect("written").to_string(),
        sonic_rs::to_string(value).expect("written"),
        simd_json::serde::to_string(value).expect("written"),
    ]
}

#[track_caller]
fn assert_reads<T>(number: &str, expected: T)
where
    T: Clone + Debug + PartialEq + ODataValue + for<'de> ReadValue<'de>,
{
    for value in read_all::<Holder<T>>(&format!(r#"{{"value": {number}}}"#)) {
        assert_eq!(value, Ok(Holder { value: expected.clone() }), "{number}");
    }
    for value in read_all::<SingleValue<T>>(&format!(r#"{{"value": {number}}}"#)) {
        assert_eq!(value.map(|value| value.value), Ok(expected.clone()), "{number}");
    }
    for value in read_all::<Collection<Option<T>>>(&format!(r#"{{"value": [{number}, null]}}"#)) {
        assert_eq!(value.map(|value| value.value), Ok(vec![Some(expected.clone()), None]), "{number}");
    }
    let untyped: Untyped = read(number);
    assert_eq!(untyped.read_as(), Ok(expected), "{number}");
}

#[track_caller]
fn assert_rejects<T>(number: &str, messages: &[&str])
where
    T: Debug + PartialEq + ODataValue + for<'de> ReadValue<'de>,
{
    for value in read_all::<Holder<T>>(&format!(r#"{{"value": {number}}}"#)) {
        let message = value.expect_err(number);
        for part in messages {
            assert!(message.contains(part), "{number}: {message}");
        }
    }
    assert!(read::<Untyped>(number).read_as::<T>().is_err(), "{number}");
}

#[test]
fn integral_numbers_are_read_as_integers() {
    for (number, value) in
        [("12.0", 12), ("1e2", 100), ("1E+2", 100), ("1200e-2", 12), ("-0.0", 0), ("-0", 0), ("0e5", 0)]
    {
        assert_reads::<u8>(number, value);
        assert_reads::<i8>(number, value.cast_signed());
        assert_reads::<i16>(number, value.into());
        assert_reads::<i32>(number, value.into());
        assert_reads::<i64>(number, value.into());
    }
    assert_reads::<i32>("-2147483648.0", i32::MIN);
    assert_reads::<i64>("-9007199254740991.0", -9_007_199_254_740_991);
}

#[test]
fn other_numbers_are_rejected_as_integers() {
    assert_rejects::<i32>("12.5", &["`value` (property of `n.holder`)", "`12.5`, expected `Edm.Int32`"]);
    assert_rejects::<u8>("300.0", &["`300.0`, expected `Edm.Byte`"]);
    assert_rejects::<u8>("-1e0", &["expected `Edm.Byte`"]);
    assert_rejects::<i8>("1.28e2", &["expected `Edm.SByte`"]);
    assert_rejects::<i16>("1e-2", &["expected `Edm.Int16`"]);
    assert_rejects::<i32>("1e17", &["expected `Edm.Int32`"]);
    assert_rejects::<i64>("1e19", &["expected `Edm.Int64`"]);
    assert_rejects::<i64>("1e300", &["expected `Edm.Int64`"]);
    assert_rejects::<i64>(r#""12.0""#, &["12.0", "expected `Edm.Int64`"]);
    assert_rejects::<i64>(r#""NaN""#, &["expected `Edm.Int64`"]);
}

#[test]
fn imprecise_double_is_rejected_as_integer() {
    for number in ["9007199254740992.0", "9007199254740993.0", "-1e18"] {
        let payload = format!(r#"{{"value": {number}}}"#);
        for value in read_all::<Holder<i64>>(&payload).into_iter().skip(3) {
            let message = value.expect_err(number);
            assert!(message.contains("expected `Edm.Int64`: the format passed a double"), "{message}");
            assert!(
                message.contains("a double of 2^53 or more doesn't identify a single integer"),
                "{message}"
            );
        }
    }
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Thing {
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Counter {
    #[odata(base)]
    thing: Thing,
    count: Option<i64>,
    counts: Vec<i64>,
    price: Option<Decimal>,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum AnyThing {
    #[odata(base)]
    Thing(Thing),
    Counter(Counter),
}

#[test]
fn integers_are_read_from_digits_if_available() {
    for (number, expected) in [
        ("9007199254740993.0", 9_007_199_254_740_993),
        ("9007199254740992.0", 9_007_199_254_740_992),
        ("-1e18", -1_000_000_000_000_000_000),
        ("9.223372036854775807e18", i64::MAX),
    ] {
        assert_eq!(read::<Untyped>(number).as_i64(), Some(expected), "{number}");
        assert_eq!(read::<Untyped>(number).read_as(), Ok(expected), "{number}");
        let payload =
            format!(r##"{{"count": {number}, "counts": [1, {number}], "@odata.type": "#n.counter"}}"##);
        let AnyThing::Counter(counter) = read(&payload) else { panic!("a counter") };
        assert_eq!((counter.count, counter.counts), (Some(expected), vec![1, expected]));
        let delta: Delta<Counter> = read(&format!(r#"{{"value": [{payload}]}}"#));
        let [Change::Changed(changed)] = &delta.value[..] else { panic!("a change") };
        assert_eq!(changed.count, Some(expected));
    }
}

#[test]
fn fraction_beyond_double_precision_is_rejected_as_integer() {
    const ALMOST_ONE: &str = "1.00000000000000000001";
    assert_eq!(read::<Untyped>(ALMOST_ONE).as_i64(), None);
    let message = read::<Untyped>(ALMOST_ONE).read_as::<i32>().expect_err("a fraction").to_string();
    assert_eq!(message, "invalid type: floating point `1.00000000000000000001`, expected `Edm.Int32`");
    let message = error::<AnyThing>(&format!(r##"{{"count": {ALMOST_ONE}, "@odata.type": "#n.counter"}}"##));
    assert!(
        message.starts_with("`count` (property of `n.counter`): invalid type: floating point `1.0"),
        "{message}"
    );
}

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", flags)]
enum Size {
    Small = 1,
    Large = 2,
}

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum Color {
    Red,
    Green,
    Blue,
}

#[test]
fn counts_and_enumeration_members_accept_exact_integers() {
    let page: Collection<Color> = read(r#"{"@odata.count": 31.0, "value": [2.0]}"#);
    assert_eq!((page.count(), &page.value[..]), (Some(31), &[Color::Blue][..]));
    assert_eq!(write(&Ieee754Compatible(&page)), r#"{"@odata.count":"31","value":["blue"]}"#);
    assert_eq!(Extra::from_iter([("a@odata.count", read::<Untyped>("3e1"))]).count("a"), Some(30));
    assert_reads::<Flags<Size>>("3.0", Flags::from([Size::Small, Size::Large]));
    assert_rejects::<Flags<Size>>("1.5", &["members of `n.size`"]);
    assert_reads::<Color>("1e0", Color::Green);
    assert_rejects::<Color>("1.5", &["a member of `n.color`"]);
}

#[test]
fn untyped_integers_are_exact() {
    for (number, signed, unsigned) in [
        ("12.0", Some(12), Some(12)),
        ("-12e0", Some(-12), None),
        ("18446744073709551615", None, Some(u64::MAX)),
        ("1e19", None, Some(10_000_000_000_000_000_000)),
        ("12.5", None, None),
        ("1e300", None, None),
    ] {
        let Untyped::Number(parsed) = read(number) else { panic!("a number") };
        assert_eq!((parsed.as_i64(), parsed.as_u64()), (signed, unsigned), "{number}");
        // Writing an untyped number preserves its value.
        assert_eq!(read::<Untyped>(&write(&parsed)), Untyped::Number(parsed), "{number}");
    }
    assert_eq!(Untyped::from(9_007_199_254_740_992.0).as_i64(), None);
    assert_eq!(Untyped::from(9_007_199_254_740_991.0).as_i64(), Some(9_007_199_254_740_991));
}

/// Decimals that would have an exponent if they were written as doubles.
const DECIMALS: [&str; 7] = [
    "0.000001",
    "-0.000005",
    "0.0000000000000000000000000001",
    "0.0000012345",
    "10000000000000000000000",
    "-79228162514264337593543950335",
    "10000000000000000.5",
];

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Product {
    price: Option<Decimal>,
    prices: Vec<Decimal>,
}

#[test]
fn decimals_are_written_without_exponent() {
    for digits in DECIMALS {
        let price: Decimal = digits.parse().expect(digits);
        let product = Product { price: Some(price), prices: vec![price] };
        let body = product.to_create().expect("a body");
        for written in write_all(&product).into_iter().chain(write_all(&body)) {
            let plain = written.replace('"', "");
            assert!(plain.ends_with(&format!("price:{digits},prices:[{digits}]}}")), "{written}");
            assert_eq!(read::<Product>(&written), product, "{written}");
        }
        let members = format!(r#""price":{digits},"prices":[{digits}]}}"#);
        assert!(write(&product).ends_with(&members) && write(&body).ends_with(&members));
        let members = format!(r#""price":"{digits}","prices":["{digits}"]}}"#);
        assert!(write(&Ieee754Compatible(&product)).ends_with(&members));
        assert!(write(&Ieee754Compatible(&body)).ends_with(&members));
    }
}

#[test]
fn decimal_in_filter_has_no_exponent() {
    for digits in DECIMALS {
        let price: Decimal = digits.parse().expect(digits);
        let options = QueryOptions::<Product>::new().filter(Product::PRICE.lt(price));
        assert_eq!(options.to_string(), format!("$filter=price lt {digits}"));
    }
}

#[test]
fn decimals_are_read_with_exponent_and_as_strings() {
    for (string, digits) in [
        ("1e-6", "0.000001"),
        ("5E-6", "0.000005"),
        ("1.50e1", "15"),
        ("-1e+3", "-1000"),
        ("0e50", "0"),
        ("100000e-30", "0.0000000000000000000000001"),
        ("1.0000000000000000000000000000000", "1"),
    ] {
        let price: Decimal = digits.parse().expect(digits);
        assert_reads(string, price);
        assert_reads(&format!(r#""{string}""#), price);
    }
    assert_rejects::<Decimal>("1e-29", &["expected `Edm.Decimal`"]);
    assert_rejects::<Decimal>(r#""1e99999999999999999999""#, &["expected `Edm.Decimal`"]);
    assert_rejects::<Decimal>(r#""1_000""#, &["expected `Edm.Decimal`"]);
}

#[test]
fn untyped_number_preserves_notation() {
    for digits in ["0.000001", "-0.0000050", "[1,0.00000001]", r#"{"a":[0.5,0.0000012]}"#] {
        assert_eq!(write(&read::<Untyped>(digits)), digits);
    }
    assert_eq!(write(&read::<Untyped>("1e-6")), "1e-6");
}
