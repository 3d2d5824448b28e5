//! Tests the bodies of create and update requests.

mod changes;
mod sentinel;

use std::collections::BTreeMap;

use odata_core::body::{Create, InvalidBody, Update};
use odata_core::spatial::GeographyPoint;
use odata_core::{
    Extra, Flags, Ieee754Compatible, Json, ODataComplex, ODataEntity, ODataEnum, Stream, Untyped,
};

use odata_examples::legacy;
use odata_examples::security::{
    AnyCaseOperation, CaseAction, CaseOperation, CaseOperationStatus, EdiscoveryExportOperation,
    ExportOptions,
};

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::support::{read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Item {
    #[odata(key, computed)]
    id: Option<String>,
    #[odata(immutable)]
    serial: Option<String>,
    name: Option<String>,
    size: Option<i64>,
    price: Option<Decimal>,
    tags: Vec<String>,
    sizes: Option<Vec<i64>>,
    colour: Option<Colour>,
    colours: Option<Flags<Bits>>,
    maker: Option<Maker>,
    shape: Option<AnyShape>,
    shapes: Option<Vec<AnyShape>>,
    content: Option<Stream>,
    #[expect(clippy::option_option, reason = "`null` differs from an absent property")]
    note: Option<Option<String>>,
    #[odata(navigation)]
    parent: Option<Box<Item>>,
    #[odata(navigation)]
    parts: Option<Vec<Item>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Maker {
    name: Option<String>,
    #[odata(computed)]
    rank: Option<i32>,
    address: Option<Address>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    city: Option<String>,
    zip: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Shape {
    colour: Option<Colour>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Circle {
    #[odata(base)]
    shape: Shape,
    radius: Option<i64>,
    #[odata(computed)]
    area: Option<f64>,
    edge: Option<Colour>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyShape {
    #[odata(base)]
    Shape(Shape),
    Circle(Circle),
}

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n")]
enum Colour {
    Red,
    UnknownFutureValue,
    Green,
}

#[derive(Clone, Copy, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "n", flags)]
enum Bits {
    Red = 1,
    UnknownFutureValue = 2,
    Green = 4,
}

/// Converts a body to JSON without `@odata.type`, which must be present.
#[track_caller]
fn json_without_type<T, P>(body: &odata_core::body::Body<T, P>) -> Value {
    let mut value: Value = read(&write(body));
    value.as_object_mut().expect("an object").remove("@odata.type").expect("a type");
    value
}

fn circle(radius: i64) -> Circle {
    Circle { radius: Some(radius), area: Some(3.0), ..Circle::default() }
}

#[test]
fn create_body_has_properties_in_order_of_set() {
    let body = Item::create()
        .set(Item::NAME, "a")
        .set(Item::SERIAL, "s")
        .set(Item::SIZE, 5)
        .set(Item::COLOURS, Bits::Green)
        .set(Item::TAGS, vec!["x".to_owned()])
        .set(Item::NOTE, "n".to_owned())
        .set(Item::MAKER.then(Maker::ADDRESS).then(Address::CITY), "c")
        .set(Item::MAKER.then(Maker::NAME), Some("m".to_owned()))
        .bind(Item::PARENT, "https://host/items/1")
        .bind_all(Item::PARTS, ["https://host/items/2", "https://host/items/3"])
        .dynamic("nick", true)
        .dynamic("@type", "#n.item");
    assert_eq!(
        write(&body),
        concat!(
            r##"{"@odata.type":"#n.item","name":"a","serial":"s","size":5,"colours":"green","tags":["x"],"note":"n","##,
            r#""maker":{"address":{"city":"c"},"name":"m"},"parent@odata.bind":"https://host/items/1","#,
            r#""parts@odata.bind":["https://host/items/2","https://host/items/3"],"nick":true}"#,
        )
    );
    assert_eq!(write(&body), write(&body.clone()), "a clone of the body has the same JSON");
}

#[test]
fn to_create_omits_computed_properties_and_control_information() {
    let item: Item = read(
        r##"{"@odata.context": "c", "@odata.etag": "e", "@odata.id": "i", "@odata.editLink": "l", "id": "1", "serial": "s",
            "id@odata.type": "#String", "name": "a", "name@contoso.note": 1, "content": "AQID", "content@odata.mediaReadLink": "r",
            "maker": {"name": "m", "rank": 3, "@odata.id": "m"}, "#n.close": {"title": "t"}, "parts@odata.navigationLink": "p",
            "parent": {"id": "2", "@odata.id": "https://host/items/2", "@odata.etag": "x", "name": "b"},
            "shape": {"@odata.type": "#n.circle", "radius": 1, "area": 3.0}, "birth@odata.type": "#Date", "birth": "1970-01-01"}"##,
    );
    assert_eq!(
        json_without_type(&item.to_create().expect("a body")),
        json!({
            "serial": "s", "name": "a", "name@contoso.note": 1, "maker": {"name": "m"},
            "shape": {"@odata.type": "#n.circle", "radius": 1},
            "parent@odata.bind": "https://host/items/2",
            "birth@odata.type": "#Date", "birth": "1970-01-01",
        })
    );
}

#[test]
fn set_omits_computed_properties_of_nested_values() {
    let parent = Item {
        name: Some("b".to_owned()),
        maker: Some(Maker { rank: Some(1), ..Maker::default() }),
        ..Item::default()
    };
    let create = Item::create().set(Item::PARENT, parent.clone()).set(Item::PARTS, vec![parent]);
    let new = json!({"@odata.type": "#n.item", "name": "b", "tags": [], "maker": {}});
    assert_eq!(json_without_type(&create), json!({"parent": new, "parts": [new]}));
    let update = Item::update().set(Item::SHAPES, vec![AnyShape::Circle(circle(1))]);
    assert_eq!(json_without_type(&update), json!({"shapes": [{"@odata.type": "#n.circle", "radius": 1}]}));
}

#[test]
fn update_body_has_set_and_null_properties() {
    let body = Item::update()
        .null(Item::NAME)
        .set(Item::PRICE, Decimal::MAX)
        .set(Item::SIZES, vec![1])
        .null(Item::MAKER.then(Maker::ADDRESS).then(Address::ZIP))
        .unbind(Item::PARENT);
    assert_eq!(
        write(&body),
        concat!(
            r##"{"@odata.type":"#n.item","name":null,"price":79228162514264337593543950335,"sizes":[1],"##,
            r#""maker":{"address":{"zip":null}},"parent@odata.bind":null}"#,
        )
    );
    assert!(Item::update().is_empty() && !body.is_empty());
}

#[test]
fn set_accepts_arrays() {
    let body = Item::update().set(Item::SIZES, [1, 2]).set(Item::TAGS, ["x".to_owned()]);
    assert_eq!(json_without_type(&body), json!({"sizes": [1, 2], "tags": ["x"]}));
}

#[test]
fn body_of_derived_type_accepts_base_type_properties() {
    let body =
        EdiscoveryExportOperation::update().set(CaseOperation::STATUS, CaseOperationStatus::Failed).set(
            EdiscoveryExportOperation::EXPORT_OPTIONS,
            Flags::from([ExportOptions::Tags, ExportOptions::Text]),
        );
    assert_eq!(json_without_type(&body), json!({"status": "failed", "exportOptions": "tags,text"}));
    let any = AnyCaseOperation::update().set(CaseOperation::PERCENT_PROGRESS, 5);
    assert_eq!(write(&any), r#"{"percentProgress":5}"#, "the instance may be of any derived type");
}

#[test]
fn existing_entities_are_bound_by_id() {
    let existing = Item { id: Some("2".to_owned()), ..Item::default() };
    let reference =
        Item { extra: Extra::from_iter([("@odata.id", "https://host/items/3")]), ..existing.clone() };
    let new = Item { name: Some("new".to_owned()), ..Item::default() };
    let item = Item { parts: Some(vec![new, reference]), ..Item::default() };
    assert_eq!(
        json_without_type(&item.to_create().expect("a body")),
        json!({"parts": [{"@odata.type": "#n.item", "name": "new"}], "parts@odata.bind": ["https://host/items/3"]})
    );
    let with_existing = Item { parts: Some(vec![existing]), ..Item::default() };
    let error = with_existing.to_create().expect_err("an entity that exists").to_string();
    assert!(error.starts_with("`parts[0]` is an existing entity"), "{error}");
}

#[test]
fn bind_with_invalid_path_is_error() {
    let service = odata_core::request::Service::new("https://host").expect("a root");
    let nowhere = service.entity_set::<Item>("items").key("");
    let error = Item::create().bind(Item::PARENT, &nowhere).check().expect_err("no URL").to_string();
    assert_eq!(error, "the URL in `parent@odata.bind` is empty: check that the path of the entity is valid");
    assert!(Item::create().bind_all(Item::PARTS, [nowhere]).check().is_err());
}

#[test]
fn dynamic_with_declared_property_is_error() {
    let error = Item::create().dynamic("name", "a").check().expect_err("declared");
    assert_eq!(
        error.to_string(),
        "`name` is a declared property of `n.item`: use `set` instead of `dynamic`"
    );
}

#[test]
fn ieee754_compatible_body_has_64_bit_integers_and_decimals_as_strings() {
    let body = Item::update()
        .set(Item::SIZE, i64::MAX)
        .set(Item::SIZES, vec![1])
        .set(Item::PRICE, Decimal::ONE)
        .set(Item::SHAPE, AnyShape::Circle(circle(7)))
        .dynamic("other", 5);
    assert_eq!(
        write(&Ieee754Compatible(&body)),
        concat!(
            r##"{"@odata.type":"#n.item","size":"9223372036854775807","sizes":["1"],"price":"1","##,
            r##""shape":{"@odata.type":"#n.circle","radius":"7"},"other":5}"##,
        )
    );
}

#[test]
fn body_members_and_metadata_are_accessible() {
    let body: Update<Item> = Item::update().set(Item::NAME, "a");
    assert_eq!(body.members().get("name").and_then(Untyped::as_str), Some("a"));
    assert_eq!(body.metadata().qualified_name(), "n.item");
    assert_eq!(format!("{body:?}"), r##"{"@odata.type": String("#n.item"), "name": String("a")}"##);
    assert_eq!(body, Item::update().set(Item::NAME, "a".to_owned()));
    assert_ne!(body, Item::update());
}

#[test]
fn update_body_of_legacy_export_operation() {
    let update = legacy::CaseExportOperation::update()
        .set(legacy::CaseOperation::PERCENT_PROGRESS, 50)
        .set(legacy::CaseExportOperation::AZURE_BLOB_TOKEN, "t");
    assert_eq!(
        write(&update),
        r##"{"@odata.type":"#microsoft.graph.caseExportOperation","percentProgress":50,"azureBlobToken":"t"}"##
    );
}
