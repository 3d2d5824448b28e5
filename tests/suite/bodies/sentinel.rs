//! Tests that a request body can't contain the sentinel member of an evolvable enumeration.

use super::*;

#[test]
fn sentinel_is_rejected_by_number_and_in_any_letter_case() {
    for string in ["2", "red,3", "UnknownFutureValue"] {
        let flags: Flags<Bits> = string.parse().expect("flags");
        assert!(Item::create().set(Item::COLOURS, flags).check().is_err(), "{string}");
    }
    let flags: Flags<Bits> = "red,4".parse().expect("flags");
    Item::create().set(Item::COLOURS, flags).check().expect("no sentinel");
    let action = CaseAction::Unknown("UNKNOWNFutureValue".to_owned());
    assert!(AnyCaseOperation::update().set(CaseOperation::ACTION, action).check().is_err());
}

#[test]
fn sentinel_is_rejected_in_nested_values() {
    let flags: Flags<Bits> = "red,unknownFutureValue".parse().expect("flags");
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
        assert!(
            error.starts_with(&format!("`{path}` can't be `unknownFutureValue` in a request")),
            "{error}"
        );
    }
    let update = AnyCaseOperation::update().set(CaseOperation::ACTION, CaseAction::UnknownFutureValue);
    let error = serde_json::to_string(&update).expect_err("rejected");
    assert!(error.to_string().starts_with("`action` can't be `unknownFutureValue` in a request"), "{error}");

    // The original also has the sentinel, so the update doesn't contain it.
    let original: AnyCaseOperation = read(r#"{"action": "unknownFutureValue", "percentProgress": 1}"#);
    let mut changed = original.clone();
    changed.percent_progress = Some(2);
    changed.changes_since(&original).expect("the sentinel is not a change");
}
