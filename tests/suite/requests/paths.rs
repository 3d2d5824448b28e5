//! Tests paths and keys, whose values are quoted and percent-encoded.

use odata_core::request::EntityPath;

use super::*;

#[test]
fn keys_are_quoted_and_percent_encoded() {
    for (key, segment, parentheses) in [
        ("1", "/1", "('1')"),
        ("')/..", "/')%2F..", "(''')%2F..')"),
        ("a/b?c#d%20e&f+g", "/a%2Fb%3Fc%23d%2520e%26f%2Bg", "('a%2Fb%3Fc%23d%2520e%26f%2Bg')"),
        ("größe 😀", "/gr%C3%B6%C3%9Fe%20%F0%9F%98%80", "('gr%C3%B6%C3%9Fe%20%F0%9F%98%80')"),
        ("\r\nHost: x", "/%0D%0AHost:%20x", "('%0D%0AHost:%20x')"),
        ("O'Neil", "/O'Neil", "('O''Neil')"),
    ] {
        let as_segment = service().entity_set::<Plain>("things").key(key);
        assert_eq!(url(&as_segment.get()), format!("https://graph.microsoft.com/v1.0/things{segment}"));
        let in_parentheses = service().with_keys(KeyForm::Parentheses).entity_set::<Plain>("things").key(key);
        assert_eq!(
            url(&in_parentheses.get()),
            format!("https://graph.microsoft.com/v1.0/things{parentheses}")
        );
    }
    for key in ["", ".", "..", "$ref", "$count"] {
        let rejected =
            service().entity_set::<Plain>("things").key(key).get().build().expect_err("no segment");
        assert_eq!(rejected, RequestError::Key(key.to_owned()));
        let in_parentheses = service().with_keys(KeyForm::Parentheses).entity_set::<Plain>("things").key(key);
        assert!(url(&in_parentheses.get()).ends_with(&format!("/things('{key}')")));
    }
}

#[test]
fn composite_integer_and_guid_keys() {
    let things = service().entity_set::<Plain>("things");
    let composite = Key::by(Plain::ID, "a'/b").and(Plain::NUMBER, 7);
    assert!(url(&things.key(composite).get()).ends_with("/things(id='a''%2Fb',number=7)"));
    assert!(url(&things.key(42).get()).ends_with("/things/42"));
    let numbered = service().with_keys(KeyForm::Parentheses).entity_set::<Plain>("things");
    assert!(url(&numbered.key(42).get()).ends_with("/things(42)"));
    assert!(
        url(&numbered.key(uuid::Uuid::nil()).get())
            .ends_with("/things(00000000-0000-0000-0000-000000000000)")
    );
}

#[test]
fn paths_of_contained_entities_derived_types_and_singletons() {
    let cases = service().entity_set::<EdiscoveryCase>("security/cases/ediscoveryCases");
    let operations = cases.key("c").collection(EdiscoveryCase::OPERATIONS);
    assert_eq!(
        operations.key("o").cast::<EdiscoveryExportOperation>().to_string(),
        "https://graph.microsoft.com/v1.0/security/cases/ediscoveryCases/c/operations/o/microsoft.graph.security.ediscoveryExportOperation"
    );
    let exports = operations.cast::<EdiscoveryExportOperation>();
    assert!(url(&exports.list()).ends_with("/operations/microsoft.graph.security.ediscoveryExportOperation"));
    let search = cases.key("c").collection(EdiscoveryCase::SEARCHES).key("s");
    let last = search.navigate(EdiscoverySearch::LAST_ESTIMATE_STATISTICS_OPERATION);
    assert!(url(&last.get()).ends_with("/searches/s/lastEstimateStatisticsOperation"));
    assert!(url(&service().singleton::<Plain>("me").delete()).ends_with("/v1.0/me"));
    assert!(url(&operations.delta()).ends_with("/operations/delta"));
    for path in ["", "a//b", "../a", "a/./b", "//a", "a/"] {
        let rejected = service().entity_set::<Plain>(path).list().build().expect_err(path);
        assert_eq!(rejected, RequestError::Path(path.to_owned()));
    }
    assert!(url(&service().entity_set::<Plain>("a b/c?d").list()).ends_with("/a%20b/c%3Fd"));
}

#[test]
fn service_root_must_be_absolute_url() {
    for root in [
        "",
        "graph.microsoft.com",
        "/v1.0",
        "ftp://host",
        "https://host?x",
        "https://host/#x",
        "https://me@host/",
        "https://host:99999",
        "https://host:x",
    ] {
        assert_eq!(Service::new(root).expect_err(root), RequestError::Root(root.to_owned()));
    }
    for root in ["http://localhost:8080", "https://host/", "https://host/a/b/"] {
        let service = Service::new(root).expect(root);
        assert!(url(&service.singleton::<Plain>("me").get()).ends_with("/me"));
        assert!(!url(&service.singleton::<Plain>("me").get()).ends_with("//me"));
    }
}

#[test]
fn actions_references_and_properties() {
    let things = service().entity_set::<Plain>("things");
    let copy = things.key("1").action_without_parameters("n.copy").returning_value::<Plain>();
    assert_eq!(url(&copy), "https://graph.microsoft.com/v1.0/things/1/n.copy");
    assert!(copy.build().expect("a request").body().is_empty());
    assert_eq!(copy.read(&response(200, r#"{"number": 3}"#)).expect("a copy").number, 3);
    let all = things.action("n.lower", &Parameters { level: None }).returning::<Collection<Plain>>();
    assert_eq!(all.read(&response(200, r#"{"value": []}"#)).expect("a page").value.len(), 0);

    let add = things.add_reference(&things.key("2")).build().expect("a request");
    assert_eq!((add.method().as_str(), add.uri().path()), ("POST", "/v1.0/things/$ref"));
    assert_eq!(add.body(), br#"{"@odata.id":"https://graph.microsoft.com/v1.0/things/2"}"#);
    let next = things.key("1").navigate(Plain::NEXT);
    assert_eq!(next.set_reference(&things.key("2")).build().expect("a request").method(), "PUT");
    assert!(url(&next.remove_reference()).ends_with("/things/1/next/$ref"));
    assert!(next.set_reference(&things.key("")).build().is_err());

    let size = things.key("1").property(Plain::SIZE);
    assert!(url(&size).ends_with("/things/1/size"));
    let read =
        size.read(&response(200, r#"{"value": "9"}"#)).expect("a value").into_value().expect("not null");
    assert_eq!(read.value, Some(9));
    assert_eq!(size.read(&response(204, "")).expect("null").into_value(), None);
    let cast = things.cast::<CaseOperation>().list().build().expect_err("an unrelated type").to_string();
    assert_eq!(
        cast,
        "the type `microsoft.graph.security.caseOperation` of the body or of the cast is neither `n.plain` nor derived from it"
    );
}

#[test]
fn all_references_of_a_collection_are_replaced() {
    let things = service().entity_set::<Plain>("things");
    let (first, second) = (things.key("1"), things.key("2").to(Plain::NEXT));
    let set = things.set_references([&first]).build().expect("a request");
    assert_eq!((set.method().as_str(), set.uri().path()), ("PUT", "/v1.0/things/$ref"));
    assert_eq!(set.body(), br#"{"value":[{"@odata.id":"https://graph.microsoft.com/v1.0/things/1"}]}"#);
    assert_eq!(header(&set, "content-type").as_deref(), Some("application/json"));
    let nullable = things.set_references(vec![second]).build().expect("a request");
    assert_eq!(
        nullable.body(),
        br#"{"value":[{"@odata.id":"https://graph.microsoft.com/v1.0/things/2/next"}]}"#
    );
    let none = things.set_references(Vec::<&EntityPath<Plain>>::new()).build().expect("a request");
    assert_eq!(none.body(), br#"{"value":[]}"#);
    assert!(things.set_references([things.key("1"), things.key("")]).build().is_err(), "an empty key");
    let remove = things.remove_all_references().build().expect("a request");
    assert_eq!((remove.method().as_str(), remove.uri().path()), ("DELETE", "/v1.0/things/$ref"));

    let service = Service::new("https://graph.microsoft.com/v1.0").expect("a root");
    let mut batch = Batch::new(&service);
    let create = batch.add(&things.create(&Plain::create().set(Plain::NUMBER, 1))).expect("a part");
    let set = things.set_references([create.entity()]);
    batch.add(&set).expect("a part");
    let body = String::from_utf8(batch.build().expect("a batch").into_body()).expect("UTF-8");
    assert!(body.contains(r#""dependsOn":["1"]"#) && body.contains(r#"[{"@odata.id":"$1"}]"#), "{body}");
}
