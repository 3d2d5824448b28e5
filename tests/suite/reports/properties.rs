//! Tests requests for single properties.

use odata_core::request::RequestError;
use odata_core::spatial::GeographyPoint;
use odata_core::{SingleValue, Untyped};

use super::*;

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Setting {
    name: Option<String>,
    value: Option<String>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Shape {
    color: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Circle {
    #[odata(base)]
    shape: Shape,
    radius: Option<i32>,
}

/// A derived type that declares a property `value`.
#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Measure {
    #[odata(base)]
    shape: Shape,
    value: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
enum AnyShape {
    #[odata(base)]
    Shape(Shape),
    Circle(Circle),
    Measure(Measure),
}

fn parse<T: for<'de> odata_core::ReadValue<'de>>(json: &str) -> SingleValue<T> {
    read(json)
}

fn error<T: for<'de> odata_core::ReadValue<'de> + std::fmt::Debug>(json: &str) -> String {
    crate::support::error::<SingleValue<T>>(json)
}

#[test]
fn complex_property_is_read_with_and_without_wrapper() {
    let get = graph().singleton::<User>("me").property(User::MAILBOX_SETTINGS);
    assert_eq!(url(&get), "https://graph.microsoft.com/v1.0/me/mailboxSettings");
    for body in [
        r#"{"@odata.context": "c", "timeZone": "UTC"}"#,
        r#"{"timeZone": "UTC", "@odata.context": "c"}"#,
        r#"{"@context": "c", "value": {"timeZone": "UTC"}}"#,
        r#"{"value": {"timeZone": "UTC"}, "@odata.context": "c"}"#,
    ] {
        let read = get.read(&response(200, body)).expect(body).into_value().expect("not null");
        assert_eq!(read.extra.context(), Some("c"), "{body}");
        let settings = read.value.expect("settings");
        assert_eq!((settings.time_zone.as_deref(), settings.extra.len()), (Some("UTC"), 0), "{body}");
    }
    let null = get.read(&response(200, r#"{"@odata.context": "c", "value": null}"#)).expect("null");
    assert_eq!(null.as_ref().map(|read| read.value.clone()), Some(None));
    assert_eq!(get.read(&response(204, "")).expect("null").into_value(), None);
    let empty = get.read(&response(200, r#"{"@odata.context": "c"}"#)).expect("an empty object").into_value();
    assert_eq!(empty.and_then(|read| read.value), Some(MailboxSettings::default()));
    let action = graph().singleton::<User>("me").action_without_parameters("n.settings");
    let action = action.returning::<SingleValue<MailboxSettings>>();
    let read = action.read(&response(200, r#"{"timeZone": "UTC"}"#)).expect("settings");
    assert_eq!(read.value.time_zone.as_deref(), Some("UTC"));
}

#[test]
fn value_is_wrapper_unless_it_is_property() {
    // `value` is a declared property.
    for json in [r#"{"value": "x"}"#, r#"{"@a.b": 1, "value": "x"}"#, r#"{"value": "x", "name": null}"#] {
        assert_eq!(parse::<Setting>(json).value.value.as_deref(), Some("x"), "{json}");
        assert_eq!(
            parse::<Option<Setting>>(json).value.and_then(|read| read.value).as_deref(),
            Some("x"),
            "{json}"
        );
    }
    // `value` is a dynamic property, because the object has other properties.
    for json in [
        r#"{"color": "red", "value": 5}"#,
        r#"{"value": 5, "color": "red"}"#,
        r#"{"value": 5, "@a.b": 1, "color": "red"}"#,
    ] {
        let read = parse::<Shape>(json).value;
        assert_eq!(
            (read.color.as_deref(), read.extra.get("value")),
            (Some("red"), Some(&Untyped::from(5))),
            "{json}"
        );
    }
    // `value` is a property of a derived type.
    let measure = parse::<AnyShape>(r##"{"@odata.type": "#n.measure", "value": 5}"##).value;
    assert!(matches!(measure, AnyShape::Measure(Measure { value: Some(5), .. })), "{measure:?}");
    let late = parse::<AnyShape>(r##"{"value": 5, "@odata.type": "#n.measure"}"##).value;
    assert!(matches!(late, AnyShape::Measure(Measure { value: Some(5), .. })), "{late:?}");
}

#[test]
fn polymorphic_complex_value_preserves_type_and_annotations() {
    let circle =
        parse::<AnyShape>(r##"{"@odata.context": "c", "@odata.type": "#n.circle", "@x.y": 1, "radius": 5}"##);
    assert_eq!((circle.extra.context(), circle.extra.len()), (Some("c"), 1));
    let AnyShape::Circle(value) = &circle.value else { panic!("{circle:?}") };
    assert_eq!((value.radius, value.shape.extra.get("@x.y")), (Some(5), Some(&Untyped::from(1))));
    let written = serde_json::to_string(&circle).expect("written");
    assert_eq!(written, r##"{"@odata.context":"c","@odata.type":"#n.circle","@x.y":1,"radius":5}"##);
    let wrapped = parse::<AnyShape>(
        r##"{"@odata.context": "c", "@x.y": 1, "value": {"@odata.type": "#n.circle", "radius": 5}}"##,
    );
    assert_eq!(wrapped.extra.len(), 2);
    assert!(matches!(wrapped.value, AnyShape::Circle(_)));
    let annotated = parse::<Shape>(r#"{"color@x.y": 1, "color": "red"}"#);
    assert!(annotated.extra.is_empty());
    assert_eq!(annotated.value.extra.annotation("color", "x.y"), Some(&Untyped::from(1)));
}

#[test]
fn dynamic_property_named_value_round_trips() {
    let mut shape = Shape { color: None, extra: Extra::new() };
    shape.extra.insert("value", 5);
    let single = SingleValue::from(shape);
    let written = serde_json::to_string(&single).expect("written");
    assert_eq!(written, r#"{"value":{"value":5}}"#);
    assert_eq!(parse::<Shape>(&written), single);
}

#[test]
fn untyped_value_is_read_with_and_without_wrapper() {
    assert_eq!(
        parse::<Untyped>(r#"{"@odata.context": "c", "value": [1]}"#).value.at(0),
        Some(&Untyped::from(1))
    );
    let object = parse::<Untyped>(r#"{"@odata.context": "c", "a": 1, "value": 2}"#);
    assert_eq!((object.extra.context(), object.value.get("value")), (Some("c"), Some(&Untyped::from(2))));
    let json = parse::<Value>(r#"{"a": {"b": 1}}"#).value;
    assert_eq!(json, serde_json::json!({ "a": { "b": 1 } }));
}

#[test]
fn error_in_complex_value_has_path_and_position() {
    let message = error::<Circle>("{\"@odata.context\": \"c\",\n\"color\": \"red\", \"radius\": \"x\"}");
    assert!(message.starts_with("`radius` (property of `n.circle`): invalid"), "{message}");
    assert!(message.ends_with("at line 2 column 29"), "{message}");
    let wrapped = error::<Circle>("{\"value\": {\"radius\": \"x\"}}");
    assert!(wrapped.starts_with("`value.radius` (property of `n.circle`): invalid"), "{wrapped}");
    assert!(wrapped.ends_with("at line 1 column 26"), "{wrapped}");
    let twice = error::<Shape>(r#"{"value": 1, "value": 2}"#);
    assert!(twice.starts_with("duplicate property `value`"), "{twice}");
    let twice = error::<Shape>(r#"{"color": null, "color": null}"#);
    assert!(twice.starts_with("duplicate property `color`"), "{twice}");
    assert!(
        error::<Shape>("5").starts_with("invalid type: integer `5`, expected an object of type `n.shape`")
    );
    assert!(error::<Shape>(r#"{"value": 5}"#).starts_with("`value`: invalid type: integer `5`"));
    assert!(error::<i32>(r#"{"color": 5}"#).starts_with("missing property `value`"));
}

#[test]
fn complex_property_is_updated_replaced_and_cleared() {
    let user = graph().entity_set::<User>("users").key("1");
    let body = MailboxSettings::update().set(MailboxSettings::TIME_ZONE, "UTC");
    let update = user.update_property(User::MAILBOX_SETTINGS, &body);
    let request = update.build().expect("a request");
    assert_eq!((request.method().as_str(), request.uri().path()), ("PATCH", "/v1.0/users/1/mailboxSettings"));
    assert_eq!(request.body(), br#"{"timeZone":"UTC"}"#);
    let read = update.read(&response(200, r#"{"timeZone": "UTC"}"#)).expect("settings").into_value();
    assert_eq!(read.and_then(|read| read.value?.time_zone).as_deref(), Some("UTC"));
    assert_eq!(update.read(&response(204, "")).expect("no body").into_value(), None);
    let before = MailboxSettings { time_zone: Some("UTC".to_owned()), ..MailboxSettings::default() };
    let changes = MailboxSettings::default().changes_since(&before).expect("a body");
    let request = user.update_property(User::MAILBOX_SETTINGS, &changes).build().expect("a request");
    assert_eq!(request.body(), br#"{"timeZone":null}"#);
    let other =
        user.update_property(User::MAILBOX_SETTINGS, &Setting::update()).build().expect_err("another type");
    assert_eq!(
        other.to_string(),
        "the type `n.setting` of the body or of the cast is neither `n.mailboxSettings` nor derived from it"
    );

    let put = user.set_property(User::MAILBOX_SETTINGS, before).build().expect("a request");
    assert_eq!((put.method().as_str(), put.body().as_slice()), ("PUT", &br#"{"timeZone":"UTC"}"#[..]));
    let put = user.set_property(User::SIZE, 5).ieee754_compatible().build().expect("a request");
    assert_eq!((put.uri().path(), put.body().as_slice()), ("/v1.0/users/1/size", &br#"{"value":"5"}"#[..]));
    let put = user.set_property(User::NAME, None::<String>).build().expect("a request");
    assert_eq!(put.body(), br#"{"value":null}"#);
    let nested = user.set_property(User::MAILBOX_SETTINGS.then(MailboxSettings::TIME_ZONE), "UTC");
    let put = nested.build().expect("a request");
    assert_eq!(put.uri().path(), "/v1.0/users/1/mailboxSettings/timeZone");
    assert_eq!(put.body(), br#"{"value":"UTC"}"#);
    let delete = user.clear_property(User::MAILBOX_SETTINGS).build().expect("a request");
    assert_eq!((delete.method().as_str(), delete.uri().path()), ("DELETE", "/v1.0/users/1/mailboxSettings"));
    assert!(delete.body().is_empty());
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Place {
    location: Option<GeographyPoint>,
    setting: Option<Setting>,
}

#[test]
fn null_and_spatial_values_are_sent_as_member_value() {
    let place = graph().singleton::<Place>("place");
    let null = place.set_property(Place::SETTING, None::<Setting>).build().expect("a request");
    assert_eq!(null.body(), br#"{"value":null}"#);
    let point = place.set_property(Place::LOCATION, GeographyPoint::new(1.0, 2.0));
    let body: Value = serde_json::from_slice(point.build().expect("a request").body()).expect("JSON");
    assert_eq!(
        (&body["value"]["type"], body.as_object().map(serde_json::Map::len)),
        (&"Point".into(), Some(1))
    );
}

#[test]
fn property_request_for_navigation_property_is_error() {
    let user = graph().entity_set::<User>("users").key("1");
    let name = user.property(User::MANAGER.then(User::NAME));
    assert_eq!(url(&name), "https://graph.microsoft.com/v1.0/users/1/manager/name");
    let members = user.property(User::MANAGER.then(User::MEMBERS)).build().expect_err("entities");
    assert_eq!(members, RequestError::NavigationProperty("manager/members".to_owned()));
    assert_eq!(
        members.to_string(),
        "`manager/members` is a navigation property: use `navigate` or `collection`"
    );
}
