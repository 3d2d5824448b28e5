//! What a client may send: bodies of create and update requests.

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
    #[expect(clippy::option_option, reason = "null is told from absent")]
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

/// A body without its `@odata.type`, which all of these have.
#[track_caller]
fn sent<T, P>(body: &odata_core::body::Body<T, P>) -> Value {
    let mut value: Value = read(&write(body));
    value.as_object_mut().expect("an object").remove("@odata.type").expect("a type");
    value
}

fn circle(radius: i64) -> Circle {
    Circle { radius: Some(radius), area: Some(3.0), ..Circle::default() }
}

#[test]
fn a_create_body_has_what_was_set_in_that_order() {
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
    assert_eq!(write(&body), write(&body.clone()), "sending twice sends the same");
}

#[test]
fn a_whole_value_is_created_without_what_only_a_service_sets() {
    let item: Item = read(
        r##"{"@odata.context": "c", "@odata.etag": "e", "@odata.id": "i", "@odata.editLink": "l", "id": "1", "serial": "s",
            "id@odata.type": "#String", "name": "a", "name@contoso.note": 1, "content": "AQID", "content@odata.mediaReadLink": "r",
            "maker": {"name": "m", "rank": 3}, "#n.close": {"title": "t"}, "parts@odata.navigationLink": "p",
            "parent": {"id": "2", "@odata.id": "https://host/items/2", "@odata.etag": "x", "name": "b"},
            "shape": {"@odata.type": "#n.circle", "radius": 1, "area": 3.0}, "birth@odata.type": "#Date", "birth": "1970-01-01"}"##,
    );
    assert_eq!(
        sent(&item.to_create().expect("a body")),
        json!({
            "serial": "s", "name": "a", "name@contoso.note": 1, "tags": [], "maker": {"name": "m"},
            "shape": {"@odata.type": "#n.circle", "radius": 1},
            "parent": {"@odata.type": "#n.item", "@odata.id": "https://host/items/2", "name": "b", "tags": []},
            "birth@odata.type": "#Date", "birth": "1970-01-01",
        })
    );
}

#[test]
fn what_is_set_as_a_whole_goes_without_what_only_a_service_sets_too() {
    let parent = Item { id: Some("2".to_owned()), name: Some("b".to_owned()), ..Item::default() };
    let create = Item::create().set(Item::PARENT, parent.clone()).set(Item::PARTS, vec![parent]);
    let new = json!({"@odata.type": "#n.item", "name": "b", "tags": []});
    assert_eq!(sent(&create), json!({"parent": new, "parts": [new]}));
    let update = Item::update().set(Item::SHAPES, vec![AnyShape::Circle(circle(1))]);
    assert_eq!(sent(&update), json!({"shapes": [{"@odata.type": "#n.circle", "radius": 1}]}));
}

#[test]
fn an_update_body_has_what_was_set_and_nulls_where_they_were_asked_for() {
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
fn properties_of_base_types_serve_every_derived_type() {
    let body =
        EdiscoveryExportOperation::update().set(CaseOperation::STATUS, CaseOperationStatus::Failed).set(
            EdiscoveryExportOperation::EXPORT_OPTIONS,
            Flags::from([ExportOptions::Tags, ExportOptions::Text]),
        );
    assert_eq!(sent(&body), json!({"status": "failed", "exportOptions": "tags,text"}));
    let any = AnyCaseOperation::update().set(CaseOperation::PERCENT_PROGRESS, 5);
    assert_eq!(write(&any), r#"{"percentProgress":5}"#, "the instance may be of any derived type");
}

#[test]
fn the_difference_merges_complex_values_and_replaces_collections() {
    let original = Item {
        id: Some("1".to_owned()),
        name: Some("a".to_owned()),
        tags: vec!["x".to_owned()],
        sizes: Some(vec![1]),
        maker: Some(Maker {
            name: Some("m".to_owned()),
            rank: Some(1),
            address: Some(Address { city: Some("c".to_owned()), zip: Some("z".to_owned()) }),
            ..Maker::default()
        }),
        shape: Some(AnyShape::Circle(circle(1))),
        shapes: Some(vec![AnyShape::Circle(circle(1))]),
        extra: Extra::from_iter([("keep", 1), ("drop", 2), ("change", 3)]),
        ..Item::default()
    };
    let mut changed = original.clone();
    changed.id = None;
    changed.serial = Some("never".to_owned());
    changed.name = None;
    changed.tags.push("y".to_owned());
    changed.sizes = None;
    let maker = changed.maker.as_mut().expect("a maker");
    maker.rank = Some(2);
    maker.address.as_mut().expect("an address").zip = None;
    changed.shape = Some(AnyShape::Circle(circle(2)));
    changed.shapes = Some(vec![AnyShape::Circle(circle(2)), AnyShape::Shape(Shape::default())]);
    changed.parent = Some(Box::default());
    changed.note = Some(None);
    changed.extra.remove("drop");
    changed.extra.insert("change", 4);
    changed.extra.insert("birth@odata.type", "#Date");
    changed.extra.insert("birth", "1970-01-01");
    changed.extra.insert("@odata.etag", "new");
    changed.extra.insert("@contoso.note", "kept");
    changed.extra.insert("parent@odata.bind", "https://host/items/2");
    assert_eq!(
        sent(&changed.changes_since(&original).expect("a body")),
        json!({
            "tags": ["x", "y"], "maker": {"address": {"zip": null}},
            "shape": {"@odata.type": "#n.circle", "radius": 2},
            "shapes": [{"@odata.type": "#n.circle", "radius": 2}, {}],
            "note": null, "change": 4, "birth@odata.type": "#Date", "birth": "1970-01-01",
            "@contoso.note": "kept", "parent@odata.bind": "https://host/items/2",
            "name": null, "sizes": [], "drop": null,
        })
    );
}

#[test]
fn nothing_changed_is_nothing_sent() {
    let item = Item { maker: Some(Maker::default()), note: Some(None), ..Item::default() };
    assert!(item.changes_since(&item).expect("a body").is_empty());
    let mut computed = item.clone();
    computed.id = Some("1".to_owned());
    computed.extra.insert("@odata.etag", "e");
    computed.maker.as_mut().expect("a maker").rank = Some(7);
    assert!(computed.changes_since(&item).expect("a body").is_empty());
}

#[test]
fn a_null_that_was_absent_and_a_value_in_another_type_are_sent() {
    let before =
        Item { shape: Some(AnyShape::Shape(Shape { colour: Some(Colour::Red) })), ..Item::default() };
    let after = Item { note: Some(None), shape: Some(AnyShape::Circle(circle(1))), ..Item::default() };
    let sent = sent(&after.changes_since(&before).expect("a body"));
    assert_eq!(
        sent,
        json!({"note": null, "shape": {"@odata.type": "#n.circle", "radius": 1, "colour": null}})
    );
}

#[test]
fn an_update_never_changes_the_type() {
    let base = AnyCaseOperation::from(CaseOperation::default());
    let derived = AnyCaseOperation::from(EdiscoveryExportOperation::default());
    let error = derived.changes_since(&base).expect_err("another type");
    assert_eq!(
        error.to_string(),
        "an update can't change the type of an instance: the original is `microsoft.graph.security.caseOperation`"
    );
    let unknown: AnyCaseOperation =
        read(r##"{"@odata.type": "#microsoft.graph.security.new", "status": "running"}"##);
    let mut changed = unknown.clone();
    changed.status = None;
    let body = write(&changed.changes_since(&unknown).expect("a body"));
    assert_eq!(body, r##"{"@odata.type":"#microsoft.graph.security.new","status":null}"##);
}

#[test]
fn an_update_is_of_one_instance() {
    let [one, other] = ["1", "2"].map(|id| Item { id: Some(id.to_owned()), ..Item::default() });
    let error = other.changes_since(&one).expect_err("another instance").to_string();
    assert_eq!(error, "an update can't change the key `id`: these are two instances");
}

#[test]
fn a_complex_value_of_another_type_says_its_type_even_if_that_goes_without_saying() {
    let circle = Circle { shape: Shape { colour: Some(Colour::Red) }, ..circle(1) };
    let before = Item { shape: Some(AnyShape::Circle(circle)), ..Item::default() };
    let after = Item { shape: Some(AnyShape::Shape(Shape { colour: None })), ..Item::default() };
    let body = sent(&after.changes_since(&before).expect("a body"));
    assert_eq!(
        body,
        json!({"shape": {"@odata.type": "#n.shape", "colour": null}}),
        "`radius` is not the new type's"
    );
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Open {
    pin: Option<GeographyPoint>,
    map: Option<Json<BTreeMap<String, i32>>>,
    any: Untyped,
    #[odata(extra)]
    extra: Extra,
}

#[track_caller]
fn difference(before: &str, after: &str) -> Value {
    let [before, after]: [Open; 2] = [before, after].map(read);
    sent(&after.changes_since(&before).expect("a body"))
}

#[test]
fn a_point_is_replaced_and_never_merged() {
    let before = r##"{"any": null, "pin": {"type": "Point", "coordinates": [1, 1], "crs": {"type": "name"}},
        "p@odata.type": "#GeographyPoint", "p": {"type": "Point", "coordinates": [1, 1], "bbox": []}}"##;
    let after = r##"{"any": null, "pin": {"type": "Point", "coordinates": [2, 1]},
        "p@odata.type": "#GeographyPoint", "p": {"type": "Point", "coordinates": [2, 1]}}"##;
    let point = json!({"type": "Point", "coordinates": [2, 1]});
    assert_eq!(
        difference(before, after),
        json!({"pin": point, "p@odata.type": "#GeographyPoint", "p": point})
    );
}

#[test]
fn all_members_of_a_dynamic_value_are_data() {
    let before = r##"{"any": {"a@odata.count": 1, "x@c.note": 1}, "map": {"C#": 1, "pat@contoso.com": 2},
        "d": {"C#": 1, "@odata.etag": "1", "k": 1}, "t@odata.type": "#String", "t": "1970-01-01"}"##;
    let after = r##"{"any": {"a@odata.count": 2}, "map": {"C#": 2}, "d": {"C#": 2, "k": 1},
        "t@odata.type": "#Date", "t": "1970-01-01"}"##;
    assert_eq!(
        difference(before, after),
        json!({
            "any": {"a@odata.count": 2, "x@c.note": null}, "map": {"C#": 2, "pat@contoso.com": null},
            "d": {"C#": 2, "@odata.etag": null}, "t@odata.type": "#Date", "t": "1970-01-01",
        })
    );
}

#[test]
fn entities_that_exist_are_not_created_again_with_their_owner() {
    let existing = Item { id: Some("2".to_owned()), ..Item::default() };
    let reference =
        Item { extra: Extra::from_iter([("@odata.id", "https://host/items/3")]), ..existing.clone() };
    let new = Item { name: Some("new".to_owned()), ..Item::default() };
    let item = Item {
        parent: Some(Box::new(existing.clone())),
        parts: Some(vec![existing.clone(), new, reference]),
        ..Item::default()
    };
    let body = sent(&item.to_create().expect("a body"));
    assert!(body.get("parent").is_none());
    let parts = body["parts"].as_array().expect("parts");
    assert_eq!((parts.len(), &parts[0]["name"]), (2, &json!("new")));
    assert_eq!(parts[1]["@odata.id"], "https://host/items/3");
    let only_existing = Item { parts: Some(vec![existing]), ..Item::default() };
    assert!(sent(&only_existing.to_create().expect("a body")).get("parts").is_none());
}

#[test]
fn a_path_that_is_none_binds_nothing() {
    let service = odata_core::request::Service::new("https://host").expect("a root");
    let nowhere = service.entity_set::<Item>("items").key("");
    let error = Item::create().bind(Item::PARENT, &nowhere).check().expect_err("no URL").to_string();
    assert_eq!(error, "`parent@odata.bind` has no URL: a path that is none leads to nothing");
    assert!(Item::create().bind_all(Item::PARTS, [nowhere]).check().is_err());
}

#[test]
fn a_large_difference_is_found_in_time_that_grows_with_it() {
    let names: Vec<String> = (0..100_000).map(|number| format!("p{number}")).collect();
    let value = |of: i64| Item { extra: names.iter().map(|name| (name, of)).collect(), ..Item::default() };
    let body = value(2).changes_since(&value(1)).expect("a body");
    assert_eq!(body.members().len(), 100_001);
}

#[test]
fn the_sentinel_is_refused_by_its_number_and_in_any_letter_case() {
    for text in ["2", "red,3", "UnknownFutureValue"] {
        let flags: Flags<Bits> = text.parse().expect("any text");
        assert!(Item::create().set(Item::COLOURS, flags).check().is_err(), "{text}");
    }
    let flags: Flags<Bits> = "red,4".parse().expect("any text");
    Item::create().set(Item::COLOURS, flags).check().expect("no sentinel");
    let action = CaseAction::Unknown("UNKNOWNFutureValue".to_owned());
    assert!(AnyCaseOperation::update().set(CaseOperation::ACTION, action).check().is_err());
}

#[test]
fn the_sentinel_is_refused_wherever_it_stands() {
    let flags: Flags<Bits> = "red,unknownFutureValue".parse().expect("any text");
    let with_shape =
        |shape| Item { shapes: Some(vec![AnyShape::Shape(Shape::default()), shape]), ..Item::default() };
    let deep = AnyShape::Circle(Circle { edge: Some(Colour::UnknownFutureValue), ..Circle::default() });
    let bodies: [(&str, Result<Create<Item>, InvalidBody>); 4] = [
        ("colour", Ok(Item::create().set(Item::COLOUR, Colour::UnknownFutureValue))),
        ("colours", Ok(Item::create().set(Item::COLOURS, flags))),
        ("shapes[1].edge", with_shape(deep).to_create()),
        ("parent.colour", {
            let parent = Item { colour: Some(Colour::UnknownFutureValue), ..Item::default() };
            Ok(Item::create().set(Item::PARENT, parent))
        }),
    ];
    for (path, body) in bodies {
        let error = body.and_then(|body| body.check().map(|()| body)).expect_err(path).to_string();
        assert!(error.starts_with(&format!("`{path}` is `unknownFutureValue`, which stands for")), "{error}");
    }
    let update = AnyCaseOperation::update().set(CaseOperation::ACTION, CaseAction::UnknownFutureValue);
    let error = serde_json::to_string(&update).expect_err("refused");
    assert!(error.to_string().starts_with("`action` is `unknownFutureValue`"), "{error}");

    // It was there before, and is not sent.
    let original: AnyCaseOperation = read(r#"{"action": "unknownFutureValue", "percentProgress": 1}"#);
    let mut changed = original.clone();
    changed.percent_progress = Some(2);
    changed.changes_since(&original).expect("the sentinel is not a change");
}

#[test]
fn what_is_no_dynamic_property_is_refused_as_one() {
    let error = Item::create().dynamic("name", "a").check().expect_err("declared");
    assert_eq!(error.to_string(), "`name` is a declared property of `n.item`");
}

#[test]
fn integers_of_64_bits_and_decimals_are_strings_on_request() {
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
fn a_body_can_be_looked_into() {
    let body: Update<Item> = Item::update().set(Item::NAME, "a");
    assert_eq!(body.members().get("name").and_then(Untyped::as_str), Some("a"));
    assert_eq!(body.metadata().qualified_name(), "n.item");
    assert_eq!(format!("{body:?}"), r##"{"@odata.type": String("#n.item"), "name": String("a")}"##);
    assert_eq!(body, Item::update().set(Item::NAME, "a".to_owned()));
    assert_ne!(body, Item::update());
}

#[test]
fn the_bodies_of_the_pages_come_from_the_model() {
    let update = legacy::CaseExportOperation::update()
        .set(legacy::CaseOperation::PERCENT_PROGRESS, 50)
        .set(legacy::CaseExportOperation::AZURE_BLOB_TOKEN, "t");
    assert_eq!(
        write(&update),
        r##"{"@odata.type":"#microsoft.graph.caseExportOperation","percentProgress":50,"azureBlobToken":"t"}"##
    );
}
