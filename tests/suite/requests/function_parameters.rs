//! Tests how the parameters of functions are written into URLs.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use odata_core::{Binary, Duration, Extra, Flags, ODataAction, ODataFunction, ODataValue, Untyped};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Place {
    name: Option<String>,
    level: Option<Level>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Harbor {
    #[odata(base)]
    place: Place,
    depth: i32,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyPlace {
    #[odata(base)]
    Place(Place),
    Harbor(Harbor),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "n", flags)]
enum Days {
    Monday = 1,
    Tuesday = 2,
}

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "i32")]
struct Call<T> {
    p: T,
}

/// Returns the parameters in the URL of a call.
fn written<T: ODataValue>(value: T) -> String {
    written_for(&Service::new("https://host").expect("a root"), value)
}

fn written_for<T: ODataValue>(service: &Service, value: T) -> String {
    let url = service.call(&Call { p: value }).url().expect("a URL");
    url.strip_prefix("https://host/call").expect("the import").to_owned()
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn strings_are_quoted() {
    assert_eq!(written(text("")), "(p='')");
    assert_eq!(written(text("O'Neil & ü")), "(p='O''Neil%20%26%20%C3%BC')");
    assert_eq!(written(text("..")), "(p='..')");
    assert_eq!(written(text("null")), "(p='null')");
    assert_eq!(written(text("a),b=('")), "(p='a),b=(''')");
    assert_eq!(written(text("a/b")), "(p=@p)?@p='a/b'");
    assert_eq!(written(text("x?y#z%2F+")), "(p='x%3Fy%23z%252F%2B')");
}

#[test]
fn numbers_and_booleans_are_literals() {
    assert_eq!(written(true), "(p=true)");
    assert_eq!(written(255), "(p=255)");
    assert_eq!(written(i64::MIN), "(p=-9223372036854775808)");
    assert_eq!(written(-0.5), "(p=-0.5)");
    assert_eq!(written(f64::NEG_INFINITY), "(p=-INF)");
    assert_eq!(written(f64::NAN), "(p=NaN)");
    let decimal: Decimal = "12.50".parse().expect("a decimal");
    assert_eq!(written(decimal), "(p=12.5)");
}

#[test]
fn dates_and_durations_are_literals() {
    let date = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a date");
    assert_eq!(written(date), "(p=2026-11-26)");
    let time: DateTime<Utc> = "2026-11-26T08:00:00.5Z".parse().expect("a time");
    assert_eq!(written(time), "(p=2026-11-26T08:00:00.5Z)");
    let offset: DateTime<chrono::FixedOffset> = "2026-11-26T08:00:00+01:00".parse().expect("a time");
    assert_eq!(written(offset), "(p=2026-11-26T08:00:00%2B01:00)");
    let time = NaiveTime::from_hms_opt(8, 30, 1).expect("a time");
    assert_eq!(written(time), "(p=08:30:01)");
    let duration: Duration = "P1DT2H".parse().expect("a duration");
    assert_eq!(written(duration), "(p=duration'P1DT2H')");
    assert_eq!(written(chrono::TimeDelta::seconds(-1)), "(p=duration'-PT1S')");
}

#[test]
fn guids_and_binary_values_are_literals() {
    let guid: Uuid = "84a661c4-e949-4bd2-a560-ed7766fcaf2b".parse().expect("a GUID");
    assert_eq!(written(guid), "(p=84a661c4-e949-4bd2-a560-ed7766fcaf2b)");
    assert_eq!(written(vec![guid]), format!("(p=@p)?@p=%5B%22{guid}%22%5D"));
    let bytes = || Binary::from(vec![0xfb, 0xff, 0xfe, 0x00]);
    assert_eq!(written(bytes()), "(p=binary'-__-AA==')");
    assert_eq!(written(vec![bytes()]), "(p=@p)?@p=%5B%22-__-AA==%22%5D");
    let graph = Service::graph("https://host").expect("a root");
    assert_eq!(written_for(&graph, bytes()), "(p=@p)?@p=binary'%2B//%2BAA=='", "standard base64 with `/`");
}

#[test]
fn enumeration_members_are_literals_of_the_service() {
    assert_eq!(written(Level::Low), "(p=n.level'low')");
    assert_eq!(written(Flags::from([Days::Monday, Days::Tuesday])), "(p=n.days'monday,tuesday')");
    assert_eq!(written(Flags::<Days>::new()), "(p=n.days'0')");
    assert_eq!(written(vec![Level::Low]), "(p=@p)?@p=%5B%22low%22%5D");
    let graph = Service::graph("https://host").expect("a root");
    assert_eq!(written_for(&graph, Level::Low), "(p='low')");
}

#[test]
fn complex_values_and_collections_are_aliases() {
    let place = || Place { name: Some(text("a/b")), level: None, extra: Extra::new() };
    assert_eq!(written(place()), "(p=@p)?@p=%7B%22name%22:%22a/b%22%7D");
    let harbor = AnyPlace::Harbor(Harbor { place: place(), depth: 5 });
    assert_eq!(
        written(harbor),
        "(p=@p)?@p=%7B%22@odata.type%22:%22%23n.harbor%22,%22name%22:%22a/b%22,%22depth%22:5%7D"
    );
    assert_eq!(written(Vec::<Place>::new()), "(p=@p)?@p=%5B%5D");
    assert_eq!(written(vec![None, Some(text("x"))]), "(p=@p)?@p=%5Bnull,%22x%22%5D");
    let any = Untyped::from(vec![Untyped::from(1), Untyped::from("x")]);
    assert_eq!(written(any), "(p=@p)?@p=%5B1,%22x%22%5D");
}

#[test]
fn sentinel_is_rejected_in_nested_values() {
    let place = Place { name: None, level: Some(Level::UnknownFutureValue), extra: Extra::new() };
    let service = Service::new("https://host").expect("a root");
    let error = service.call(&Call { p: vec![place] }).url().expect_err("a sentinel").to_string();
    assert!(error.contains("`unknownFutureValue`"), "{error}");
}

#[derive(Default, ODataFunction)]
#[odata(namespace = "n", returns = "i32")]
#[expect(clippy::option_option, reason = "an optional parameter that is null or absent")]
struct Nulls {
    required: Option<i32>,
    collection: Option<Vec<i32>>,
    place: Option<Place>,
    #[odata(optional)]
    omitted: Option<i32>,
    #[odata(optional)]
    list: Option<Vec<i32>>,
    #[odata(optional)]
    nullable: Option<Option<i32>>,
}

#[derive(Default, ODataAction)]
#[odata(namespace = "n")]
#[expect(clippy::option_option, reason = "an optional parameter that is null or absent")]
struct SetNulls {
    required: Option<i32>,
    #[odata(optional)]
    omitted: Option<i32>,
    #[odata(optional)]
    nullable: Option<Option<i32>>,
}

#[test]
fn null_is_sent_and_absent_optional_parameters_are_omitted() {
    let service = Service::new("https://host").expect("a root");
    let url = |call: &Nulls| service.call(call).url().expect("a URL");
    assert_eq!(url(&Nulls::default()), "https://host/nulls(required=null,collection=null,place=null)");
    let all = Nulls {
        omitted: Some(1),
        list: Some(vec![]),
        nullable: Some(None),
        collection: Some(vec![2]),
        ..Nulls::default()
    };
    assert_eq!(
        url(&all),
        "https://host/nulls(required=null,collection=@collection,place=null,omitted=1,list=@list,nullable=null)\
         ?@collection=%5B2%5D&@list=%5B%5D"
    );

    let body = |call: &SetNulls| service.call(call).build().expect("a request").into_body();
    assert_eq!(body(&SetNulls::default()), br#"{"required":null}"#);
    let all = SetNulls { required: Some(1), omitted: Some(2), nullable: Some(None) };
    assert_eq!(body(&all), br#"{"required":1,"omitted":2,"nullable":null}"#);
}

#[derive(ODataFunction)]
#[odata(namespace = "n", binding = "Plain", returns = "Vec<Plain>", composable)]
struct Related {
    #[odata(name = "of-kinds")]
    kinds: Vec<i32>,
}

#[test]
fn aliases_are_unique_and_precede_query_options() {
    let thing = service().entity_set::<Plain>("things").key("1");
    let [first, second] = [vec![1], vec![2]].map(|kinds| Related { kinds });
    let list = thing.function(&first).key("2").call(&second);
    let list = list.query(&QueryOptions::new().filter(Plain::SIZE.gt(5)).top(1));
    assert_eq!(
        url(&list),
        "https://graph.microsoft.com/v1.0/things/1/n.related(of-kinds=@of-kinds)/2/n.related(of-kinds=@of-kinds2)\
         ?@of-kinds=%5B1%5D&@of-kinds2=%5B2%5D&$filter=size%20gt%205&$top=1"
    );
    let in_body = list.query_in_body().build().expect("a request");
    assert!(
        in_body.uri().to_string().ends_with("/n.related(of-kinds=@of-kinds2)/$query"),
        "{}",
        in_body.uri()
    );
    let body = std::str::from_utf8(in_body.body()).expect("UTF-8");
    assert_eq!(body, "@of-kinds=%5B1%5D&@of-kinds2=%5B2%5D&$filter=size%20gt%205&$top=1");
}
