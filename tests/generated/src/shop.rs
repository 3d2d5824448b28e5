//! The model of our own service: what was generated reads and writes, and is true to the document that it came from.

use odata_build::{Check, Document};
use odata_core::ODataStructured;
use odata_core::metadata::Property;

use crate::shop_model::shop::goods::AnyThing;
use crate::shop_model::shop::orders::{AnyOrderItem, OrderItem, State};

fn document() -> Document {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let read = |file: &str| Document::read_file(format!("{folder}{file}")).expect(file);
    let mut shop = read("../../odata-build/tests/data/shop.csdl.xml");
    shop.include(read("orders.csdl.xml"));
    shop
}

#[test]
fn a_generated_model_does_not_contradict_its_document() {
    let document = document();
    let findings = Check::new(&document).model::<AnyThing>().model::<AnyOrderItem>().findings();
    assert!(!findings.has_contradictions(), "{findings}");
    assert_eq!(findings.type_count(), 14);
}

#[test]
fn names_that_rust_can_not_have_are_those_of_the_service_on_the_wire() {
    let payload = concat!(
        r##"{"@odata.type":"#shop.orders.giftItem","orderNumber":9007199254740993,"position":2,"amount":1.50,"##,
        r#""part":{"part":{"mount":{"holds":{},"Duration":"PT1S"}},"parts":[{}]},"state":"a_b","Option":{"String":{}},"extra":"e","#,
        r#""orderItem":"o","self":"s","type":"t","request-id":"01234567-89ab-cdef-0123-456789abcdef","request_id":"r","#,
        r##""allowedOIDs":["1.2"],"next":{"@odata.type":"#shop.orders.orderItem","orderNumber":1,"position":1},"other":true}"##,
    );
    let item: AnyOrderItem = serde_json::from_str(payload).expect("read");
    let gift = item.as_gift_item().expect("a gift");
    assert_eq!(
        (gift.self_.as_deref(), gift.r#type.as_deref(), gift.state.clone()),
        (Some("s"), Some("t"), Some(State::AB))
    );
    assert_eq!(
        gift.order_item_base.extra_members.get("other").and_then(odata_core::Untyped::as_bool),
        Some(true)
    );
    assert_eq!(serde_json::to_string(&item).expect("written"), payload);
}

#[test]
fn a_key_of_two_properties_is_one_that_a_client_gives() {
    let keys: Vec<_> = OrderItem::METADATA.key_properties().map(Property::name).collect();
    assert_eq!(keys, ["orderNumber", "position"]);
    let error = serde_json::from_str::<OrderItem>(r#"{"position": 1}"#).expect_err("half of a key");
    assert!(
        error.to_string().starts_with("missing property `orderNumber` of `shop.orders.orderItem`"),
        "{error}"
    );
}

#[test]
fn a_member_called_unknown_is_no_unknown_member() {
    let read = |text: &str| serde_json::from_str::<State>(text).expect("a member");
    assert_eq!(read(r#""unknown""#), State::Unknown);
    assert_eq!(read(r#""never heard of""#), State::UnknownMember("never heard of".to_owned()));
    assert_eq!(read(r#""4""#), read(r#""binary""#));
}
