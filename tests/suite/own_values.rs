//! Types and modules of a user's own read whatever serde has for them: nothing of the payload is lost on the way to them.

use std::collections::BTreeMap;

use odata_core::metadata::ValueType;
use odata_core::serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use odata_core::{Extra, Json, ODataComplex, ODataEntity, ODataValue, ReadValue, Untyped};
use serde_json::value::RawValue;

use super::support::{read, write};

/// Whatever came, under the name of another type.
#[derive(Debug, PartialEq)]
struct Kept(Untyped);

impl ODataValue for Kept {
    const TYPE: ValueType = <Inner as ODataValue>::TYPE;

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<'de> ReadValue<'de> for Kept {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Untyped::read(deserializer).map(Self)
    }
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Inner {
    size: Option<i32>,
}

/// Any value, with a parameter of its own.
#[derive(Debug, PartialEq)]
struct Wrapped<T>(T);

impl<T: ODataValue> ODataValue for Wrapped<T> {
    const TYPE: ValueType = T::TYPE;

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<'de, T: ReadValue<'de>> ReadValue<'de> for Wrapped<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self)
    }
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Wrappers<T> {
    number: Wrapped<i64>,
    inner: Option<Box<Wrapped<Inner>>>,
    all: Vec<Wrapped<Option<T>>>,
}

#[test]
fn a_type_of_ones_own_may_have_a_parameter() {
    let payload =
        r##"{"@odata.type":"#n.wrappers","number":9007199254740993,"inner":{"size":1},"all":["x",null]}"##;
    let wrappers: Wrappers<String> = read(payload);
    assert_eq!(wrappers.number, Wrapped(9_007_199_254_740_993));
    assert_eq!(wrappers.inner, Some(Box::new(Wrapped(Inner { size: Some(1) }))));
    assert_eq!(wrappers.all, [Wrapped(Some("x".to_owned())), Wrapped(None)]);
    assert_eq!(write(&wrappers), payload);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(crate = "odata_core::serde")]
enum Shape {
    Point,
    Circle { radius: f64 },
    Line(i32, i32),
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(crate = "odata_core::serde", untagged)]
enum Either {
    Number(i64),
    Texts(Vec<String>),
    Inner(BTreeMap<String, bool>),
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(crate = "odata_core::serde")]
struct Names<'a> {
    #[serde(borrow)]
    names: Vec<&'a str>,
    owner: Option<&'a str>,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Item<'a> {
    id: Option<String>,
    wide: Option<Json<i128>>,
    kept: Option<Kept>,
    shapes: Vec<Json<Shape>>,
    either: Option<Json<Either>>,
    names: Option<Json<Names<'a>>>,
    by_number: Option<Json<BTreeMap<u8, Option<bool>>>>,
    #[odata(with = "percent", default)]
    percent: u8,
    #[odata(extra)]
    extra: Extra,
}

mod percent {
    use super::{Deserialize, Deserializer, Error, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub(super) fn serialize<S: Serializer>(value: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*value)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        let read = u8::deserialize(deserializer);
        read.map_err(|error| D::Error::custom(format_args!("no percentage, for {error}")))
    }
}

const PAYLOAD: &str = r##"{"@odata.type":"#n.item","id":"1","wide":-170141183460469231731687303715884105728,
    "kept":{"size":12345678901234567890.123456789},"shapes":["Point",{"Circle":{"radius":1.5}},{"Line":[1,2]}],
    "either":{"a":true},"names":{"names":["a","b"],"owner":null},"byNumber":{"7":true,"8":null},"percent":50}"##;

#[test]
fn every_shape_that_serde_knows_is_read_and_written() {
    let item: Item<'_> = serde_json::from_str(PAYLOAD).expect("read");
    assert_eq!(item.wide, Some(Json(i128::MIN)));
    assert_eq!(item.shapes[1], Json(Shape::Circle { radius: 1.5 }));
    assert_eq!(item.shapes[2], Json(Shape::Line(1, 2)));
    assert_eq!(item.either, Some(Json(Either::Inner([("a".to_owned(), true)].into()))));
    assert_eq!(item.by_number, Some(Json([(7, Some(true)), (8, None)].into())));
    assert_eq!(item.percent, 50);
    assert_eq!(write(&item), PAYLOAD.replace(",\n    ", ","));
}

#[test]
fn strings_inside_of_any_json_are_borrowed_from_the_input() {
    let payload = PAYLOAD.to_owned();
    let item: Item<'_> = serde_json::from_str(&payload).expect("read");
    let Json(Names { names, .. }) = item.names.expect("there");
    assert!(names.iter().all(|name| payload.as_bytes().as_ptr_range().contains(&name.as_ptr())));
}

#[test]
fn a_type_under_the_name_of_another_has_all_digits() {
    let item: Item<'_> = serde_json::from_str(PAYLOAD).expect("read");
    let kept = serde_json::to_string(&item.kept.as_ref().expect("there").0).expect("written");
    assert_eq!(kept, r#"{"size":12345678901234567890.123456789}"#);
}

#[test]
fn a_wrapped_error_stands_at_its_place() {
    assert_eq!(
        serde_json::from_str::<Item<'_>>(r#"{"id": "1", "percent": "x"}"#).unwrap_err().to_string(),
        "`percent` (property of `n.item`): no percentage, for invalid type: string \"x\", expected u8 at line 1 column 26",
    );
    assert_eq!(
        serde_json::from_str::<Item<'_>>(r#"{"shapes": ["Point", {"Circle": {"radius": true}}]}"#)
            .unwrap_err()
            .to_string(),
        "`shapes[1]` (property of `n.item`): invalid type: boolean `true`, expected f64 at line 1 column 47",
    );
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "n")]
struct Base {
    id: Option<String>,
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "n")]
struct Derived {
    #[odata(base)]
    base: Base,
    wide: Option<Json<i128>>,
    kept: Option<Kept>,
    shape: Option<Json<Shape>>,
    text: Option<Json<Box<RawValue>>>,
    flags: Vec<Json<BTreeMap<u8, Shape>>>,
}

#[derive(Debug, ODataEntity)]
enum Any {
    #[odata(base)]
    Base(Base),
    Derived(Box<Derived>),
}

/// The whole object waits for its type, and is read as what it is all the same.
#[test]
fn before_a_late_tag_they_are_read_the_same() {
    let members = r#""wide":170141183460469231731687303715884105727,"kept":{"size":0.1000000000000000000001},"shape":{"Line":[1,2]},"text":{"a": 1.0},"flags":[{"1":"Point"}]"#;
    for payload in [
        format!(r##"{{"@odata.type":"#n.derived",{members}}}"##),
        format!(r##"{{{members},"@odata.type":"#n.derived"}}"##),
    ] {
        let any: Any = read(&payload);
        let derived = any.as_derived().expect("of the derived type");
        assert_eq!(derived.wide, Some(Json(i128::MAX)));
        assert_eq!(derived.shape, Some(Json(Shape::Line(1, 2))));
        assert_eq!(
            derived.text.as_ref().map(|text| text.0.get().replace(' ', "")).as_deref(),
            Some(r#"{"a":1.0}"#)
        );
        assert_eq!(derived.flags[0].0[&1], Shape::Point);
        let kept = serde_json::to_string(&derived.kept.as_ref().expect("there").0).expect("written");
        assert_eq!(kept, r#"{"size":0.1000000000000000000001}"#);
    }
}

/// Rounded to a double first, this number would be the next one above.
#[test]
fn a_single_is_rounded_once() {
    const MIDWAY: &str = "1.00000017881393432617187499";
    let direct: f32 = serde_json::from_str(MIDWAY).expect("a number");
    let values: Values = read(&format!(r#"{{"values": [{MIDWAY}]}}"#));
    assert_eq!(values.values[0].0.to_bits(), direct.to_bits());
    assert_eq!(direct.to_bits(), MIDWAY.parse::<f32>().expect("a number").to_bits());
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Values {
    values: Vec<Json<f32>>,
}
