//! Tests responses without a body, with headers, and with unusual bodies.

use std::error::Error;
use std::time::Duration;

use http::StatusCode;
use odata_core::request::{Conditional, ResponseError, RetryAfter};
use odata_core::{Collection, SingleValue};

use super::*;

#[test]
fn null_navigation_properties_and_singletons_are_none() {
    let users = graph().entity_set::<User>("users");
    let manager = users.key("1").navigate(User::MANAGER).get();
    let deputy = graph().nullable_singleton::<User>("deputy").get();
    for request in [manager, deputy] {
        for nothing in [
            "",
            " \r\n",
            "\u{feff}",
            "null",
            r#"{"@odata.context": "$metadata#Edm.Null", "@odata.null": true}"#,
        ] {
            let read = request.read(&response(204, nothing)).expect(nothing);
            assert_eq!((read.status(), read.into_value()), (StatusCode::NO_CONTENT, None), "{nothing:?}");
        }
        let read = request.read(&response(200, r#"{"id": "2"}"#)).expect("a user").into_value();
        assert_eq!(read.and_then(|user| user.id).as_deref(), Some("2"));
        let empty = request.read(&response(200, r#"{"@odata.context": "$metadata#users/$entity"}"#));
        assert!(empty.expect("a user without properties").is_some());
        let missing = request.read(&response(404, "")).expect_err("a missing user isn't null");
        assert_eq!(missing.status(), StatusCode::NOT_FOUND);
    }
}

#[test]
fn object_with_properties_or_without_null_annotation_is_not_null() {
    let manager = graph().entity_set::<User>("users").key("1").navigate(User::MANAGER).get();
    for body in
        [r#"{"@odata.null": true, "id": "1"}"#, r#"{"@odata.null": false}"#, r#"{"id": "@odata.null"}"#]
    {
        assert!(manager.read(&response(200, body)).expect(body).is_some(), "{body}");
    }
}

#[test]
fn missing_body_is_error_unless_null_is_allowed() {
    let users = graph().entity_set::<User>("users");
    let get = users.key("1").get();
    let error = get.read(&response(204, "")).expect_err("no user");
    assert!(matches!(error, ResponseError::NoContent { .. }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "204 No Content without a body, but a value was expected: use `Request::optional` if the value may be null"
    );
    assert_eq!(get.clone().optional().read(&response(204, "")).expect("null").into_value(), None);
    assert!(matches!(users.list().read(&response(204, "")), Err(ResponseError::NoContent { .. })));
}

#[test]
fn action_result_can_be_null_or_pending() {
    let user = graph().entity_set::<User>("users").key("1");
    let action = user.action_without_parameters("n.deputy");
    let returning = action.clone().returning::<Option<User>>();
    assert_eq!(returning.read(&response(204, "")).expect("null").into_value(), None);
    let value = action.clone().returning::<Option<SingleValue<i64>>>();
    assert_eq!(value.read(&response(204, "")).expect("null").into_value(), None);
    assert_eq!(
        value.read(&response(200, r#"{"value": 5}"#)).expect("5").as_ref().map(|read| read.value),
        Some(5)
    );

    let accepted =
        with_header(response(202, ""), "location", "https://graph.microsoft.com/v1.0/operations/1");
    let accepted = with_header(accepted, "retry-after", "10");
    let read = action.read(&accepted).expect("accepted");
    assert_eq!(read.status(), StatusCode::ACCEPTED);
    assert_eq!(read.location(), Some("https://graph.microsoft.com/v1.0/operations/1"));
    assert_eq!(read.retry_after(), Some(RetryAfter::Delay(Duration::from_secs(10))));
    assert_eq!(returning.read(&accepted).expect("accepted").into_value(), None);
    let error = action.returning::<Collection<User>>().read(&accepted).expect_err("no collection");
    assert_eq!(error.to_string(), "202 Accepted without a body: the result isn't available yet");
    assert_eq!(error.location(), Some("https://graph.microsoft.com/v1.0/operations/1"));
}

#[test]
fn response_has_status_and_headers() {
    let create = graph().entity_set::<User>("users").create(&User::create()).return_minimal();
    let mut created = response(204, "");
    for (name, value) in [
        ("etag", "W/\"1\""),
        ("location", "https://graph.microsoft.com/v1.0/users/1"),
        ("odata-entityid", "https://graph.microsoft.com/v1.0/users('1')"),
        ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ("request-id", "r"),
        ("client-request-id", "c"),
        ("preference-applied", "Return=\"minimal\"; x=1"),
        ("preference-applied", "include-unknown-enum-members, odata.maxpagesize=5"),
        ("set-cookie", "session=secret"),
    ] {
        created = with_header(created, name, value);
    }
    let read = create.read(&created).expect("created");
    assert_eq!(read.status(), StatusCode::NO_CONTENT);
    assert_eq!(read.etag(), Some("W/\"1\""));
    assert_eq!(read.location(), Some("https://graph.microsoft.com/v1.0/users/1"));
    assert_eq!(read.entity_id(), Some("https://graph.microsoft.com/v1.0/users('1')"));
    assert_eq!((read.request_id(), read.client_request_id()), (Some("r"), Some("c")));
    assert_eq!(read.header("ETag"), Some("W/\"1\""));
    assert_eq!(read.headers().len(), 9);
    assert_eq!(read.preference_applied("return"), Some("minimal"));
    assert_eq!(read.preference_applied("maxpagesize"), Some("5"));
    assert_eq!(read.preference_applied("include-unknown-enum-members"), Some(""));
    assert_eq!(read.preference_applied("respond-async"), None);
    let date = "1994-11-06T08:49:37Z".parse().expect("a date");
    assert_eq!(read.retry_after(), Some(RetryAfter::At(date)));
    assert!(!format!("{read:?}").contains("secret"));
}

#[test]
fn retry_after_formats() {
    let date = RetryAfter::At("1994-11-06T08:49:37Z".parse().expect("a date"));
    for string in
        ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]
    {
        assert_eq!(RetryAfter::parse(string), Some(date), "{string}");
    }
    assert_eq!(RetryAfter::parse(" 0 "), Some(RetryAfter::Delay(Duration::ZERO)));
    let longest = Some(RetryAfter::Delay(Duration::from_secs(u64::MAX)));
    assert_eq!(RetryAfter::parse("99999999999999999999"), longest);
    for string in ["", "soon", "-1", "1.5", "Sun, 31 Feb 1994 08:49:37 GMT"] {
        assert_eq!(RetryAfter::parse(string), None, "{string}");
    }
    let later = "1995-01-01T00:00:00Z".parse().expect("a date");
    assert_eq!(date.delay_from(later), Duration::ZERO);
    let earlier = "1994-11-06T08:49:07Z".parse().expect("a date");
    assert_eq!(date.delay_from(earlier), Duration::from_secs(30));
    let delay = Duration::from_secs(5);
    assert_eq!(RetryAfter::Delay(delay).delay_from(later), delay);
}

#[test]
fn not_modified_is_typed_outcome() {
    let user = graph().entity_set::<User>("users").key("1");
    let get = user.get().if_none_match("W/\"1\"");
    let request = get.build().expect("a request");
    assert_eq!(header(&request, "if-none-match").as_deref(), Some("W/\"1\""));
    let read = get.read(&with_header(response(304, ""), "etag", "W/\"1\"")).expect("not modified");
    assert_eq!((read.status().as_u16(), read.etag()), (304, Some("W/\"1\"")));
    assert_eq!(read.into_value(), Conditional::NotModified);
    let read = get.read(&response(200, r#"{"id": "1"}"#)).expect("modified").into_value();
    assert_eq!(read.modified().and_then(|user| user.id).as_deref(), Some("1"));
    let manager = user.navigate(User::MANAGER).get().if_none_match("W/\"1\"");
    assert_eq!(manager.read(&response(204, "")).expect("null").into_value(), Conditional::Modified(None));

    let error = user.get().read(&response(304, "")).expect_err("unexpected").to_string();
    assert_eq!(
        error,
        "304 Not Modified without an OData error (use `Request::if_none_match` to accept the status code 304); the body is empty"
    );
}

#[test]
fn error_explains_failed_condition() {
    let user = graph().entity_set::<User>("users").key("1");
    let update = user.update(&User::update().set(User::NAME, "x"));
    let stale = update.clone().if_match("W/\"0\"");
    let body = r#"{"error": {"code": "PreconditionFailed", "message": "No."}}"#;
    let error = stale.read(&response(412, body)).expect_err("stale");
    assert_eq!(
        error.to_string(),
        "412 Precondition Failed: `PreconditionFailed`: No. (the current ETag doesn't meet the condition in `If-Match` or `If-None-Match`)"
    );
    let error = update.read(&response(428, "")).expect_err("no condition").to_string();
    assert!(error.contains("use `Request::if_match`"), "{error}");
    let insert = update.if_absent().build().expect("a request");
    assert_eq!(header(&insert, "if-none-match").as_deref(), Some("*"));
}

#[test]
fn entities_without_key_are_read() {
    let list = graph().entity_set::<User>("users").list();
    let page = r#"{"value": [{"name": "Pat"}, {"@odata.id": "users('1')"}, {"@odata.id": null, "name": "Kim", "total": 5}, {}]}"#;
    let page = list.read(&response(200, page)).expect("users without keys");
    assert!(page.value.iter().all(|user| user.id.is_none()));
    assert_eq!(page.value[1].extra.id(), Some("users('1')"));
    assert_eq!(page.into_iter().filter(|user| user.name.is_some()).count(), 2);
}

#[test]
fn byte_order_mark_is_ignored() {
    let users = graph().entity_set::<User>("users");
    let read = users.key("1").get().read(&response(200, "\u{feff}{\"id\": \"1\"}")).expect("a user");
    assert_eq!(read.id.as_deref(), Some("1"));
    let page = users.list().read(&response(200, "\u{feff}\r\n{\"value\": [{}]}")).expect("a page");
    assert_eq!(page.value.len(), 1);
    let failed = response(404, "\u{feff}{\"error\": {\"code\": \"NotFound\", \"message\": \"No.\"}}");
    let error = users.list().read(&failed).expect_err("an error");
    assert_eq!(error.to_string(), "404 Not Found: `NotFound`: No.");
    let html = users.list().read(&response(502, "\u{feff}<html>")).expect_err("an error").to_string();
    assert!(html.ends_with("starts with `<html>`"), "{html}");
}

#[test]
fn error_names_encoding_of_body() {
    let get = graph().entity_set::<User>("users").key("1").get();
    let error = |headers: &[(&'static str, &'static str)], body: &[u8]| {
        let mut response = Response::new(body.to_vec());
        for (name, value) in headers {
            response.headers_mut().insert(*name, value.parse().expect("a value"));
        }
        get.read(&response).expect_err("not UTF-8").to_string()
    };
    let latin = error(&[], b"{\"name\": \"M\xfcller\"}");
    assert!(latin.contains("the body isn't UTF-8: byte 11 is invalid"), "{latin}");
    let utf16 = error(&[], b"\xff\xfe{\0}\0");
    assert!(utf16.contains("the body isn't UTF-8: it is UTF-16"), "{utf16}");
    let gzip = error(&[("content-encoding", "gzip")], b"\x1f\x8b\x08");
    assert!(gzip.contains("the body isn't UTF-8: `Content-Encoding` is `gzip`"), "{gzip}");
}

#[test]
fn unreadable_response_error_has_headers_and_source() {
    let get = graph().entity_set::<User>("users").key("1").get();
    let unreadable = with_header(response(200, r#"{"size": "x"}"#), "request-id", "r");
    let error = get.read(&unreadable).expect_err("no number");
    assert!(matches!(error, ResponseError::Unreadable { .. }));
    assert_eq!((error.header("request-id"), error.request_id()), (Some("r"), Some("r")));
    assert_eq!(error.status(), StatusCode::OK);
    let source = error.source().and_then(|source| source.downcast_ref::<odata_core::json::Error>());
    assert_eq!(source.map(|source| (source.line(), source.column())), Some((1, 12)));
    assert!(error.to_string().contains("`size` (property of `n.user`)"), "{error}");

    let failed = with_header(response(500, r#"{"error": {"code": "a", "message": "b"}}"#), "request-id", "r");
    let error = get.read(&failed).expect_err("failed");
    let source = error.source().and_then(|source| source.downcast_ref::<odata_core::ODataError>());
    assert_eq!(source.map(|source| source.code.as_str()), Some("a"));
    for failed in [response(502, "<html>"), response(204, ""), response(302, "")] {
        let failed = with_header(with_header(failed, "request-id", "r"), "location", "/login");
        let error = get.read(&failed).expect_err("failed");
        assert_eq!((error.request_id(), error.location()), (Some("r"), Some("/login")));
        assert!(error.to_string().ends_with("(request `r`)"), "{error}");
    }
}

#[test]
fn error_page_does_not_reveal_token() {
    let get = graph().entity_set::<User>("users").key("1").get();
    let cut_off = format!("{}Bearer x.y{}", "-".repeat(150), "eyJ0".repeat(100));
    for page in [
        "<pre>Authorization: Bearer eyJ0.a-b_c=\nauthorization: bearer x.y</pre>",
        "Authorization: Bearer eyJ0.x.y",
        &cut_off,
    ] {
        let error = get.read(&response(502, page)).expect_err("an error page");
        for shown in [error.to_string(), format!("{error:?}")] {
            assert!(!shown.contains("eyJ0") && !shown.contains("x.y"), "{shown}");
        }
    }
}
