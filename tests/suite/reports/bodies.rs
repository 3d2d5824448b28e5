//! Tests that request bodies contain every changed value or are errors.

use odata_core::body::Update;
use odata_core::request::Service;
use odata_core::{Binary, Extra, ODataComplex, ODataEntity};
use serde_json::{Value, json};

use super::json_without_type;
use crate::support::{read, write};

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(key, computed)]
    id: Option<String>,
    #[odata(immutable)]
    upn: Option<String>,
    #[odata(computed)]
    created: Option<String>,
    business_phones: Vec<String>,
    skills: Option<Vec<String>>,
    address: Option<Address>,
    addresses: Vec<Address>,
    #[odata(navigation)]
    manager: Option<Box<User>>,
    #[odata(navigation)]
    reports: Vec<User>,
    #[odata(navigation, contained)]
    notes: Option<Vec<Note>>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Address {
    lines: Vec<String>,
    #[odata(immutable)]
    country: Option<String>,
    city: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Note {
    #[odata(key)]
    number: Option<i32>,
    text: Option<String>,
    #[odata(computed)]
    length: Option<i32>,
    #[odata(immutable)]
    author: Option<String>,
    #[odata(navigation, contained)]
    replies: Option<Vec<Note>>,
}

fn note(number: i32, text: &str) -> Note {
    Note { number: Some(number), text: Some(text.to_owned()), ..Note::default() }
}

#[test]
fn to_create_omits_empty_vec() {
    assert_eq!(json_without_type(&User::default().to_create().expect("a body")), json!({}));
    let user = User {
        skills: Some(Vec::new()),
        address: Some(Address { city: Some("Bern".to_owned()), ..Address::default() }),
        addresses: vec![Address::default()],
        manager: Some(Box::default()),
        ..User::default()
    };
    assert_eq!(
        json_without_type(&user.to_create().expect("a body")),
        json!({
            "skills": [], "address": {"city": "Bern"}, "addresses": [{}], "manager": {"@odata.type": "#n.user"},
        })
    );
}

#[test]
fn explicitly_set_empty_vec_is_sent() {
    let create = User::create().set(User::BUSINESS_PHONES, vec![]).set(User::ADDRESS, Address::default());
    assert_eq!(json_without_type(&create), json!({"businessPhones": [], "address": {"lines": []}}));
    let before = User { business_phones: vec!["1".to_owned()], ..User::default() };
    assert_eq!(
        json_without_type(&User::default().changes_since(&before).expect("a body")),
        json!({"businessPhones": []})
    );
    assert!(write(&User::default()).contains(r#""businessPhones":[]"#));
}

#[test]
fn entity_with_an_id_is_sent_as_a_reference() {
    let reference = |url: &str| User { extra: Extra::from_iter([("@odata.id", url)]), ..User::default() };
    let new = User { upn: Some("new".to_owned()), ..User::default() };
    let user = User {
        manager: Some(Box::new(reference("users/1"))),
        reports: vec![reference("users/2"), new, reference("users/3")],
        extra: Extra::from_iter([("reports@odata.bind", vec![odata_core::Untyped::from("users/4")])]),
        ..User::default()
    };
    assert_eq!(
        json_without_type(&user.to_create().expect("a body")),
        json!({
            "manager@odata.bind": "users/1",
            "reports": [{"@odata.type": "#n.user", "upn": "new"}],
            "reports@odata.bind": ["users/4", "users/2", "users/3"],
        })
    );
    let twice = User {
        manager: Some(Box::new(reference("users/1"))),
        extra: Extra::from_iter([("manager@odata.bind", "users/5")]),
        ..User::default()
    };
    assert_eq!(
        twice.to_create().expect_err("two managers").to_string(),
        "`manager@odata.bind` has two different URLs: remove either the binding or the `@odata.id` of the entity in the \
         navigation property"
    );
    let same = User { extra: Extra::from_iter([("manager@odata.bind", "users/1")]), ..twice };
    assert_eq!(
        json_without_type(&same.to_create().expect("a body")),
        json!({"manager@odata.bind": "users/1"})
    );
    let set = User::create().set(User::REPORTS, vec![reference("users/2")]);
    assert_eq!(json_without_type(&set), json!({"reports@odata.bind": ["users/2"]}));
}

#[track_caller]
fn error_of(before: &User, after: &User) -> String {
    after.changes_since(before).expect_err("a change that an update can't contain").to_string()
}

#[test]
fn changed_immutable_property_is_error() {
    let immutable = |path: &str| {
        format!("`{path}` is an immutable property, which an update can't change: restore its original value")
    };
    let before = User {
        upn: Some("a".to_owned()),
        address: Some(Address { country: Some("CH".to_owned()), ..Address::default() }),
        ..User::default()
    };
    let mut after = before.clone();
    after.upn = Some("b".to_owned());
    assert_eq!(error_of(&before, &after), immutable("upn"));
    after.upn = None;
    assert_eq!(error_of(&before, &after), immutable("upn"));
    assert_eq!(error_of(&User::default(), &before), immutable("upn"));
    after.upn.clone_from(&before.upn);
    after.address.as_mut().expect("an address").country = Some("DE".to_owned());
    assert_eq!(error_of(&before, &after), immutable("address.country"));
    // A new complex value contains its immutable properties, as in a create request.
    let without = User { address: None, ..before.clone() };
    assert_eq!(
        json_without_type(&before.changes_since(&without).expect("a body")),
        json!({"address": {"lines": [], "country": "CH"}})
    );
}

#[test]
fn missing_key_is_no_change() {
    let without_key = Note { number: None, ..note(1, "b") };
    let body = without_key.changes_since(&note(1, "a")).expect("a body");
    assert_eq!(json_without_type(&body), json!({"text": "b"}));
    let body = note(1, "b").changes_since(&without_key).expect("a body");
    assert_eq!(json_without_type(&body), json!({}));
}

#[test]
fn changed_navigation_property_is_error() {
    let navigation = |path: &str| {
        format!(
            "the navigation property `{path}` changed, which `changes_since` doesn't support: update the related \
             entities with separate requests, use `bind`, or use `deep_changes_since` if the service supports deep updates"
        )
    };
    let before = User { notes: Some(vec![note(1, "a"), note(2, "b")]), ..User::default() };
    let changed = |notes: Vec<Note>| User { notes: Some(notes), ..before.clone() };
    assert_eq!(error_of(&before, &changed(vec![note(1, "a"), note(2, "c")])), navigation("notes"));
    assert_eq!(error_of(&before, &changed(vec![note(1, "a")])), navigation("notes"));
    assert_eq!(error_of(&before, &User { notes: None, ..before.clone() }), navigation("notes"));
    let manager = User { manager: Some(Box::default()), ..before.clone() };
    assert_eq!(error_of(&before, &manager), navigation("manager"));
    assert_eq!(error_of(&manager, &before), navigation("manager"));

    let mut computed = changed(vec![note(2, "b"), note(1, "a")]);
    computed.notes.as_mut().expect("notes")[0].length = Some(5);
    computed.created = Some("now".to_owned());
    assert!(
        computed.changes_since(&before).expect("a body").is_empty(),
        "the order of entities and computed properties are ignored"
    );
}

#[test]
fn deep_update_contains_the_changes_of_related_entities() {
    let before = User {
        id: Some("7".to_owned()),
        notes: Some(vec![
            Note { replies: Some(vec![note(1, "x")]), ..note(1, "a") },
            note(2, "b"),
            note(3, "c"),
        ]),
        ..User::default()
    };
    let mut after = before.clone();
    let notes = after.notes.as_mut().expect("notes");
    notes[0].replies.as_mut().expect("replies")[0].text = None;
    notes.remove(1);
    notes.push(Note { author: Some("Pat".to_owned()), length: Some(1), ..note(4, "d") });
    let body = after.deep_changes_since(&before).expect("a body");
    assert!(body.is_deep());
    assert_eq!(
        json_without_type(&body),
        json!({"notes@odata.delta": [
            {"@odata.type": "#n.note", "number": 1, "replies@odata.delta": [
                {"@odata.type": "#n.note", "number": 1, "text": null},
            ]},
            {"@odata.type": "#n.note", "number": 4, "text": "d", "author": "Pat"},
            {"@odata.removed": {"reason": "deleted"}, "number": 2},
        ]})
    );
    assert!(before.deep_changes_since(&before).expect("a body").is_empty());
    let not_loaded = User { notes: None, ..before.clone() };
    assert_eq!(
        not_loaded.deep_changes_since(&before).expect_err("no notes").to_string(),
        "the navigation property `notes` is `None` in the changed value, but the original contains entities: use an empty \
         collection to remove all of them"
    );
    let emptied = User { notes: Some(vec![]), ..before.clone() };
    let removed = json_without_type(&emptied.deep_changes_since(&before).expect("a body"));
    assert_eq!(removed["notes@odata.delta"].as_array().map(Vec::len), Some(3));

    let mut immutable = before.clone();
    immutable.notes.as_mut().expect("notes")[1].author = Some("Pat".to_owned());
    assert_eq!(
        immutable.deep_changes_since(&before).expect_err("an immutable property").to_string(),
        "`notes[1].author` is an immutable property, which an update can't change: restore its original value"
    );
}

#[test]
fn deep_update_of_a_single_entity_changes_adds_and_removes_it() {
    let with = |manager: Option<User>| User { manager: manager.map(Box::new), ..User::default() };
    let manager = User { id: Some("1".to_owned()), skills: Some(vec!["a".to_owned()]), ..User::default() };
    let skilled = User { skills: None, ..manager.clone() };
    let deep =
        |before: &User, after: &User| after.deep_changes_since(before).map(|body| json_without_type(&body));
    assert_eq!(
        deep(&with(Some(manager.clone())), &with(Some(skilled))).expect("a body"),
        json!({"manager": {"@odata.type": "#n.user", "id": "1", "skills": []}})
    );
    assert_eq!(deep(&with(Some(manager.clone())), &with(None)).expect("a body"), json!({"manager": null}));
    assert_eq!(
        deep(&with(None), &with(Some(User { upn: Some("x".to_owned()), ..User::default() })))
            .expect("a body"),
        json!({"manager": {"@odata.type": "#n.user", "upn": "x"}})
    );
    let other = User { id: Some("2".to_owned()), ..User::default() };
    assert_eq!(
        deep(&with(Some(manager.clone())), &with(Some(other))).expect_err("another entity").to_string(),
        "`manager` is an existing entity, since it has the computed key `id`: bind it with `bind`, set its `@odata.id`, or \
             remove it from the navigation property; to create a copy of it, remove its key and its control information"
    );
    let reference = User { extra: Extra::from_iter([("@odata.id", "users/2")]), ..User::default() };
    assert_eq!(
        deep(&with(Some(manager.clone())), &with(Some(reference))).expect("a body"),
        json!({"manager": {"@odata.id": "users/2"}})
    );
    let reports = |reports: Vec<User>| User { reports, ..User::default() };
    assert_eq!(
        deep(&reports(vec![manager]), &reports(vec![])).expect("a body"),
        json!({"reports@odata.delta": [{"@odata.removed": {"reason": "changed"}, "id": "1"}]})
    );
    assert_eq!(
        deep(&reports(vec![User::default()]), &reports(vec![])).expect_err("no identity").to_string(),
        "the entity removed from `reports` can't be identified: set its key or its `@odata.id` in the original value"
    );
    let skilled = |skill: &str| User { skills: Some(vec![skill.to_owned()]), ..User::default() };
    let error = deep(&reports(vec![skilled("a")]), &reports(vec![skilled("b")])).expect_err("no identity");
    assert!(
        error.to_string().starts_with("the entity removed from `reports` can't be identified"),
        "{error}"
    );
}

#[test]
fn deep_update_sends_odata_version_4_01() {
    let before = User { notes: Some(vec![note(1, "a")]), ..User::default() };
    let after = User { notes: Some(vec![]), ..User::default() };
    let user = Service::new("https://host/service").expect("a service").entity_set::<User>("users").key("1");
    let version = |body: &Update<User>| {
        let request = user.update(body).build().expect("a request");
        request.headers()["odata-version"].to_str().expect("text").to_owned()
    };
    assert_eq!(version(&after.deep_changes_since(&before).expect("a body")), "4.01");
    assert_eq!(version(&User::update()), "4.0");
}

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Attachment {
    content: Option<Binary>,
    contents: Option<Vec<Binary>>,
    #[odata(extra)]
    extra: Extra,
}

#[test]
fn new_binary_value_has_alphabet_of_service() {
    let bytes = [0x89, b'P', b'N', b'G', 0xff, 0xfb, 0xef, 0xff];
    let standard = |body: odata_core::body::Create<Attachment>| {
        let service = Service::graph("https://graph.microsoft.com/v1.0").expect("a service");
        let request =
            service.entity_set::<Attachment>("attachments").create(&body).build().expect("a request");
        let mut sent: Value = serde_json::from_slice(request.body()).expect("JSON");
        sent.as_object_mut().expect("an object").remove("@odata.type");
        sent
    };
    let new = Attachment { content: Some(bytes.into()), ..Attachment::default() };
    let body = new.to_create().expect("a body");
    assert_eq!(json_without_type(&body), json!({"content": "iVBOR__77_8="}));
    assert_eq!(standard(body), json!({"content": "iVBOR//77/8="}));
    let set =
        Attachment::create().dynamic("a", 1).set(Attachment::CONTENT, Binary::from(bytes)).dynamic("b", 2);
    assert_eq!(json_without_type(&set), json!({"a": 1, "content": "iVBOR__77_8=", "b": 2}));
    assert_eq!(standard(set), json!({"a": 1, "content": "iVBOR//77/8=", "b": 2}));
    let both = Attachment::create()
        .set(Attachment::CONTENT, Binary::from(bytes))
        .set(Attachment::CONTENTS, vec![Binary::from([0xff; 3])]);
    assert_eq!(json_without_type(&both), json!({"content": "iVBOR__77_8=", "contents": ["____"]}));
    assert_eq!(standard(both), json!({"content": "iVBOR//77/8=", "contents": ["////"]}));

    let mut received: Attachment = read(r#"{"content": "-w==", "contents": ["+w==", "AAAA"]}"#);
    received.content.as_mut().expect("bytes").set(bytes);
    received.contents.as_mut().expect("bytes")[1].set([0xff; 3]);
    assert_eq!(
        standard(received.to_create().expect("a body")),
        json!({"content": "iVBOR__77_8=", "contents": ["+w==", "////"]})
    );
}
