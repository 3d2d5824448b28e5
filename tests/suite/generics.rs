//! Tests types with type parameters, lifetimes, const parameters and recursion.

use std::borrow::Cow;

use odata_core::{Extra, Json, ODataComplex, ODataEntity, ODataValue, ReadValue, json};
use serde::de::DeserializeOwned;

use crate::support::{assert_writes_back, error, read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Pair<T, U = i32> {
    first: T,
    second: Option<Vec<U>>,
}

#[test]
fn struct_with_type_parameters() {
    let pair: Pair<Pair<String>, bool> =
        assert_writes_back(r#"{"first": {"first": "a", "second": [1]}, "second": [true]}"#);
    assert_eq!(pair.first.second, Some(vec![1]));
}

/// Writes and reads a value of any type that implements `ODataValue` and `ReadValue`.
fn round_trip<T>(value: &T) -> T
where
    T: ODataValue + for<'de> ReadValue<'de>,
{
    let pair = Pair::<_, i32> { first: Json(1), second: None };
    assert_eq!(write(&pair), r#"{"first":1}"#);
    let written = serde_json::to_value(Wrapper { inner: value_of(value) }).expect("written");
    serde_json::from_value::<Wrapper<T>>(written).expect("read").inner
}

fn value_of<T: ODataValue + for<'de> ReadValue<'de>>(value: &T) -> T {
    let written = value.write(serde_json::value::Serializer).expect("written");
    T::read(written).expect("read")
}

#[derive(Debug, ODataComplex)]
#[odata(namespace = "n")]
struct Wrapper<T> {
    inner: T,
}

#[test]
fn derived_bounds_suffice_for_generic_function() {
    assert_eq!(round_trip(&"text".to_owned()), "text");
    assert_eq!(round_trip(&vec![Some(1), None]), [Some(1), None]);
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Any<T>
where
    T: serde::Serialize + DeserializeOwned,
{
    json: Json<Vec<T>>,
}

#[test]
fn json_property_requires_only_serde_traits() {
    let any: Any<std::time::Duration> = assert_writes_back(r#"{"json": [{"secs": 1, "nanos": 2}]}"#);
    assert_eq!(any.json[0].subsec_nanos(), 2);
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Tree<T> {
    value: T,
    left: Option<Box<Self>>,
    right: Option<Box<Tree<T>>>,
    others: Vec<Tree<T>>,
}

#[test]
fn recursive_type() {
    let tree: Tree<i32> = assert_writes_back(
        r#"{"value": 1, "left": {"value": 2, "others": []}, "right": {"value": 3, "others": []}, "others": [{"value": 4, "others": []}]}"#,
    );
    assert_eq!(tree.left.map(|left| left.value), Some(2));
    assert_eq!(tree.others[0].value, 4);
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Borrowed<'a> {
    name: &'a str,
    note: Option<Cow<'a, str>>,
}

#[test]
fn strings_are_borrowed_from_input() {
    let payload = r#"{"name": "a", "note": "b"}"#.to_owned();
    let borrowed: Borrowed<'_> = read(&payload);
    let range = payload.as_bytes().as_ptr_range();
    assert!(range.contains(&borrowed.name.as_ptr()));
    assert!(matches!(borrowed.note, Some(Cow::Borrowed(_))));

    let escaped: Borrowed<'_> = read(r#"{"name": "a", "note": "\n"}"#);
    assert!(matches!(escaped.note, Some(Cow::Owned(_))));
    let rejected = error::<Borrowed<'_>>(r#"{"name": "\n"}"#);
    assert!(rejected.contains("use `Cow<str>`"), "{rejected}");
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct BorrowedBase<'a> {
    id: Cow<'a, str>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct BorrowedDerived<'a, 'b, T> {
    #[odata(base)]
    base: BorrowedBase<'a>,
    note: Option<Cow<'b, str>>,
    value: Option<T>,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum AnyBorrowed<'a, 'b, T> {
    #[odata(base)]
    Base(BorrowedBase<'a>),
    Derived(BorrowedDerived<'a, 'b, T>),
}

#[test]
fn inheritance_with_lifetimes_and_type_parameters() {
    let any: AnyBorrowed<'_, '_, i32> =
        read(r#"{"id": "1", "note": "x", "@odata.type": "n.borrowedDerived", "value": 5}"#);
    let derived = any.as_derived().expect("the derived type");
    assert_eq!((derived.note.as_deref(), derived.value), (Some("x"), Some(5)));
    assert!(matches!(derived.id, Cow::Borrowed("1")));
}

#[test]
fn property_before_type_annotation_is_borrowed_by_json_functions() {
    let payload = r#"{"id": "1", "note": "x", "@odata.type": "n.borrowedDerived"}"#;
    let note =
        |any: AnyBorrowed<'static, 'static, i32>| any.as_derived().and_then(|derived| derived.note.clone());
    assert!(matches!(note(json::from_str(payload).unwrap()), Some(Cow::Borrowed("x"))));
    assert!(matches!(note(serde_json::from_str(payload).unwrap()), Some(Cow::Owned(_))));
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct GenericBase<T> {
    value: T,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct GenericDerived<T> {
    #[odata(base)]
    base: GenericBase<Vec<T>>,
    #[odata(skip)]
    cache: Option<T>,
}

#[test]
fn base_type_with_type_parameter() {
    let derived: GenericDerived<i32> =
        assert_writes_back(r##"{"@odata.type": "#n.genericDerived", "value": [1], "x": 2}"##);
    assert_eq!(derived.value, [1]);
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Marked<const N: usize> {
    value: i32,
}

#[test]
fn const_parameter() {
    assert_eq!(assert_writes_back::<Marked<3>>(r#"{"value": 1}"#), Marked { value: 1 });
    error::<Marked<3>>("{}");
}

mod inner {
    use odata_core::{ODataComplex, ODataEnum};

    #[derive(Debug, Default, ODataComplex)]
    #[odata(namespace = "n")]
    pub(super) struct Restricted {
        pub(in crate::generics) a: Option<Private>,
        pub(super) b: Option<i32>,
        c: Option<i32>,
    }

    #[derive(Debug, ODataEnum)]
    #[odata(namespace = "n")]
    pub(in crate::generics) enum Private {
        One,
    }
}

#[test]
fn visibility_modifiers() {
    let value: inner::Restricted = read(r#"{"a": "one", "b": 2, "c": 3}"#);
    assert_eq!((value.a.map(|a| a.to_string()), value.b), (Some("one".to_owned()), Some(2)));
}

#[test]
fn type_declared_in_function() {
    #[derive(Debug, ODataComplex)]
    #[odata(namespace = "n")]
    struct Local {
        a: Option<i32>,
    }
    assert_eq!(read::<Local>(r#"{"a": 1}"#).a, Some(1));
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Chicken<T> {
    value: Option<T>,
    egg: Option<Box<Egg<T>>>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Egg<T> {
    chicken: Option<Box<Chicken<T>>>,
}

#[test]
fn mutually_recursive_generic_types() {
    let chicken: Chicken<i32> = assert_writes_back(r#"{"value": 1, "egg": {"chicken": {"value": 2}}}"#);
    assert_eq!(chicken.egg.and_then(|egg| egg.chicken).and_then(|chicken| chicken.value), Some(2));
}

trait Unit {
    type Number;
}

#[derive(Debug, PartialEq)]
struct Metre;

impl Unit for Metre {
    type Number = f64;
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Length<U: Unit> {
    number: Option<U::Number>,
    more: Vec<<U as Unit>::Number>,
}

#[test]
fn associated_type_of_type_parameter() {
    let length: Length<Metre> = assert_writes_back(r#"{"number": 1.5, "more": [2.5]}"#);
    assert_eq!(length.number, Some(1.5));
}

mod displayed {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(|_| D::Error::custom("invalid value"))
    }
}

mod borrowed {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(value: &&str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value)
    }

    pub fn deserialize<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<&'a str, D::Error> {
        Deserialize::deserialize(deserializer)
    }
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct WithModules<'a, T, U: Into<T> + Copy>
where
    T: std::fmt::Display + std::str::FromStr,
{
    #[odata(with = "displayed")]
    a: T,
    #[odata(with = "borrowed", name = "b")]
    a_: &'a str,
    #[odata(skip)]
    cache: Option<U>,
}

#[test]
fn with_module_of_generic_and_borrowed_fields() {
    let value: WithModules<'_, f64, f32> = read(r#"{"a": "1.5", "b": "x"}"#);
    assert_eq!((value.a, value.a_), (1.5, "x"));
}
