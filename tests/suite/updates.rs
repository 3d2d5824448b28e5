//! Property tests of `changes_since`: applying the update to the original value results in the changed value.

use odata_core::{Extra, Json, ODataComplex, ODataEntity, Untyped};
use proptest::prelude::*;
use proptest::{collection, option};
use serde_json::{Map, Value};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
#[expect(clippy::option_option, reason = "`null` differs from an absent property")]
struct Item {
    name: Option<String>,
    size: i64,
    note: Option<Option<i32>>,
    tags: Vec<String>,
    sizes: Option<Vec<i64>>,
    inner: Option<Inner>,
    shape: Option<AnyShape>,
    shapes: Option<Vec<AnyShape>>,
    map: Option<Json<Value>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Inner {
    name: Option<String>,
    tags: Option<Vec<String>>,
    deeper: Option<Box<Inner>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Shape {
    colour: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Circle {
    #[odata(base)]
    shape: Shape,
    radius: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyShape {
    #[odata(base)]
    Shape(Shape),
    Circle(Circle),
}

fn strings() -> impl Strategy<Value = Option<String>> {
    option::of("[ab]")
}

fn extras() -> impl Strategy<Value = Extra> {
    collection::vec(("[xyz]", any_json()), 0..3)
        .prop_map(|members| members.into_iter().map(|(name, value)| (name, Untyped::from(value))).collect())
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf =
        prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), "[ab]".prop_map(Value::from)];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            collection::vec(("[a@#.]{1,2}", inner), 0..3)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn shapes() -> impl Strategy<Value = AnyShape> {
    (strings(), option::of(0..3_i64), any::<bool>()).prop_map(|(colour, radius, is_circle)| {
        let shape = Shape { colour };
        if is_circle { AnyShape::Circle(Circle { shape, radius }) } else { AnyShape::Shape(shape) }
    })
}

fn inners() -> impl Strategy<Value = Inner> {
    let leaf = (strings(), option::of(collection::vec("[ab]", 0..2)), extras())
        .prop_map(|(name, tags, extra)| Inner { name, tags, deeper: None, extra });
    leaf.prop_recursive(2, 3, 1, |inner| {
        (strings(), inner).prop_map(|(name, deeper)| Inner {
            name,
            deeper: Some(Box::new(deeper)),
            ..Inner::default()
        })
    })
}

fn items() -> impl Strategy<Value = Item> {
    let first = (strings(), 0..3_i64, option::of(option::of(0..2)), collection::vec("[ab]", 0..2), extras());
    let second = (
        option::of(collection::vec(0..2_i64, 0..2)),
        option::of(inners()),
        option::of(shapes()),
        option::of(collection::vec(shapes(), 0..2)),
        option::of(any_json()),
    );
    (first, second).prop_map(|((name, size, note, tags, extra), (sizes, inner, shape, shapes, map))| Item {
        name,
        size,
        note,
        tags,
        sizes,
        inner,
        shape,
        shapes,
        map: map.map(Json),
        extra,
    })
}

/// Applies the body of a `PATCH` request as a service does: it merges complex values, removes values that are `null`, and
/// replaces other values. A complex value of a new type retains the properties that both types declare.
fn apply(members: &mut Map<String, Value>, changes: Map<String, Value>) {
    for (name, change) in changes {
        match (members.get_mut(&name), change) {
            (_, Value::Null) => drop(members.remove(&name)),
            (Some(Value::Object(members)), Value::Object(mut changes)) => {
                retype(members, changes.remove("@odata.type"));
                apply(members, changes);
            }
            (_, change) => drop(members.insert(name, change)),
        }
    }
}

fn retype(members: &mut Map<String, Value>, type_annotation: Option<Value>) {
    let Some(type_annotation) = type_annotation else { return };
    if type_annotation == "#n.shape" {
        members.retain(|name, _| name == "colour");
    } else {
        members.insert("@odata.type".to_owned(), type_annotation);
    }
}

/// Removes members that a service treats as absent: `null`, empty collections and the `@odata.type` of the declared type.
fn normalized(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(elements) if elements.is_empty() => None,
        Value::Object(members) => Some(Value::Object(
            members
                .into_iter()
                .filter(|(_, value)| value != "#n.shape")
                .filter_map(|(name, value)| Some((name, normalized(value)?)))
                .collect(),
        )),
        value => Some(value),
    }
}

fn json(item: &Item) -> Map<String, Value> {
    match serde_json::to_value(item) {
        Ok(Value::Object(members)) => members,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #[test]
    fn applying_update_results_in_changed_value(original in items(), changed in items()) {
        let body = changed.changes_since(&original).expect("a body");
        let Value::Object(changes) = serde_json::to_value(&body).expect("written") else { panic!("an object") };
        let mut applied = json(&original);
        apply(&mut applied, changes);
        prop_assert_eq!(
            normalized(Value::Object(applied)),
            normalized(Value::Object(json(&changed))),
            "{}", serde_json::to_string(&body).expect("written")
        );
    }

    #[test]
    fn update_is_empty_only_if_nothing_changed(original in items(), changed in items()) {
        let body = changed.changes_since(&original).expect("a body");
        let [before, after] = [&original, &changed].map(|item| normalized(Value::Object(json(item))));
        if body.is_empty() {
            prop_assert_eq!(before, after);
        }
        prop_assert!(original.changes_since(&original).expect("a body").is_empty());
    }
}
