//! Tests wire names that aren't identifiers, keys in complex properties, and keys of unusual types.

use odata_core::query::QueryOptions;
use odata_core::request::{Key, KeyForm, Service};
use odata_core::{Binary, Extra, ODataComplex, ODataEntity, ODataEnum, ODataStructured};

use crate::support::{read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "my-service.v1", name = "DB-StorageDetails[]")]
struct Details {
    #[odata(key, name = "Order No")]
    order_no: Option<i32>,
    #[odata(name = "a.b")]
    dotted: Option<String>,
    #[odata(name = "Größe (cm)")]
    size: Option<f64>,
    period: Option<Period>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "my-service.v1")]
enum Period {
    #[odata(name = "12 Months")]
    Year,
}

#[test]
fn names_that_are_not_identifiers_round_trip() {
    let payload = concat!(
        r##"{"@odata.type":"#my-service.v1.DB-StorageDetails[]","Order No":7,"a.b":"x","Größe (cm)":1.5,"##,
        r#""period":"12 Months"}"#,
    );
    let details: Details = read(payload);
    assert_eq!((details.order_no, details.dotted.as_deref(), details.size), (Some(7), Some("x"), Some(1.5)));
    assert_eq!(write(&details), payload);
    assert_eq!(Details::METADATA.qualified_name(), "my-service.v1.DB-StorageDetails[]");
    assert_eq!(
        (Details::METADATA.namespace(), Details::METADATA.name()),
        ("my-service.v1", "DB-StorageDetails[]")
    );
}

#[test]
fn names_that_are_not_identifiers_are_percent_encoded() {
    let service = Service::new("https://host/s").expect("a service");
    let list = service.entity_set::<Details>("Details").list();
    let url = list.query(&QueryOptions::new().select(Details::ORDER_NO)).url().expect("a URL");
    assert_eq!(url, "https://host/s/Details?$select=Order%20No");
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n", key = "Info/ID as EntityInfoID")]
struct Category {
    #[odata(name = "Info")]
    info: Option<Info>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Info {
    #[odata(name = "ID")]
    id: Option<i32>,
}

#[test]
fn key_path_is_written_with_its_alias() {
    assert!(Category::METADATA.has_key());
    let service = Service::new("https://host").expect("a service");
    let category = Category { info: Some(Info { id: Some(5) }) };
    let path = service.entity_set::<Category>("Es").key(Key::of(&category).expect("a key"));
    assert_eq!(path.get().url().expect("a URL"), "https://host/Es(EntityInfoID=5)");
    for without in [Category::default(), Category { info: Some(Info::default()) }] {
        assert_eq!(Key::of(&without).expect_err("no key").to_string(), "the key property `Info/ID` is null");
    }
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct View {
    #[odata(key)]
    discount: Option<f32>,
    #[odata(key)]
    picture: Option<Binary>,
    #[odata(key)]
    sizes: Option<Vec<i32>>,
}

#[test]
fn key_without_literal_is_error() {
    let service = Service::new("https://host").expect("a service").with_keys(KeyForm::Parentheses);
    let views = service.entity_set::<View>("Views");
    let view = View { discount: Some(0.5), picture: Some(Binary::from([1, 2])), sizes: Some(vec![1]) };
    let error = views.key(Key::of(&view).expect("a key")).get().url().expect_err("no literal").to_string();
    assert!(error.contains("`sizes`") && error.contains("can't be written as a literal in a URL"), "{error}");
    let key = Key::by(View::DISCOUNT, 0.5).and(View::PICTURE, Binary::from([1, 2]));
    assert_eq!(
        views.key(key).get().url().expect("a URL"),
        "https://host/Views(discount=0.5,picture=binary'AQI=')"
    );
}
