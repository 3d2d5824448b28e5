//! Tests keys in URLs.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use odata_core::metadata::ValueType;
use odata_core::request::{InvalidKey, Key, KeyForm, KeyValue, RequestError, Service};
use odata_core::serde::Serializer;
use odata_core::{Duration, ODataEntity, ODataEnum, ODataValue};
use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum Color {
    Red,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Item {
    #[odata(key)]
    order: i64,
    #[odata(key)]
    number: i32,
    code: Option<String>,
    colors: Vec<i32>,
    color: Option<Color>,
    price: Option<Decimal>,
    #[odata(navigation)]
    next: Option<Box<Item>>,
}

/// Returns the part of a URL that contains a key, such as `/1` or `('1')`.
fn in_path(form: KeyForm, key: impl Into<Key>) -> Result<String, RequestError> {
    let service = Service::new("https://host")?.with_keys(form);
    let url = service.entity_set::<Item>("x").key(key).get().url()?;
    Ok(url.replacen("https://host/x", "", 1))
}

#[track_caller]
fn assert_key(key: impl Into<Key>, literal: &str, segment: &str) {
    let key = key.into();
    assert_eq!(in_path(KeyForm::Parentheses, key.clone()), Ok(format!("({literal})")));
    assert_eq!(in_path(KeyForm::Segment, key), Ok(format!("/{segment}")));
}

#[test]
fn keys_of_every_type() {
    let guid = Uuid::from_u128(0x21EC_2020_3AEA_1069_A2DD_0800_2B30_309D);
    for key in [Key::from(guid), Key::from(&guid)] {
        let string = "21ec2020-3aea-1069-a2dd-08002b30309d";
        assert_key(key, string, string);
    }
    for key in [
        Key::from(7_u8),
        7_i8.into(),
        7_i16.into(),
        7_u16.into(),
        7_i32.into(),
        7_u32.into(),
        7_i64.into(),
        7_u64.into(),
        7_usize.into(),
        7_isize.into(),
        (&7).into(),
        (&7_u32).into(),
    ] {
        assert_key(key, "7", "7");
    }
    assert_key(i64::MIN, "-9223372036854775808", "-9223372036854775808");
    assert_key(u64::MAX, "18446744073709551615", "18446744073709551615");
    assert_key(true, "true", "true");
    for key in [
        Key::from("a b"),
        String::from("a b").into(),
        (&String::from("a b")).into(),
        Cow::Borrowed("a b").into(),
        (&Cow::Borrowed("a b")).into(),
        Box::<str>::from("a b").into(),
        Arc::<str>::from("a b").into(),
    ] {
        assert_key(key, "'a%20b'", "a%20b");
    }
    let at = DateTime::parse_from_rfc3339("2022-04-12T12:30:00+02:00").expect("a time");
    assert_key(at, "2022-04-12T12:30:00%2B02:00", "2022-04-12T12:30:00%2B02:00");
    assert_key(at.to_utc(), "2022-04-12T10:30:00Z", "2022-04-12T10:30:00Z");
    assert_key(NaiveDate::from_ymd_opt(2022, 4, 12).expect("a day"), "2022-04-12", "2022-04-12");
    assert_key(NaiveTime::from_hms_opt(12, 30, 0).expect("a time"), "12:30:00", "12:30:00");
    assert_key(TimeDelta::hours(36), "duration'P1DT12H'", "P1DT12H");
    assert_key(Duration::from(TimeDelta::hours(36)), "duration'P1DT12H'", "P1DT12H");
    assert_key(Decimal::new(1, 6), "0.000001", "0.000001");
    assert_key(Color::Red, "n.color'red'", "red");
}

#[test]
fn key_from_option() {
    let some = Some("22aa2acd".to_owned());
    assert_eq!(Key::try_from(&some), Ok(Key::from("22aa2acd")));
    assert_eq!(Key::try_from(some), Ok(Key::from("22aa2acd")));
    assert_eq!(Key::try_from(Some(7)), Ok(Key::from(7)));
    assert_eq!(Key::try_from(&Some(Uuid::nil())), Ok(Key::from(Uuid::nil())));
    assert_eq!(Key::try_from(None::<&str>), Err(InvalidKey::Missing));
    let error = RequestError::from(Key::try_from(&None::<String>).expect_err("none"));
    assert_eq!(error.to_string(), "the key has no value: it is `None` or null");
}

/// A key value that can be null.
struct Number(Option<i32>);

impl ODataValue for Number {
    const TYPE: ValueType = <Option<i32> as ODataValue>::TYPE;

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl KeyValue for Number {}

#[test]
fn custom_key_value_that_is_null_is_error() {
    assert_key(Number(Some(7)), "7", "7");
    for form in [KeyForm::Parentheses, KeyForm::Segment] {
        assert_eq!(in_path(form, Number(None)), Err(InvalidKey::Missing.into()));
    }
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Note {
    #[odata(key)]
    id: i32,
}

#[test]
fn key_of_entity_with_one_key_property_has_no_name() {
    assert_key(Key::of(&Note { id: 7 }).expect("a key"), "7", "7");
}

#[test]
fn string_keys_are_percent_encoded() {
    for (string, literal, segment) in [
        ("a/b", "'a%2Fb'", "a%2Fb"),
        ("null", "'null'", "null"),
        ("O'Neil", "'O''Neil'", "O'Neil"),
        ("100%", "'100%25'", "100%25"),
        ("%2F", "'%252F'", "%252F"),
        ("a?b#c", "'a%3Fb%23c'", "a%3Fb%23c"),
        ("é", "'%C3%A9'", "%C3%A9"),
        ("a;b+c", "'a%3Bb%2Bc'", "a%3Bb%2Bc"),
        ("..a", "'..a'", "..a"),
        ("a\\b", "'a%5Cb'", "a%5Cb"),
    ] {
        assert_key(string, literal, segment);
    }
    for (string, literal) in [("", "''"), (".", "'.'"), ("..", "'..'"), ("$count", "'$count'")] {
        assert_eq!(in_path(KeyForm::Parentheses, string), Ok(format!("({literal})")));
        assert_eq!(in_path(KeyForm::Segment, string), Err(RequestError::Key(string.to_owned())));
    }
}

#[test]
fn named_keys_are_in_parentheses() {
    let composite = Key::by(Item::ORDER, 7).and(Item::NUMBER, 1);
    assert_key_in_parentheses(composite, "order=7,number=1");
    assert_key_in_parentheses(Key::by(Item::CODE, "a/b'c"), "code='a%2Fb''c'");
    assert_key_in_parentheses(Key::by(Item::COLOR, Color::Red), "color=n.color'red'");
    assert_key_in_parentheses(Key::by(Item::PRICE, Decimal::new(5, 7)), "price=0.0000005");
}

#[track_caller]
fn assert_key_in_parentheses(key: impl Into<Key>, expected: &str) {
    let key = key.into();
    for form in [KeyForm::Parentheses, KeyForm::Segment] {
        assert_eq!(in_path(form, key.clone()), Ok(format!("({expected})")));
    }
}

#[test]
fn invalid_named_key_is_error() {
    for (key, error) in [
        (Key::by(Item::NUMBER, 1).and(Item::NUMBER, 2), InvalidKey::Duplicate("number".to_owned())),
        (Key::by(Item::ORDER, 1).and(Item::CODE, None::<String>), InvalidKey::Null("code".to_owned())),
        (Key::by(Item::NEXT.then(Item::ORDER), 1), InvalidKey::Path("next/order".to_owned())),
        (
            Key::by(Item::COLORS, [1]),
            InvalidKey::Value(
                "`colors`: this value of the type `Collection(Edm.Int32)` can't be written as a literal in a URL".to_owned(),
            ),
        ),
    ] {
        assert_eq!(in_path(KeyForm::Segment, key), Err(error.into()));
    }
}

#[test]
fn keys_with_same_literal_are_equal() {
    assert_eq!(Key::from("7"), Key::from("7".to_owned()));
    assert_ne!(Key::from("7"), Key::from(7));
    assert_ne!(Key::from(7), Key::by(Item::NUMBER, 7).into());
    assert_eq!(Key::from(Key::by(Item::NUMBER, 7)), Key::by(Item::NUMBER, 7).into());
}

proptest! {
    #[test]
    fn string_key_is_one_segment(string in ".{0,12}") {
        let parentheses = in_path(KeyForm::Parentheses, string.as_str()).expect("a path");
        prop_assert!(!parentheses.contains(['/', '?', '#', ' ', '+', '\\']), "{}", parentheses);
        let inner = parentheses.trim_start_matches("('").trim_end_matches("')");
        prop_assert_eq!(inner.matches('\'').count() % 2, 0);
        if let Ok(segment) = in_path(KeyForm::Segment, string.as_str()) {
            prop_assert_eq!(segment.rfind(['/', '?', '#', '\\']), Some(0));
        }
    }
}
