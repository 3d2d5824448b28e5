//! Tests the `#[odata(…)]` attributes of types and fields.

use std::collections::BTreeMap;

use odata_core::{Extra, Json, ODataComplex, ODataEntity, ODataStructured, Untyped};

use crate::support::{assert_writes_back, error, read, write};

/// A module for `with` that writes a number as a hexadecimal string.
mod hexadecimal {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
    pub fn serialize<S: Serializer>(number: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{number:x}"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let string = String::deserialize(deserializer)?;
        u32::from_str_radix(&string, 16).map_err(D::Error::custom)
    }
}

/// A generic module for `with` that writes a value as a string that contains JSON.
mod json_string {
    use serde::de::DeserializeOwned;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&serde_json::to_string(value).expect("written"))
    }

    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        let string = String::deserialize(deserializer)?;
        serde_json::from_str(&string).map_err(serde::de::Error::custom)
    }
}

fn seven() -> i32 {
    7
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n", name = "Everything")]
#[expect(clippy::option_option, reason = "an absent property differs from `null`")]
struct Everything {
    #[odata(name = "allowedPolicyOIDs")]
    allowed_policy_oids: Option<String>,
    #[odata(name = "request-id")]
    request_id: Option<String>,
    #[odata(name = "self")]
    itself: Option<bool>,
    r#type: Option<String>,
    #[odata(with = "hexadecimal", default)]
    colour: u32,
    #[odata(with = "hexadecimal")]
    background: u32,
    #[odata(with = "json_string", default)]
    map: BTreeMap<String, Vec<u8>>,
    #[odata(default)]
    count: i32,
    #[odata(default = "seven")]
    days: i32,
    #[odata(skip)]
    cache: Vec<std::time::Duration>,
    nullable: Option<Option<i32>>,
    #[odata(extra)]
    extra: Extra,
}

const FULL: &str = r#"{
    "allowedPolicyOIDs": "1.2", "request-id": "r", "self": true, "type": "t", "colour": "ff", "background": "10",
    "map": "{\"a\":[1]}", "count": 2, "days": 3, "nullable": null, "cache": "not the field"
}"#;

#[test]
fn field_attributes_apply_to_reading_and_writing() {
    let everything: Everything = assert_writes_back(FULL);
    assert_eq!(
        (everything.colour, everything.background, everything.count, everything.days),
        (255, 16, 2, 3)
    );
    assert_eq!(everything.map["a"], [1]);
    assert_eq!(everything.nullable, Some(None));
    assert!(everything.cache.is_empty());
    assert_eq!(everything.extra.get_str("cache"), Some("not the field"));
}

#[test]
fn absent_property_has_default_value() {
    let everything: Everything = read(r#"{"background": "0"}"#);
    assert_eq!((everything.colour, everything.count, everything.days), (0, 0, 7));
    assert_eq!(everything.nullable, None);
    assert_eq!(
        error::<Everything>("{}"),
        "missing property `background` of `n.Everything` at line 1 column 2"
    );
}

#[test]
fn error_of_with_module_names_property() {
    assert_eq!(
        error::<Everything>(r#"{"background": "x"}"#),
        "`background` (property of `n.Everything`): invalid digit found in string at line 1 column 19"
    );
}

#[test]
fn nested_option_distinguishes_absent_from_null() {
    for (payload, value) in
        [("", None), (r#", "nullable": null"#, Some(None)), (r#", "nullable": 5"#, Some(Some(5)))]
    {
        let payload =
            format!(r#"{{"background": "0", "colour": "0", "map": "{{}}", "count": 0, "days": 0{payload}}}"#);
        assert_eq!(assert_writes_back::<Everything>(&payload).nullable, value);
    }
}

#[derive(Debug, Default, ODataComplex)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct Pascal {
    first_name: Option<String>,
    #[odata(name = "nick")]
    nick_name: Option<String>,
}

#[test]
fn explicit_name_overrides_rename_all() {
    let pascal = Pascal { first_name: Some("a".into()), nick_name: Some("b".into()) };
    assert_eq!(write(&pascal), r#"{"FirstName":"a","nick":"b"}"#);
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Collections {
    plain: Vec<i32>,
    nullable_items: Vec<Option<i32>>,
    nullable: Option<Vec<i32>>,
    untyped: Option<Untyped>,
    value: Option<serde_json::Value>,
    json: Option<Json<(i32, String)>>,
}

#[test]
fn collections_can_be_empty_null_or_absent() {
    let empty: Collections = read("{}");
    assert_eq!(write(&empty), r#"{"plain":[],"nullableItems":[]}"#);
    assert_eq!(read::<Collections>(r#"{"nullable": null}"#), empty);
    let full: Collections = assert_writes_back(
        r#"{"plain": [1], "nullableItems": [null, 2], "nullable": [], "untyped": null, "value": null, "json": [1, "a"]}"#,
    );
    assert_eq!(full.nullable_items, [None, Some(2)]);
    assert_eq!(full.untyped, Some(Untyped::Null));
    assert_eq!(full.value, Some(serde_json::Value::Null));
}

#[derive(Debug, Default, ODataEntity)]
#[odata(namespace = "n")]
struct WithoutExtra {
    id: Option<String>,
}

#[test]
fn undeclared_members_are_ignored_without_extra() {
    let value: WithoutExtra = read(r#"{"a": [1, {"b": "c"}], "@odata.etag": "x", "id": "1", "id@x.y": {}}"#);
    assert_eq!(write(&value), r##"{"@odata.type":"#n.withoutExtra","id":"1"}"##);
    let again: WithoutExtra = read(r#"{"a": 1, "a": 2, "id": "1"}"#);
    assert_eq!(again.id.as_deref(), Some("1"));
}

#[derive(Debug, Default, ODataEntity)]
#[odata(namespace = "n")]
struct LateExtra {
    #[odata(base)]
    base: WithoutExtra,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, ODataEntity)]
enum AnyWithoutExtra {
    #[odata(base)]
    Base(WithoutExtra),
    Late(LateExtra),
}

#[test]
fn derived_type_can_add_extra() {
    for payload in [
        r##"{"@odata.type": "#n.lateExtra", "id": "1", "a": 1, "@odata.etag": "e"}"##,
        r##"{"id": "1", "a": 1, "@odata.etag": "e", "@odata.type": "#n.lateExtra"}"##,
    ] {
        let late: AnyWithoutExtra = assert_writes_back(payload);
        assert_eq!(late.as_late().map(|late| late.extra.len()), Some(2));
    }
    let base: AnyWithoutExtra = read(r#"{"id": "1", "a": 1}"#);
    assert_eq!(write(&base), r##"{"@odata.type":"#n.withoutExtra","id":"1"}"##);
}

#[derive(Debug, Default, ODataEntity)]
#[odata(namespace = "n")]
struct Empty {}

#[test]
fn type_without_properties() {
    assert_eq!(write(&read::<Empty>(r#"{"x": 1}"#)), r##"{"@odata.type":"#n.empty"}"##);
    assert!(Empty::METADATA.own_properties().is_empty());
}

#[test]
fn writing_declared_property_in_extra_is_error() {
    let mut everything: Everything = read(r#"{"background": "0"}"#);
    everything.extra.insert("days", 5);
    let error = serde_json::to_string(&everything).expect_err("a duplicate property");
    assert_eq!(
        error.to_string(),
        "`days` is a declared property of `n.Everything`: set its field and remove it from the `Extra`"
    );
}

#[test]
fn annotations_are_written_before_their_property() {
    let payload = r#"{"colour": "1", "b": 2, "background": "2", "b@c.d": 3, "colour@odata.type": "x", "@a.b": 4, "e@f.g": 5}"#;
    let everything: Everything = read(payload);
    assert_eq!(
        write(&everything),
        r#"{"@a.b":4,"colour@odata.type":"x","colour":"1","background":"2","map":"{}","count":0,"days":7,"b@c.d":3,"b":2,"e@f.g":5}"#
    );
}
