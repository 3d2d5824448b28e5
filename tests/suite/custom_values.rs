//! Tests custom `ODataValue` types, `with` modules and `Json` properties, which can read every value that serde supports.

use std::collections::BTreeMap;

use odata_core::metadata::ValueType;
use odata_core::serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use odata_core::{Extra, Json, ODataComplex, ODataEntity, ODataValue, ReadValue, Untyped};
use serde_json::value::RawValue;

use super::support::{read, write};

/// Reads any JSON, but has the OData type of `Inner`.
#[derive(Debug, PartialEq)]
struct AnyJson(Untyped);

impl ODataValue for AnyJson {
    const TYPE: ValueType = <Inner as ODataValue>::TYPE;

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<'de> ReadValue<'de> for AnyJson {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Untyped::read(deserializer).map(Self)
    }
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Inner {
    size: Option<i32>,
}

/// A generic wrapper that implements `ODataValue`.
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
fn custom_value_type_can_be_generic() {
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
    anything: Option<AnyJson>,
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
        read.map_err(|error| D::Error::custom(format_args!("not a percentage: {error}")))
    }
}

const PAYLOAD: &str = r##"{"@odata.type":"#n.item","id":"1","wide":-170141183460469231731687303715884105728,
    "anything":{"size":12345678901234567890.123456789},"shapes":["Point",{"Circle":{"radius":1.5}},{"Line":[1,2]}],
    "either":{"a":true},"names":{"names":["a","b"],"owner":null},"byNumber":{"7":true,"8":null},"percent":50}"##;

#[test]
fn json_properties_of_every_serde_type_round_trip() {
    let item: Item<'_> = read(PAYLOAD);
    assert_eq!(item.wide, Some(Json(i128::MIN)));
    assert_eq!(item.shapes[1], Json(Shape::Circle { radius: 1.5 }));
    assert_eq!(item.shapes[2], Json(Shape::Line(1, 2)));
    assert_eq!(item.either, Some(Json(Either::Inner([("a".to_owned(), true)].into()))));
    assert_eq!(item.by_number, Some(Json([(7, Some(true)), (8, None)].into())));
    assert_eq!(item.percent, 50);
    assert_eq!(write(&item), PAYLOAD.replace(",\n    ", ","));
}

#[test]
fn untagged_enum_is_read_from_negative_integer() {
    let item: Item<'_> = read(r#"{"either": -5, "percent": 1}"#);
    assert_eq!(item.either, Some(Json(Either::Number(-5))));
}

#[test]
fn strings_in_json_property_are_borrowed_from_input() {
    let payload = PAYLOAD.to_owned();
    let item: Item<'_> = read(&payload);
    let Json(Names { names, .. }) = item.names.expect("there");
    assert!(names.iter().all(|name| payload.as_bytes().as_ptr_range().contains(&name.as_ptr())));
}

#[test]
fn custom_value_type_preserves_digits() {
    let item: Item<'_> = read(PAYLOAD);
    let anything = serde_json::to_string(&item.anything.as_ref().expect("there").0).expect("written");
    assert_eq!(anything, r#"{"size":12345678901234567890.123456789}"#);
}

#[test]
fn error_in_custom_value_has_path_and_position() {
    assert_eq!(
        crate::support::error::<Item<'_>>(r#"{"id": "1", "percent": "x"}"#),
        "`percent` (property of `n.item`): not a percentage: invalid type: string \"x\", expected u8 at line 1 column 26",
    );
    assert_eq!(
        crate::support::error::<Item<'_>>(r#"{"shapes": ["Point", {"Circle": {"radius": true}}]}"#),
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
    anything: Option<AnyJson>,
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

/// Members before `@odata.type` are buffered. The result must be the same as without buffering.
#[test]
fn members_before_late_type_annotation_are_read_the_same() {
    let members = r#""wide":170141183460469231731687303715884105727,"anything":{"size":0.1000000000000000000001},"shape":{"Line":[1,2]},"text":{"a": 1.0},"flags":[{"1":"Point"}]"#;
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
        let anything = serde_json::to_string(&derived.anything.as_ref().expect("there").0).expect("written");
        assert_eq!(anything, r#"{"size":0.1000000000000000000001}"#);
    }
}

/// Rounding the number to a double before rounding it to a single would result in the next larger single.
#[test]
fn single_is_rounded_once() {
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
