//! Checks dynamic properties with and without type annotations.

use odata_core::{Collection, Extra, ODataComplex, ODataEntity, ODataEnum, Untyped};
use rust_decimal::Decimal;

use super::test_cases::TestCases;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "ServiceNS", rename_all = "PascalCase")]
struct Director {
    id: Option<i32>,
    name: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

/// An entity type without declared properties.
#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", tag = "never")]
struct Open {
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, ODataEnum)]
#[odata(namespace = "ServiceNS", rename_all = "PascalCase")]
enum Genre {
    Thriller,
    SciFi,
    Epic,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "ServiceNS", rename_all = "PascalCase")]
struct Address {
    address_line: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataComplex)]
#[odata(namespace = "NS", rename_all = "PascalCase")]
struct MyTestComplexType {
    #[odata(name = "CLongId")]
    c_long_id: i64,
}

pub fn check(cases: &TestCases) {
    cases.accepts("type-collection-annotation", |read: Director| {
        assert_eq!(read.extra.property_type("NickNames"), Some("Collection(String)"));
        assert_eq!(read.extra.read_as("NickNames"), Some(Ok(vec!["N1".to_owned(), "N2".to_owned()])));
        assert_eq!(read.extra.read_as("Genres"), Some(Ok(vec![Genre::Thriller, Genre::Epic])));
    });
    cases.accepts("type-number-heuristic", |read: Open| {
        assert_eq!(read.extra.read_as("N"), Some(Ok(7.0)));
        assert_eq!(read.extra.get_str("S"), Some("2016-09-22"));
        assert_eq!(read.extra.get("B").and_then(Untyped::as_bool), Some(true));
    });
    cases.accepts("type-dynamic-inf", |read: Open| {
        assert_eq!(read.extra.read_as("X"), Some(Ok(f64::INFINITY)));
        assert_eq!(read.extra.read_as("Y"), Some(Ok(f32::NEG_INFINITY)));
        assert_eq!(read.extra.get_str("Z"), Some("NaN"));
    });
    cases.accepts("open-diverse", |read: Director| {
        assert_eq!(read.extra.read_as("Salary"), Some(Ok(Decimal::from(700_000))));
        assert_eq!(read.extra.read_as("BigInt"), Some(Ok(6_078_747_774_547_i64)));
        assert_eq!(read.extra.read_as("YearOfBirth"), Some(Ok(1970)));
        assert_eq!(read.extra.read_as("FavoriteGenre"), Some(Ok(Genre::SciFi)));
        let address: Address = read.extra.read_as("WorkAddress").expect("present").expect("an address");
        assert_eq!(address.address_line.as_deref(), Some("AL1"));
    });
    cases.accepts("open-nested-dynamic", |read: Director| {
        let address: Address = read.extra.read_as("WorkAddress").expect("present").expect("an address");
        assert_eq!(address.extra.get_str("State"), Some("S5"));
    });
    cases.accepts("open-unknown-complex", |read: Open| {
        let course = read.extra.get("ext55gb1l09_msLearnCourses").expect("present");
        assert_eq!(course.get("courseId").and_then(Untyped::as_i64), Some(1));
    });
    cases.accepts("open-bad-rust-names", |read: Open| {
        assert_eq!(read.extra.get("größe").and_then(Untyped::as_i64), Some(2));
        assert_eq!(read.extra.dynamic_properties().count(), 5);
    });
    cases.accepts("collection-dynamic-null", |read: Open| {
        assert!(read.extra.get("Test").is_some_and(Untyped::is_null));
    });
    cases.accepts("odn-dynamic-entity", |read: Director| assert!(read.extra.get("NotableAward").is_some()));
    cases.accepts("odn-open-collections", |read: Open| {
        assert_eq!(read.extra.read_as("OpenPrimitiveCollection"), Some(Ok(vec![0, 1, 2])));
        let values =
            read.extra.read_as::<Vec<MyTestComplexType>>("OpenComplexTypeCollection").expect("present");
        assert!(values.expect("values").iter().all(|value| value.c_long_id == 1));
    });
    cases.accepts("odn-401-dynamic", |read: Collection<Open>| {
        let extra = &read.value[0].extra;
        assert_eq!(extra.property_type("PrimitiveProperty"), Some("Int64"));
        assert_eq!(extra.read_as("DynamicCollectionOfPrimitiveProperty"), Some(Ok(vec![0_i64, 1, 2])));
    });
    cases.accepts("odn-minimum-dates", |read: Open| {
        let order: Open = read.extra.read_as("order").expect("present").expect("an object");
        let day = chrono::NaiveDate::from_ymd_opt(1, 1, 1).expect("a day");
        assert_eq!(order.extra.read_as("ShipDate"), Some(Ok(day)));
        assert_eq!(
            order.extra.read_as("OrderDate"),
            Some(Ok(day.and_hms_opt(0, 0, 0).expect("a time").and_utc()))
        );
        assert_eq!(order.extra.read_as("ShipTime"), Some(Ok(chrono::NaiveTime::MIN)));
        assert_eq!(order.extra.read_as("OrderShelfLifes"), Some(Ok(Vec::<odata_core::Duration>::new())));
    });
}
