//! Tests `changes_since`, which compares two values and returns the body of an update request.

use super::*;

#[test]
fn changes_merge_complex_values_and_replace_collections() {
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
    changed.name = None;
    changed.tags.push("y".to_owned());
    changed.sizes = None;
    let maker = changed.maker.as_mut().expect("a maker");
    maker.rank = Some(2);
    maker.address.as_mut().expect("an address").zip = None;
    changed.shape = Some(AnyShape::Circle(circle(2)));
    changed.shapes = Some(vec![AnyShape::Circle(circle(2)), AnyShape::Shape(Shape::default())]);
    changed.note = Some(None);
    changed.extra.remove("drop");
    changed.extra.insert("change", 4);
    changed.extra.insert("birth@odata.type", "#Date");
    changed.extra.insert("birth", "1970-01-01");
    changed.extra.insert("@odata.etag", "new");
    changed.extra.insert("@contoso.note", "new");
    changed.extra.insert("parent@odata.bind", "https://host/items/2");
    assert_eq!(
        json_without_type(&changed.changes_since(&original).expect("a body")),
        json!({
            "tags": ["x", "y"], "maker": {"address": {"zip": null}},
            "shape": {"@odata.type": "#n.circle", "radius": 2},
            "shapes": [{"@odata.type": "#n.circle", "radius": 2}, {}],
            "note": null, "change": 4, "birth@odata.type": "#Date", "birth": "1970-01-01",
            "@contoso.note": "new", "parent@odata.bind": "https://host/items/2",
            "name": null, "sizes": [], "drop": null,
        })
    );
}

#[test]
fn unchanged_and_computed_properties_are_omitted() {
    let item = Item { maker: Some(Maker::default()), note: Some(None), ..Item::default() };
    assert!(item.changes_since(&item).expect("a body").is_empty());
    let mut computed = item.clone();
    computed.id = Some("1".to_owned());
    computed.extra.insert("@odata.etag", "e");
    computed.maker.as_mut().expect("a maker").rank = Some(7);
    assert!(computed.changes_since(&item).expect("a body").is_empty());

    let dynamic = Item {
        extra: Extra::from_iter([("birth@odata.type", "#Date"), ("birth", "1970-01-01")]),
        ..Item::default()
    };
    assert!(dynamic.changes_since(&dynamic).expect("a body").is_empty());
}

#[test]
fn new_null_and_new_type_of_complex_value_are_sent() {
    let before =
        Item { shape: Some(AnyShape::Shape(Shape { colour: Some(Colour::Red) })), ..Item::default() };
    let after = Item { note: Some(None), shape: Some(AnyShape::Circle(circle(1))), ..Item::default() };
    let body = json_without_type(&after.changes_since(&before).expect("a body"));
    assert_eq!(
        body,
        json!({"note": null, "shape": {"@odata.type": "#n.circle", "radius": 1, "colour": null}})
    );
}

#[test]
fn changed_type_of_entity_is_error() {
    let base = AnyCaseOperation::from(CaseOperation::default());
    let derived = AnyCaseOperation::from(EdiscoveryExportOperation::default());
    let error = derived.changes_since(&base).expect_err("another type");
    assert_eq!(
        error.to_string(),
        "an update can't change the type of an instance: the original has the type `microsoft.graph.security.caseOperation`"
    );
    let unknown: AnyCaseOperation =
        read(r##"{"@odata.type": "#microsoft.graph.security.new", "status": "running"}"##);
    let mut changed = unknown.clone();
    changed.status = None;
    let body = write(&changed.changes_since(&unknown).expect("a body"));
    assert_eq!(body, r##"{"@odata.type":"#microsoft.graph.security.new","status":null}"##);
    let other: AnyCaseOperation =
        read(r##"{"@odata.type": "#microsoft.graph.security.other", "status": "running"}"##);
    let error = other.changes_since(&unknown).expect_err("another type").to_string();
    assert!(error.starts_with("an update can't change the type of an instance"), "{error}");
}

#[test]
fn changed_key_is_error() {
    let [one, other] = ["1", "2"].map(|id| Item { id: Some(id.to_owned()), ..Item::default() });
    let error = other.changes_since(&one).expect_err("another instance").to_string();
    assert_eq!(
        error,
        "an update can't change the key property `id`: compare two versions of the same entity"
    );
}

#[test]
fn complex_value_of_new_type_has_type_annotation() {
    let circle = Circle { shape: Shape { colour: Some(Colour::Red) }, ..circle(1) };
    let before = Item { shape: Some(AnyShape::Circle(circle)), ..Item::default() };
    let after = Item { shape: Some(AnyShape::Shape(Shape { colour: None })), ..Item::default() };
    let body = json_without_type(&after.changes_since(&before).expect("a body"));
    assert_eq!(
        body,
        json!({"shape": {"@odata.type": "#n.shape", "colour": null}}),
        "`radius` is not a property of the new type"
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
fn changes(before: &str, after: &str) -> Value {
    let [before, after]: [Open; 2] = [before, after].map(read);
    json_without_type(&after.changes_since(&before).expect("a body"))
}

#[test]
fn changed_point_is_replaced_not_merged() {
    let before = r##"{"any": null, "pin": {"type": "Point", "coordinates": [1, 1], "crs": {"type": "name"}},
        "p@odata.type": "#GeographyPoint", "p": {"type": "Point", "coordinates": [1, 1], "bbox": []}}"##;
    let after = r##"{"any": null, "pin": {"type": "Point", "coordinates": [2, 1]},
        "p@odata.type": "#GeographyPoint", "p": {"type": "Point", "coordinates": [2, 1]}}"##;
    let point = json!({"type": "Point", "coordinates": [2, 1]});
    assert_eq!(changes(before, after), json!({"pin": point, "p@odata.type": "#GeographyPoint", "p": point}));
}

#[test]
fn members_of_untyped_value_with_special_names_are_compared() {
    let before = r##"{"any": {"a@odata.count": 1, "x@c.note": 1}, "map": {"C#": 1, "pat@contoso.com": 2},
        "d": {"C#": 1, "@odata.etag": "1", "k": 1}, "t@odata.type": "#String", "t": "1970-01-01"}"##;
    let after = r##"{"any": {"a@odata.count": 2}, "map": {"C#": 2}, "d": {"C#": 2, "k": 1},
        "t@odata.type": "#Date", "t": "1970-01-01"}"##;
    assert_eq!(
        changes(before, after),
        json!({
            "any": {"a@odata.count": 2, "x@c.note": null}, "map": {"C#": 2, "pat@contoso.com": null},
            "d": {"C#": 2, "@odata.etag": null}, "t@odata.type": "#Date", "t": "1970-01-01",
        })
    );
}

#[test]
fn changes_of_many_dynamic_properties() {
    let names: Vec<String> = (0..100_000).map(|number| format!("p{number}")).collect();
    let value = |of: i64| Item { extra: names.iter().map(|name| (name, of)).collect(), ..Item::default() };
    let body = value(2).changes_since(&value(1)).expect("a body");
    assert_eq!(body.members().len(), 100_001);
}
