//! Tests how headers of requests are combined or replaced.

use odata_core::Collection;
use odata_core::request::RequestError;

use super::*;

fn headers(request: &Request<Collection<User>>) -> http::Request<Vec<u8>> {
    request.build().expect("a request")
}

fn list() -> Request<Collection<User>> {
    graph().entity_set::<User>("users").list()
}

#[test]
fn preferences_of_all_sources_are_combined() {
    let prefer = |request: Request<Collection<User>>| header(&headers(&request), "prefer");
    assert_eq!(prefer(list().prefer("a=1").header("Prefer", "b=2")).as_deref(), Some("a=1, b=2"));
    assert_eq!(prefer(list().header("PREFER", "b=2, A = 2").prefer("a=1")).as_deref(), Some("b=2, a=1"));
    assert_eq!(prefer(list().prefer("a=\"x,y\", b;c=1").prefer("B")).as_deref(), Some("a=\"x,y\", B"));
    assert_eq!(
        prefer(list().max_page_size(5).header("Prefer", "maxpagesize=7")).as_deref(),
        Some("maxpagesize=7")
    );
    assert_eq!(prefer(list().header("Prefer", " , ")), None);
}

#[test]
fn preference_for_unknown_members_is_combined_with_others() {
    use odata_examples::security::AnyCaseOperation;
    let list =
        graph().entity_set::<AnyCaseOperation>("operations").list().header("Prefer", "b=2").prefer("a=1");
    let request = list.build().expect("a request");
    assert_eq!(header(&request, "prefer").as_deref(), Some("include-unknown-enum-members, b=2, a=1"));
    let service = graph().with_header("Prefer", "x").with_header("prefer", "y");
    let list = service.entity_set::<AnyCaseOperation>("operations").list().header("Prefer", "X=1");
    let request = list.build().expect("a request");
    assert_eq!(header(&request, "prefer").as_deref(), Some("y, include-unknown-enum-members, X=1"));
    let service =
        graph().with_header("Prefer", "return=minimal").with_header_fn("prefer", || "a=1".to_owned());
    let request = headers(&service.entity_set::<User>("users").list());
    assert_eq!(header(&request, "prefer").as_deref(), Some("return=minimal, a=1"));
}

#[test]
fn last_value_of_singleton_header_is_sent() {
    let update = graph().entity_set::<User>("users").key("1").update(&User::update().set(User::SIZE, 5));
    let request = update.clone().if_match("1").header("If-Match", "2").build().expect("a request");
    assert_eq!(header(&request, "if-match").as_deref(), Some("2"));
    let request = update.clone().header("if-match", "2").if_match("1").build().expect("a request");
    assert_eq!(header(&request, "if-match").as_deref(), Some("1"));
    let request =
        headers(&list().header("Accept", "a/b").header("accept", "application/json;odata.metadata=none"));
    assert_eq!(header(&request, "accept").as_deref(), Some("application/json;odata.metadata=none"));
    let request =
        headers(&list().header("ConsistencyLevel", "session").header("consistencylevel", "eventual"));
    assert_eq!(header(&request, "consistencylevel").as_deref(), Some("eventual"));
}

#[test]
fn list_headers_of_request_are_combined() {
    let request = headers(&list().header("Accept-Language", "de").header("accept-language", "en;q=0.5"));
    assert_eq!(header(&request, "accept-language").as_deref(), Some("de, en;q=0.5"));
    let service = graph().with_header("Accept-Language", "fr");
    let request = headers(&service.entity_set::<User>("users").list().header("Accept-Language", "de"));
    assert_eq!(header(&request, "accept-language").as_deref(), Some("de"));
}

#[test]
fn content_type_determines_format_of_body() {
    let update = graph().entity_set::<User>("users").key("1").update(&User::update().set(User::SIZE, 5));
    let body = |request: &Request<Option<User>>| {
        String::from_utf8(request.build().expect("a request").into_body()).expect("UTF-8")
    };
    assert!(body(&update.clone().ieee754_compatible()).ends_with(r#""size":"5"}"#));
    let strings = update.clone().header("Content-Type", "application/json;IEEE754Compatible=true");
    assert!(body(&strings).ends_with(r#""size":"5"}"#));
    let numbers = update.clone().ieee754_compatible().header("Content-Type", "application/json");
    assert!(body(&numbers).ends_with(r#""size":5}"#));
    for parameter in ["IEEE754Compatible=false", "odata.streaming=true"] {
        let numbers = update.clone().header("Content-Type", format!("application/json;{parameter}"));
        assert!(body(&numbers).ends_with(r#""size":5}"#), "{parameter}");
    }
    let xml = update.header("Content-Type", "application/xml").build().expect_err("not JSON");
    assert_eq!(xml, RequestError::ContentType("application/xml".to_owned()));
    assert_eq!(xml.to_string(), "`Content-Type` is `application/xml`, but the body of the request is JSON");
}

#[test]
fn next_page_request_omits_conditional_headers() {
    let list = list().if_match("1").header("If-None-Match", "2").header("ConsistencyLevel", "eventual");
    let page: Collection<User> = read(r#"{"value": [], "@odata.nextLink": "?x"}"#);
    let next = headers(&list.next_page(&page).expect("allowed").expect("a link"));
    assert_eq!(header(&next, "if-match"), None);
    assert_eq!(header(&next, "if-none-match"), None);
    assert_eq!(header(&next, "consistencylevel").as_deref(), Some("eventual"));
}
