//! Tests keys in request bodies: computed, optional, required and dependent key properties.

use odata_core::body::Parameters;
use odata_core::metadata::KeyAccess;
use odata_core::{Extra, ODataComplex, ODataEntity, ODataStructured};
use serde_json::json;
use uuid::Uuid;

use super::json_without_type;
use crate::support::read;

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n", rename_all = "PascalCase")]
struct Book {
    #[odata(key, name = "ID")]
    id: Option<i32>,
    title: Option<String>,
}

#[test]
fn optional_key_is_sent_when_it_is_set() {
    let book = Book { id: Some(301), title: Some("Eleonora".to_owned()) };
    assert_eq!(
        json_without_type(&book.to_create().expect("a body")),
        json!({"ID": 301, "Title": "Eleonora"})
    );
    let body = Book::create().set(Book::ID, 301).set(Book::TITLE, "Eleonora");
    assert_eq!(json_without_type(&body), json!({"ID": 301, "Title": "Eleonora"}));
}

#[test]
fn optional_key_is_omitted_unless_it_is_set() {
    #[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
    #[odata(namespace = "Microsoft.Dynamics.CRM", name = "account")]
    struct Account {
        #[odata(key)]
        accountid: Option<Uuid>,
        name: Option<String>,
    }

    let account = Account { name: Some("Contoso".to_owned()), ..Account::default() };
    assert_eq!(json_without_type(&account.to_create().expect("a body")), json!({"name": "Contoso"}));
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Order {
    #[odata(key)]
    id: Option<Uuid>,
    #[odata(navigation, contained)]
    items: Option<Vec<OrderItem>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct OrderItem {
    #[odata(key)]
    id: Option<Uuid>,
    #[odata(key)]
    number: Option<i32>,
    amount: Option<i32>,
    #[odata(extra)]
    extra: Extra,
}

fn item(number: i32) -> OrderItem {
    OrderItem { id: Some(Uuid::from_u128(7)), number: Some(number), ..OrderItem::default() }
}

#[test]
fn deep_insert_sends_keys_of_new_entities() {
    let order =
        Order { id: Some(Uuid::from_u128(1)), items: Some(vec![item(1), item(2)]), ..Order::default() };
    assert_eq!(
        json_without_type(&order.to_create().expect("a body")),
        json!({
            "id": "00000000-0000-0000-0000-000000000001",
            "items": [
                {"@odata.type": "#n.orderItem", "id": "00000000-0000-0000-0000-000000000007", "number": 1},
                {"@odata.type": "#n.orderItem", "id": "00000000-0000-0000-0000-000000000007", "number": 2},
            ],
        })
    );
}

#[test]
fn deep_insert_of_existing_entity_is_error() {
    for (control, value) in
        [("@odata.etag", "W/1"), ("@odata.editLink", "items(1)"), ("@odata.readLink", "items(1)")]
    {
        let existing = OrderItem { extra: Extra::from_iter([(control, value)]), ..item(1) };
        let order = Order { items: Some(vec![item(2), existing]), ..Order::default() };
        let error = order.to_create().expect_err("an entity that exists").to_string();
        assert_eq!(
            error,
            format!(
                "`items[1]` is an existing entity, since it has `{control}`: bind it with `bind`, set its `@odata.id`, or \
             remove it from the navigation property; to create a copy of it, remove its key and its control information"
            )
        );
        assert!(Order::create().set(Order::ITEMS, order.items.clone()).check().is_err());
    }
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", abstract)]
struct Entity {
    #[odata(key, computed)]
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.externalConnectors")]
struct ExternalConnection {
    #[odata(base, key = "optional")]
    entity: Entity,
    name: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.externalConnectors")]
struct DerivedConnection {
    #[odata(base)]
    connection: ExternalConnection,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.externalConnectors")]
struct ComputedAgain {
    #[odata(base, key = "computed")]
    connection: DerivedConnection,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct SingleValueLegacyExtendedProperty {
    #[odata(base, key = "required")]
    entity: Entity,
    value: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Message {
    #[odata(base)]
    entity: Entity,
    subject: Option<String>,
    #[odata(navigation)]
    single_value_extended_properties: Option<Vec<SingleValueLegacyExtendedProperty>>,
    #[odata(navigation)]
    reply_to: Option<Box<Message>>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyConnection {
    #[odata(base)]
    Connection(ExternalConnection),
    Derived(DerivedConnection),
}

#[test]
fn nearest_override_of_inherited_key_applies() {
    let access = |metadata: &'static odata_core::metadata::StructuredType| {
        metadata.property_named("id").and_then(|id| metadata.key_access(id))
    };
    assert_eq!(access(Entity::METADATA), Some(KeyAccess::Computed));
    assert_eq!(access(ExternalConnection::METADATA), Some(KeyAccess::Optional));
    assert_eq!(access(DerivedConnection::METADATA), Some(KeyAccess::Optional));
    assert_eq!(access(ComputedAgain::METADATA), Some(KeyAccess::Computed));
    assert_eq!(access(SingleValueLegacyExtendedProperty::METADATA), Some(KeyAccess::Required));

    let body = ExternalConnection::create().set(Entity::ID, "contosohr").set(ExternalConnection::NAME, "HR");
    assert_eq!(json_without_type(&body), json!({"id": "contosohr", "name": "HR"}));
    assert_eq!(json_without_type(&DerivedConnection::create().set(Entity::ID, "x")), json!({"id": "x"}));
    assert_eq!(json_without_type(&AnyConnection::create().set(Entity::ID, "x")), json!({"id": "x"}));
    let id = || Entity { id: Some("x".to_owned()), ..Entity::default() };
    let connection = ExternalConnection { entity: id(), name: None };
    let derived = DerivedConnection { connection: connection.clone() };
    assert_eq!(json_without_type(&derived.to_create().expect("a body")), json!({"id": "x"}));
    let any = AnyConnection::from(derived.clone());
    assert_eq!(json_without_type(&any.to_create().expect("a body")), json!({"id": "x"}));
    assert_eq!(
        json_without_type(&ComputedAgain { connection: derived }.to_create().expect("a body")),
        json!({})
    );
}

#[test]
fn override_applies_to_entities_in_navigation_properties() {
    let property = SingleValueLegacyExtendedProperty {
        entity: Entity { id: Some("String {66f5a359} Name Color".to_owned()), ..Entity::default() },
        value: Some("Green".to_owned()),
    };
    let message =
        Message { single_value_extended_properties: Some(vec![property.clone()]), ..Message::default() };
    let expected = json!({"singleValueExtendedProperties": [{
        "@odata.type": "#microsoft.graph.singleValueLegacyExtendedProperty",
        "id": "String {66f5a359} Name Color", "value": "Green",
    }]});
    assert_eq!(json_without_type(&message.to_create().expect("a body")), expected);
    let set = Message::create().set(Message::SINGLE_VALUE_EXTENDED_PROPERTIES, vec![property.clone()]);
    assert_eq!(json_without_type(&set), expected);

    let without = SingleValueLegacyExtendedProperty { entity: Entity::default(), ..property };
    let message =
        Message { single_value_extended_properties: Some(vec![without.clone()]), ..Message::default() };
    let missing = "`singleValueExtendedProperties[0].id` is missing: it is a required key property of \
                   `microsoft.graph.singleValueLegacyExtendedProperty`";
    assert_eq!(message.to_create().expect_err("no key").to_string(), missing);
    assert_eq!(
        without.to_create().expect_err("no key").to_string(),
        "`id` is missing: it is a required key property of `microsoft.graph.singleValueLegacyExtendedProperty`"
    );
    assert!(SingleValueLegacyExtendedProperty::create().check().is_err());
    assert!(SingleValueLegacyExtendedProperty::create().set(Entity::ID, "x").check().is_ok());
    assert!(SingleValueLegacyExtendedProperty::update().check().is_ok(), "an update doesn't need the key");
}

#[test]
fn deep_insert_of_entity_with_computed_key_is_error() {
    let existing =
        Message { entity: Entity { id: Some("7".to_owned()), ..Entity::default() }, ..Message::default() };
    let reply = Message { reply_to: Some(Box::new(existing)), ..Message::default() };
    let error = "`replyTo` is an existing entity, since it has the computed key `id`: bind it with `bind`, set its `@odata.id`, or \
             remove it from the navigation property; to create a copy of it, remove its key and its control information";
    assert_eq!(reply.to_create().expect_err("an entity that exists").to_string(), error);

    let nested = Message { reply_to: Some(Box::new(reply)), ..Message::default() };
    assert_eq!(
        nested.to_create().expect_err("an entity that exists").to_string(),
        error.replacen("`replyTo`", "`replyTo.replyTo`", 1)
    );
}

#[test]
fn dependent_key_property_can_be_missing() {
    #[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
    #[odata(namespace = "n")]
    struct Line {
        #[odata(key, dependent)]
        order: i32,
        #[odata(key = "required")]
        number: Option<i32>,
    }

    assert_eq!(json_without_type(&Line::create().set(Line::NUMBER, 1)), json!({"number": 1}));
    let error = Line::create().set(Line::ORDER, 1).check().expect_err("no number").to_string();
    assert_eq!(error, "`number` is missing: it is a required key property of `n.line`");
    assert_eq!(read::<Line>(r#"{"order": 1}"#).number, None, "a nullable key isn't required when reading");
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct AssignParameters {
    assignments: Option<Vec<Message>>,
    items: Option<Vec<OrderItem>>,
    removed: Vec<String>,
    reset: Option<bool>,
}

#[test]
fn action_parameters_contain_keys_and_empty_collections() {
    let received: Message = read(
        r##"{"@odata.context": "c", "@odata.etag": "e", "@odata.editLink": "l", "id": "7", "subject": "s",
             "singleValueExtendedProperties": [{"id": "a", "@odata.etag": "e"}], "#n.act": {"target": "t"}}"##,
    );
    let parameters = AssignParameters {
        assignments: Some(vec![received]),
        items: Some(vec![item(1)]),
        ..AssignParameters::default()
    };
    assert_eq!(
        json_without_type(&Parameters::of(&parameters).expect("a body")),
        json!({
            "assignments": [{
                "@odata.type": "#microsoft.graph.message", "id": "7", "subject": "s",
                "singleValueExtendedProperties":
                    [{"@odata.type": "#microsoft.graph.singleValueLegacyExtendedProperty", "id": "a"}],
            }],
            "items": [{"@odata.type": "#n.orderItem", "id": "00000000-0000-0000-0000-000000000007", "number": 1}],
            "removed": [],
        })
    );
}

#[test]
fn action_parameters_contain_computed_properties() {
    #[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
    #[odata(namespace = "n")]
    struct Rated {
        #[odata(computed)]
        rank: Option<i32>,
        #[odata(immutable)]
        serial: Option<i32>,
    }
    let parameters = Rated { rank: Some(1), serial: Some(2) };
    assert_eq!(
        json_without_type(&Parameters::of(&parameters).expect("a body")),
        json!({"rank": 1, "serial": 2})
    );
}
