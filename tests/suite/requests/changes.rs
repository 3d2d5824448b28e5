//! Tests requests that replace entities, change references, track changes, or send the query in the body.

use odata_core::Extra;

use super::*;

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Group {
    #[odata(key = "required")]
    id: Option<String>,
    #[odata(immutable)]
    domain: Option<String>,
    title: Option<String>,
    #[odata(navigation)]
    members: Option<Vec<Plain>>,
    #[odata(extra)]
    extra: Extra,
}

fn group() -> odata_core::request::EntityPath<Group> {
    Service::new("https://host/service").expect("a root").entity_set::<Group>("groups").key("1")
}

#[test]
fn entity_is_replaced_or_created() {
    let body = Group::create().set(Group::ID, "1").set(Group::DOMAIN, "d").set(Group::TITLE, "t");
    let replace = group().replace(&body).if_match("W/\"1\"").build().expect("a request");
    assert_eq!((replace.method().as_str(), replace.uri().path()), ("PUT", "/service/groups/1"));
    assert_eq!(replace.body(), br##"{"@odata.type":"#n.group","id":"1","domain":"d","title":"t"}"##);
    let upsert = group().upsert(&body);
    let request = upsert.clone().if_absent().build().expect("a request");
    assert_eq!(
        (request.method().as_str(), header(&request, "if-none-match").as_deref()),
        ("PATCH", Some("*"))
    );
    assert_eq!(upsert.read(&response(201, r#"{"id": "1"}"#)).expect("created").status(), StatusCode::CREATED);
    assert_eq!(upsert.read(&response(204, "")).expect("updated").into_value(), None);
    let other = group().replace(&Plain::create()).build().expect_err("another type");
    assert!(matches!(other, RequestError::Type { .. }), "{other}");
}

#[test]
fn references_are_read_and_removed() {
    let members = group().to(Group::MEMBERS);
    let references = members.references();
    assert!(url(&references).ends_with("/groups/1/members/$ref"));
    let page = r##"{"value": [{"@odata.id": "things/1"}, {"@id": "things/2", "@type": "#n.plain"}], "@odata.nextLink": "?x"}"##;
    let page = references.read(&response(200, page)).expect("a page").into_value();
    assert_eq!(
        page.iter().map(odata_core::request::EntityReference::id).collect::<Vec<_>>(),
        ["things/1", "things/2"]
    );
    assert!(references.next_page(&page).expect("allowed").is_some());
    assert_eq!(page.value[1].extra().type_name(), Some("n.plain"));

    let next = members.key("1").to(Plain::NEXT);
    let reference = next.reference();
    assert_eq!(reference.read(&response(204, "")).expect("null").into_value(), None);
    let removed = members.remove_reference_to(&members.key("a&b")).build().expect("a request");
    assert_eq!(removed.method(), "DELETE");
    assert_eq!(
        removed.uri(),
        "https://host/service/groups/1/members/$ref?$id=https://host/service/groups/1/members/a%2526b"
    );
    assert!(members.remove_reference_to(&members.key("")).build().is_err(), "an empty key");
}

#[test]
fn changes_are_tracked_with_preference() {
    let list = group().to(Group::MEMBERS).list().max_page_size(5).track_changes();
    let request = list.build().expect("a request");
    assert_eq!(header(&request, "prefer").as_deref(), Some("odata.maxpagesize=5, odata.track-changes"));
    let received = Response::builder()
        .header("Preference-Applied", "track-changes")
        .body(r#"{"value": [], "@odata.deltaLink": "members?$deltatoken=x"}"#)
        .expect("a response");
    let page = list.read(&received).expect("a page");
    assert_eq!(page.preference_applied("odata.track-changes"), Some(""));
    let changes = list.changes(&page).expect("allowed").expect("a link");
    assert_eq!(url(&changes), "https://host/service/groups/1/members?$deltatoken=x");
}

#[test]
fn query_is_sent_in_body() {
    let options = QueryOptions::new().filter(Plain::ID.eq("a&b")).top(1);
    let list = group().to(Group::MEMBERS).list().query(&options).query_in_body();
    let request = list.build().expect("a request");
    assert_eq!(
        (request.method().as_str(), request.uri().to_string().as_str()),
        ("POST", "https://host/service/groups/1/members/$query")
    );
    assert_eq!(request.body(), b"$filter=id%20eq%20'a%26b'&$top=1");
    assert_eq!(header(&request, "content-type").as_deref(), Some("text/plain"));
    let page = r#"{"value": [], "@odata.nextLink": "members?$skiptoken=x"}"#;
    let page = list.read(&response(200, page)).expect("a page");
    let next = list.next_page(&page).expect("allowed").expect("a link");
    assert_eq!(next.build().expect("a request").method(), "GET");

    let linked = Request::get::<Collection<Plain>>(&service(), "things?$top=1").query_in_body();
    assert_eq!(linked.build().expect("a request").body(), b"$top=1");
    let all = group().to(Group::MEMBERS).list().query_in_body().build().expect("a request");
    assert_eq!((all.method().as_str(), all.body().len()), ("POST", 0));
    let error = group().delete().query_in_body().build().expect_err("no `GET` request");
    assert_eq!(error, RequestError::QueryInBody);
}
