//! Tests inheritance chains in which some types declare no properties.

use odata_core::{Extra, ODataComplex, ODataEntity, ODataStructured};

use crate::support::{assert_writes_back, error, read};

#[derive(Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n", abstract)]
pub(crate) struct Entity {
    id: Option<String>,
}

/// A type that declares no properties.
#[derive(Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
pub(crate) struct Record {
    #[odata(base)]
    entity: Entity,
}

/// A type with private fields and an `Extra`, visible in the crate.
#[derive(Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
pub(crate) struct Noted {
    #[odata(base)]
    record: Record,
    note: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Filed {
    #[odata(base)]
    noted: Noted,
}

/// A type with a required property. Its base type declares no properties.
#[derive(Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Counted {
    #[odata(base)]
    filed: Filed,
    count: i32,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum Any {
    #[odata(base)]
    Entity(Entity),
    Record(Record),
    Noted(Box<Noted>),
    Filed(Filed),
    Counted(Counted),
}

#[test]
fn types_of_chain_round_trip_with_leading_and_late_type_annotation() {
    for payload in [
        r##"{"@odata.type":"#n.record","id":"1"}"##,
        r##"{"@odata.type":"#n.noted","id":"1","note":"a","note@x.y":1,"other":[true]}"##,
        r##"{"@odata.type":"#n.filed","id":"1","note":"a","other":{"b":null}}"##,
        r##"{"@odata.type":"#n.counted","id":"1","note":"a","count":5,"other":1.25}"##,
    ] {
        let any: Any = assert_writes_back(payload);
        let (type_annotation, rest) = payload[1..payload.len() - 1].split_once(',').expect("several members");
        assert_eq!(
            read::<Any>(&format!("{{{rest},{type_annotation}}}")),
            any,
            "with `@odata.type` at the end"
        );
        assert!(type_annotation.contains(any.instance_type().type_annotation()));
    }
}

#[test]
fn struct_without_own_properties_inherits_properties() {
    let filed: Filed = assert_writes_back(r##"{"@odata.type":"#n.filed","id":"1","note":"a","other":2}"##);
    assert_eq!((filed.id.as_deref(), filed.note.as_deref()), (Some("1"), Some("a")));
    assert_eq!(filed.extra.len(), 1, "only `other` is undeclared: {:?}", filed.extra);
    assert!(error::<Counted>(r#"{"id":"1"}"#).contains("missing property `count` of `n.counted`"));
    assert!(error::<Record>(r#"{"id":1}"#).contains("`id`"));
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Pair<T> {
    left: Option<T>,
    right: Vec<T>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct NamedPair<T> {
    #[odata(base)]
    pair: Pair<T>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct LongPair<T> {
    #[odata(base)]
    named: NamedPair<T>,
    length: Option<i32>,
}

#[derive(Debug, PartialEq, ODataComplex)]
enum AnyPair<T> {
    #[odata(base)]
    Pair(Pair<T>),
    Named(NamedPair<T>),
    Long(Box<LongPair<T>>),
}

#[test]
fn chain_of_generic_types_round_trips() {
    for payload in [
        r#"{"left":1,"right":[2,3]}"#,
        r##"{"@odata.type":"#n.namedPair","left":1,"right":[]}"##,
        r##"{"@odata.type":"#n.longPair","left":0,"right":[1],"length":4}"##,
    ] {
        assert_writes_back::<AnyPair<i64>>(payload);
    }
    let last: AnyPair<i32> = read(r#"{"length":4,"left":1,"right":[2],"@odata.type":"n.longPair"}"#);
    let long = last.as_long().expect("the longest");
    assert_eq!((long.left, long.right.as_slice(), long.length), (Some(1), [2].as_slice(), Some(4)));
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Text<'a> {
    text: Option<&'a str>,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Line<'a> {
    #[odata(base)]
    text: Text<'a>,
    #[odata(skip)]
    is_shown: bool,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct LastLine<'a> {
    #[odata(base)]
    line: Line<'a>,
}

#[derive(Debug, PartialEq, ODataComplex)]
enum AnyText<'a> {
    #[odata(base)]
    Text(Text<'a>),
    Line(Box<Line<'a>>),
    LastLine(LastLine<'a>),
}

#[test]
fn chain_of_borrowing_types_round_trips() {
    for payload in [
        r#"{"text":"a"}"#,
        r##"{"@odata.type":"#n.line","text":"a"}"##,
        r##"{"@odata.type":"#n.lastLine","text":"a"}"##,
    ] {
        let any: AnyText<'_> = read(payload);
        assert_eq!(any.text, Some("a"));
        assert_eq!(serde_json::to_string(&any).expect("written"), payload);
    }
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Wide {
    p0: i32,
    p1: i32,
    p2: i32,
    p3: i32,
    p4: i32,
    p5: i32,
    p6: i32,
    p7: i32,
    p8: i32,
    größe: i32,
    a_rather_long_name_of_a_property: i32,
}

#[test]
fn many_properties_are_found_in_any_order() {
    let names = Wide::METADATA.own_properties().iter().map(odata_core::metadata::Property::name);
    let members: Vec<_> = names.enumerate().map(|(value, name)| format!(r#""{name}":{value}"#)).collect();
    let declared: Wide = assert_writes_back(&format!("{{{}}}", members.join(",")));
    assert_eq!((declared.p8, declared.größe, declared.a_rather_long_name_of_a_property), (8, 9, 10));
    let backwards: Vec<_> = members.iter().rev().map(String::as_str).collect();
    assert_eq!(read::<Wide>(&format!("{{{}}}", backwards.join(","))), declared);
}
