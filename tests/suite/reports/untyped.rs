//! Tests `Untyped`, `Number`, `Members` and `Extra`: equality, hashes, iteration and conversions.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use odata_core::spatial::GeographyPoint;
use odata_core::{
    Base64Alphabet, Binary, Collection, Delta, Duration, Extra, Flags, Lenient, Members, ODataComplex,
    ODataEnum, ODataError, ODataValue, Removed, SingleValue, Stream, Untyped,
};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::support::{read, write};

/// A type with an `Extra` that implements `Eq` and `Hash`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    city: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

fn hash(value: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

#[track_caller]
fn assert_equal<T: Eq + Hash + std::fmt::Debug>(first: &T, second: &T) {
    assert_eq!(first, second);
    assert_eq!(hash(first), hash(second));
}

#[test]
fn equal_values_have_the_same_hash() {
    for (first, second) in [
        ("0.0", "-0.0"),
        ("1e2", "100.0"),
        (r#"{"a": 1, "b": [{"c": null, "d": 0.0}]}"#, r#"{"b": [{"d": -0.0, "c": null}], "a": 1}"#),
        (r#"{"b": 1, "a": 2, "c": 3}"#, r#"{"c": 3, "b": 1, "a": 2}"#),
    ] {
        assert_equal::<Untyped>(&read(first), &read(second));
    }
    for (first, second) in
        [("1", "1.0"), ("[1, 2]", "[2, 1]"), (r#"{"a": 1}"#, r#"{"a": 2}"#), (r#"{"a": 1}"#, "1")]
    {
        assert_ne!(read::<Untyped>(first), read::<Untyped>(second));
        assert_ne!(hash(&read::<Untyped>(first)), hash(&read::<Untyped>(second)));
    }
}

#[test]
#[expect(clippy::mutable_key_type, reason = "parsing the text in an `Extra` doesn't change its hash")]
fn type_with_extra_can_be_hashed() {
    let first: Address = read(r#"{"city": "Rome", "x@n.a": 1, "x": {"p": 1, "q": 2}}"#);
    let second: Address = read(r#"{"x": {"q": 2, "p": 1}, "x@n.a": 1, "city": "Rome"}"#);
    assert_equal(&first, &second);
    let known = HashSet::from([first]);
    assert!(known.contains(&second) && !known.contains(&read(r#"{"city": "Rome"}"#)));

    let mut emptied = Extra::from_iter([("a", 1)]);
    emptied.remove("a");
    assert_equal(&emptied, &Extra::new());
}

#[test]
fn envelopes_can_be_compared_and_hashed() {
    const PAGE: [&str; 2] = [
        r#"{"@n.a": 1, "@n.b": 2, "value": [{"city": 1}]}"#,
        r#"{"value": [{"city": 1}], "@n.b": 2, "@n.a": 1}"#,
    ];
    let [first, second]: [Collection<Lenient<Address>>; 2] = PAGE.map(read);
    assert_equal(&first, &second);
    let [first, second]: [SingleValue<Vec<Untyped>>; 2] = PAGE.map(read);
    assert_equal(&first, &second);
    let [first, second]: [Delta<Removed>; 2] = [Vec::new().into(), Vec::new().into()];
    assert_equal(&first, &second);
    let [first, second]: [ODataError; 2] =
        [r#"{"error": {"a": 1, "b": 2}}"#, r#"{"error": {"b": 2, "a": 1}}"#].map(read);
    assert_equal(&first, &second);
    assert_equal(&GeographyPoint::new(1.0, 2.0), &GeographyPoint::new(1.0, 2.0));
}

/// With a comparison that takes exponential time, this test wouldn't end.
#[test]
fn deep_and_wide_objects_are_compared_and_hashed_in_linear_time() {
    let deep = |inner: &str, swapped: bool| {
        let mut value: Untyped = read(inner);
        for _ in 0..100 {
            let members = [("a", value), ("b", 1.into())];
            value = Untyped::Object(if swapped {
                members.into_iter().rev().collect()
            } else {
                members.into_iter().collect()
            });
        }
        value
    };
    assert_equal(&deep("1", false), &deep("1", true));
    for other in [deep("2", false), deep("2", true)] {
        assert_ne!(deep("1", false), other);
        assert_ne!(hash(&deep("1", false)), hash(&other));
    }
    let names = || (0..100_000).map(|number| (number.to_string(), number));
    let mut wide: Members = names().collect();
    wide.extend(names());
    assert_equal(&wide, &names().rev().collect());
    let mut extra: Extra = names().collect();
    extra.extend(names());
    assert_eq!(extra.len(), 100_000);
}

#[test]
fn extra_can_be_extended_and_iterated() {
    let mut extra = Extra::from_iter([("@etag", "1"), ("a", "x"), ("@odata.etag", "2")]);
    assert_eq!(extra.iter().collect::<Vec<_>>(), [("@odata.etag", &"2".into()), ("a", &"x".into())]);
    extra.extend([("b", 5)]);
    extra.extend([("@etag".to_owned(), Untyped::from("3")), ("b".to_owned(), 6.into())]);
    extra.extend(None::<(&str, i32)>);

    let mut names = Vec::new();
    for (name, value) in &extra {
        names.push((name, value.clone()));
    }
    assert_eq!(names, [("@odata.etag", "3".into()), ("a", "x".into()), ("b", 6.into())]);
    let reversed: Vec<_> = extra.iter().rev().map(|(name, _)| name).collect();
    assert_eq!(reversed, ["b", "a", "@odata.etag"]);
    let copy: Extra = extra.clone().into_iter().collect();
    assert_eq!(copy, extra);
    assert!(Extra::new().into_iter().next().is_none() && Extra::from_iter(None::<(&str, i32)>).is_empty());

    let mut members = Members::from_iter([("a", 1), ("b", 2), ("a", 3)]);
    members.extend([("c".to_owned(), 4)]);
    assert_eq!(
        (&members).into_iter().collect::<Vec<_>>(),
        [("a", &3.into()), ("b", &2.into()), ("c", &4.into())]
    );
}

#[derive(Clone, Copy, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", flags)]
enum Size {
    Small = 1,
    Large = 2,
}

/// Checks that converting a value into `Untyped` results in the same JSON as writing the value.
#[track_caller]
fn assert_converts<T: Clone + ODataValue + Into<Untyped>>(value: &T) {
    let written = write(&SingleValue { value: value.clone(), extra: Extra::new() });
    let untyped: Untyped = value.clone().into();
    assert_eq!(written, format!(r#"{{"value":{}}}"#, write(&untyped)));
    assert_eq!(read::<Untyped>(&write(&untyped)), untyped);
}

#[test]
fn conversion_into_untyped_equals_written_json() {
    assert_converts(&true);
    assert_converts(&u8::MAX);
    assert_converts(&i8::MIN);
    assert_converts(&i16::MIN);
    assert_converts(&i32::MIN);
    assert_converts(&i64::MIN);
    for number in [0.1, -0.0, f32::MAX, f32::MIN_POSITIVE, f32::INFINITY, f32::NEG_INFINITY, f32::NAN] {
        assert_converts(&number);
        assert_converts(&f64::from(number));
    }
    assert_converts(&"a \"text\"");
    assert_converts(&"text".to_owned());
    assert_converts(&Box::<str>::from("text"));
    assert_converts(&Arc::<str>::from("text"));
    assert_converts(&Cow::from("text"));
    assert_converts(&"2022-05-23T16:51:34.500Z".parse::<DateTime<Utc>>().expect("a time"));
    assert_converts(&"2022-05-23T16:51:34.5-08:00".parse::<DateTime<FixedOffset>>().expect("a time"));
    assert_converts(&NaiveDate::from_ymd_opt(-1, 2, 3).expect("a date"));
    assert_converts(&NaiveTime::from_hms_opt(1, 2, 3).expect("a time"));
    assert_converts(&"PT36H".parse::<Duration>().expect("a duration"));
    assert_converts(&TimeDelta::milliseconds(-1500));
    assert_converts(&Uuid::from_u128(0xABCD << 100));
    for decimal in ["10.5", "0.000001", "0", "79228162514264337593543950335"] {
        assert_converts(&decimal.parse::<Decimal>().expect(decimal));
    }
    assert_converts(&Binary::from([0xff; 4]));
    assert_converts(&Binary::from([0xff; 4]).with_alphabet(Base64Alphabet::Standard));
    assert_converts(&Flags::from([Size::Small, Size::Large]));
    assert_converts(&GeographyPoint::new(142.1, 64.1));
    assert_converts(&Stream::from(Untyped::from("_-AA")));
    assert_converts(&None::<i32>);
    assert_converts(&vec![Some("a"), None]);
    assert_converts(&serde_json::json!({"a": [1, null]}));
    assert_eq!(Untyped::from(Size::Large), "large");
    assert_eq!(Untyped::from([1_u16, 2]), Untyped::from(&[1_u64, 2][..]));
    assert_eq!(Untyped::from(u32::MAX), Untyped::from(i64::from(u32::MAX)));
    assert_eq!(Untyped::from(u64::MAX), read::<Untyped>(&u64::MAX.to_string()));
    assert_eq!(Untyped::from(Extra::from_iter([("a", 1)])), read::<Untyped>(r#"{"a":1}"#));
    assert_eq!(["a", "b"].into_iter().collect::<Untyped>(), Untyped::from(vec!["a", "b"]));
}

#[test]
fn untyped_values_compare_with_rust_values() {
    let value: Untyped = read(r#"["a", true, 12.0, 18446744073709551615, 0.1, null]"#);
    let [text, boolean, integer, large, fraction, null] = value.as_collection().expect("an array") else {
        panic!()
    };
    let owned = "a".to_owned();
    assert!(*text == "a" && *text == *"a" && *text == owned && *text != "b" && text == "a");
    assert!(*boolean == true && boolean != false && *boolean != 1);
    assert!(*integer == 12 && integer == 12_u8 && *integer == 12.0 && *integer != 13_i64 && *integer != "12");
    assert!(*large == u64::MAX && *large != i64::MAX);
    assert!(*fraction == 0.1 && *fraction == 0.1_f32 && *fraction != 0);
    assert!(*null != "" && *null != 0 && *null != false);
}
