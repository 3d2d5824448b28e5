//! Tests requests and paths for URLs that a program stored or received.

use odata_core::request::EntityReference;
use odata_core::{Delta, SingleValue, Untyped};

use super::*;

#[test]
fn url_is_relative_to_service_root() {
    for (link, expected) in [
        ("things/1?$select=id", "https://graph.microsoft.com/v1.0/things/1?$select=id"),
        ("/beta/things", "https://graph.microsoft.com/beta/things"),
        ("https://graph.microsoft.com/beta/x?a=b%20c", "https://graph.microsoft.com/beta/x?a=b%20c"),
        ("things('a b')", "https://graph.microsoft.com/v1.0/things('a%20b')"),
    ] {
        assert_eq!(url(&Request::get::<Plain>(&service(), link)), expected);
    }
}

#[test]
fn token_is_not_sent_to_another_origin() {
    for link in
        ["https://other.example/things", "//other.example/things", "http://graph.microsoft.com/things"]
    {
        let error = Request::get::<Plain>(&service(), link).build().expect_err("another origin");
        assert!(matches!(error, RequestError::Origin(_)), "{link}: {error}");
        let error = service().entity_at::<Plain>(link).delete().build().expect_err("another origin");
        assert!(matches!(error, RequestError::Origin(_)), "{link}: {error}");
        let error = service().media_at(link).get().build().expect_err("another origin");
        assert!(matches!(error, RequestError::Origin(_)), "{link}: {error}");
    }
    let allowing = service().allow_origin("https://other.example").expect("an origin");
    assert_eq!(url(&Request::get::<Plain>(&allowing, "https://other.example/x")), "https://other.example/x");
    let error = Request::get::<Plain>(&service(), "https://").build().expect_err("no host");
    assert!(matches!(error, RequestError::Url(_)), "{error}");
}

#[test]
fn response_has_requested_type() {
    let service = service();
    let delta = Request::get::<Delta<Plain>>(&service, "things/delta?$deltatoken=x");
    let page = delta
        .read(&response(200, r#"{"value": [{"@removed": {}}], "@odata.deltaLink": "y"}"#))
        .expect("a page");
    assert_eq!(page.value.len(), 1);
    assert!(delta.changes(&page).expect("allowed").is_some());
    let name = Request::get::<SingleValue<Option<i64>>>(&service, "things/1/size");
    assert_eq!(name.read(&response(200, r#"{"value": 5}"#)).expect("a value").value, Some(5));
    let next = Request::get::<Option<Plain>>(&service, "things/1/next");
    assert_eq!(next.read(&response(204, "")).expect("null").into_value(), None);
    let any = Request::get::<Untyped>(&service, "$metadata").read(&response(200, "[1]")).expect("JSON");
    assert_eq!(any.as_collection().map(<[_]>::len), Some(1));
    let reference = Request::get::<EntityReference>(&service, "things/1/next/$ref");
    let error = reference.read(&response(200, "{}")).expect_err("no URL");
    assert!(error.to_string().contains("an entity reference has no `@odata.id`"), "{error}");
    let text = Request::get::<String>(&service, "things/1/id/$value");
    assert_eq!(text.read(&response(200, "\u{feff}null")).expect("a text").into_value(), "null");
    assert!(matches!(text.read(&response(204, "")), Err(ResponseError::NoContent { .. })));
    Request::get::<()>(&service, "x").read(&response(200, "<html>")).expect("an ignored body");
}

#[test]
fn request_for_link_prefers_unknown_enumeration_members() {
    let prefer = |request: http::Request<Vec<u8>>| header(&request, "prefer");
    let operation = Request::get::<AnyCaseOperation>(&service(), "x").build().expect("a request");
    assert_eq!(prefer(operation).as_deref(), Some("include-unknown-enum-members"));
    let page = Request::get::<Collection<AnyCaseOperation>>(&service(), "x").build().expect("a request");
    assert_eq!(prefer(page).as_deref(), Some("include-unknown-enum-members"));
    let plain = Request::get::<Option<Plain>>(&service(), "x").build().expect("a request");
    assert_eq!(prefer(plain), None);
}

#[test]
fn path_from_link_is_followed_by_segments() {
    let service = service();
    let thing = service.entity_at::<Plain>("https://graph.microsoft.com/v1.0/things('1')/");
    assert_eq!(url(&thing.navigate(Plain::NEXT).get()), "https://graph.microsoft.com/v1.0/things('1')/next");
    let things = service.collection_at::<Plain>("/beta/things");
    assert_eq!(url(&things.key("a/b").get()), "https://graph.microsoft.com/beta/things/a%2Fb");
    let error = service.entity_at::<Plain>("things('1')?$select=id").get().build().expect_err("a query");
    assert_eq!(
        error.to_string(),
        "the URL `things('1')?$select=id` of a path has a query: use `Request::get` to read it"
    );
    let content = service.media_at("https://graph.microsoft.com/v1.0/content?sig=x");
    assert_eq!(content.to_string(), "https://graph.microsoft.com/v1.0/content?sig=x");
}
