//! Tests the generated model of the shop: it matches its document, and values round-trip.

use odata_build::{Check, Document};
use odata_core::metadata::Property;
use odata_core::query::QueryOptions;
use odata_core::request::Service;
use odata_core::{ODataContainer, ODataStructured};

use crate::shop_model::shop::goods::{self, AnyThing};
use crate::shop_model::shop::orders::{AnyOrderItem, GiftItem, OrderItem, State};
use crate::shop_model::shop::{foo_bar2, odd};

fn document() -> Document {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let read = |file: &str| Document::read_file(format!("{folder}{file}")).expect(file);
    let mut shop = read("../../odata-build/tests/data/shop.csdl.xml");
    shop.include(read("orders.csdl.xml"));
    shop.include(read("odd.csdl.xml"));
    shop
}

#[test]
fn generated_model_matches_document() {
    let document = document();
    let check = Check::new(&document).model::<AnyThing>().model::<AnyOrderItem>().model::<odd::Names>();
    let check = check.model::<odd::Nulls>().model::<odd::AnyBase>().model::<odd::chrono::Today>();
    let operations = foo_bar2::operations::OPERATIONS.iter().chain(goods::operations::OPERATIONS);
    let check = check.model::<foo_bar2::Two>().operations(operations.copied());
    let findings = check.container(goods::Shop::METADATA).findings();
    assert!(!findings.has_contradictions(), "{findings}");
    assert!(findings.operation_count() > 2, "{findings}");
    // The action import `Close` is invalid, because its action is bound. Two members with the same value are one variant in Rust.
    let additions: Vec<_> = findings.additions().map(odata_build::Finding::path).collect();
    assert_eq!(additions, ["shop.goods.Shop/Close", "shop.odd.colour/scarlet"]);
}

#[test]
fn names_that_are_not_valid_in_rust_keep_their_wire_name() {
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
fn constant_of_inherited_property_equals_constant_of_base_type() {
    let query = QueryOptions::<GiftItem>::new()
        .select(GiftItem::POSITION)
        .filter(GiftItem::ORDER_NUMBER.eq(7))
        .order_by(GiftItem::POSITION);
    let of_base = QueryOptions::<GiftItem>::new()
        .select(OrderItem::POSITION)
        .filter(OrderItem::ORDER_NUMBER.eq(7))
        .order_by(OrderItem::POSITION);
    let service = Service::new("https://shop.example").expect("a URL");
    let url = |query: &QueryOptions<GiftItem>| {
        let list = service.entity_set::<GiftItem>("Gifts").list().query(query);
        list.build().expect("a request").uri().to_string()
    };
    assert!(url(&query).contains("$select=position&"), "{}", url(&query));
    assert_eq!(url(&query), url(&of_base));
}

#[test]
fn key_of_two_properties_is_optional() {
    let keys: Vec<_> = OrderItem::METADATA.key_properties().map(Property::name).collect();
    assert_eq!(keys, ["orderNumber", "position"]);
    // A response may lack the key, for example with `$select`.
    let item: OrderItem = serde_json::from_str(r#"{"position": 1}"#).expect("half of a key");
    assert_eq!((item.order_number, item.position), (None, Some(1)));
}

#[test]
fn member_named_unknown_is_declared_member() {
    let read = |text: &str| serde_json::from_str::<State>(text).expect("a member");
    assert_eq!(read(r#""unknown""#), State::Unknown);
    assert_eq!(read(r#""undeclared""#), State::UnknownMember("undeclared".to_owned()));
    assert_eq!(read(r#""4""#), read(r#""binary""#));
}

#[test]
fn nullable_elements_are_read() {
    let payload = r#"{"texts":["a",null],"colours":[null,"red","scarlet"],"numbers":[1,null]}"#;
    let nulls: odd::Nulls = serde_json::from_str(payload).expect("read");
    assert_eq!(serde_json::to_string(&nulls).expect("written"), payload);
}

#[test]
fn flags_preserve_names_of_combined_members() {
    let rights: odata_core::Flags<odd::Rights> = serde_json::from_str(r#""both,odd""#).expect("read");
    assert!(rights.contains(&odd::Rights::Write));
    assert_eq!(serde_json::to_string(&rights).expect("written"), r#""both,odd""#);
}

#[test]
fn names_that_are_not_identifiers_round_trip() {
    use crate::shop_model::shop::names_2_x::OrderDetails;
    let payload = concat!(
        r##"{"@odata.type":"#shop.names-2 x.Order Details","Order No":7,"Unit.Price":0.5,"DB-StorageDetails":"s","a.b":"1","a-b":"2","##,
        r##""a_b":"3","aB":"4","AB":"5","ab":"6","été":"7","été":"8","()":"9","map":{"value":{"##,
        r##""@odata.type":"#shop.names-2 x.a_b","term":"12 Months"}}}"##,
    );
    let details: OrderDetails = serde_json::from_str(payload).expect("read");
    assert_eq!(details.order_no, Some(7));
    assert_eq!((details.a_b.as_deref(), details.ab_.as_deref()), (Some("1"), Some("6")));
    assert_eq!((details.été.as_deref(), details.e_te_.as_deref()), (Some("7"), Some("8")));
    assert_eq!(serde_json::to_string(&details).expect("written"), payload);
}

#[test]
fn valid_properties_of_invalid_document_round_trip() {
    use crate::shop_model::shop::invalid::{Derived, Root};
    let root = r#"{"id":1,"many":[2,null],"unknown":{"a":1},"undeclared":["b"],"nested":[["c"]],"toComplex":{"code":3}"#;
    let payload = format!("{root}}}");
    let read: Root = serde_json::from_str(&payload).expect("read");
    assert_eq!((read.id, read.to_complex.as_ref().and_then(|complex| complex.code)), (Some(1), Some(3)));
    let written = serde_json::to_value(&read).expect("written");
    assert_eq!(written["nested"], serde_json::json!([["c"]]));
    let derived: Derived = serde_json::from_str(&format!(r#"{root},"code":4}}"#)).expect("read");
    assert_eq!((derived.root.id, derived.code), (Some(1), Some(4)));
}
