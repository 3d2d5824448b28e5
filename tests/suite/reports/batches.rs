//! Tests batches: relative URLs and unusual responses.

use http::StatusCode;
use odata_core::request::{Batch, BatchPart, BatchResponse, BatchWarning, ResponseError};
use serde_json::{Value, json};

use super::*;

struct Parts {
    get: BatchPart<User>,
    manager: BatchPart<Option<User>>,
    delete: BatchPart<()>,
}

/// Builds a batch of three requests and reads its response.
fn read(responses: &Value) -> (Parts, BatchResponse) {
    read_json(&json!({ "responses": responses }).to_string())
}

fn read_json(json: &str) -> (Parts, BatchResponse) {
    let mut batch = Batch::new(&graph());
    let user = graph().entity_set::<User>("users").key("1");
    let parts = Parts {
        get: batch.add(&user.get()).expect("a part"),
        manager: batch.add(&user.navigate(User::MANAGER).get()).expect("a part"),
        delete: batch.add(&user.delete()).expect("a part"),
    };
    let responses = batch.read(&response(200, json)).expect("responses");
    (parts, responses)
}

#[test]
fn urls_are_relative_to_service_root() {
    for root in ["https://graph.microsoft.com/v1.0", "https://graph.microsoft.com", "https://host/a/b/"] {
        let service = Service::new(root).expect("a root");
        let users = service.entity_set::<User>("users");
        let mut batch = Batch::new(&service);
        let create = batch.add(&users.create(&User::create().set(User::NAME, "x"))).expect("a part");
        assert_eq!(create.id(), "1");
        batch.add_after(&service.entity_set::<User>("$1/members").list(), &create).expect("a part");
        let page = crate::support::read(r#"{"value": [], "@odata.nextLink": "?$skiptoken=x"}"#);
        let next = users.list().next_page(&page).expect("allowed").expect("a link");
        batch.add(&next).expect("a part");
        let request = batch.build().expect("a batch");
        let body: Value = serde_json::from_slice(request.body()).expect("JSON");
        let urls: Vec<_> =
            (0..3).map(|part| body["requests"][part]["url"].as_str().expect("a URL").to_owned()).collect();
        assert_eq!(urls, ["users", "$1/members", "users?$skiptoken=x"], "{root}");
    }
}

#[test]
fn responses_without_a_body_are_typed_outcomes() {
    let (parts, responses) = read(&json!([
        { "id": "3", "status": 204, "headers": { "OData-EntityId": "users('1')" } },
        { "id": "2", "status": 204, "body": null },
        { "id": "1", "status": 204 },
    ]));
    assert_eq!(responses.read(&parts.manager).expect("null").into_value(), None);
    assert!(responses.http_response(&parts.manager).expect("a response").body().is_empty());
    assert_eq!(responses.read(&parts.delete).expect("deleted").entity_id(), Some("users('1')"));
    let error = responses.read(&parts.get).expect_err("no user");
    assert!(matches!(error, ResponseError::NoContent { .. }));
    assert_eq!(error.status(), StatusCode::NO_CONTENT);
}

#[test]
fn header_values_can_have_any_json_type() {
    let (parts, responses) = read(&json!([
        {
            "id": "1",
            "status": 429,
            "headers": { "Retry-After": 9, "x-flag": true, "Set-Cookie": ["a=1", "b=2"], "x-null": null, "x-umlaut": "ü" },
            "body": { "error": { "code": "TooManyRequests", "message": "Wait." } },
        },
        { "id": "2", "status": "204", "headers": null },
        { "id": "3", "status": 204, "headers": { "a b": "x", "c": "d\n" } },
    ]));
    let error = responses.read(&parts.get).expect_err("too many");
    assert_eq!(error.header("retry-after"), Some("9"));
    assert!(error.retry_after().is_some());
    assert_eq!(error.header("x-flag"), Some("true"));
    assert_eq!(error.headers().get_all("set-cookie").iter().count(), 2);
    assert_eq!(error.header("x-umlaut"), Some("ü"));
    assert_eq!(responses.read(&parts.manager).expect("null").status(), StatusCode::NO_CONTENT);
    responses.read(&parts.delete).expect("deleted");
    let warnings: Vec<_> = responses.warnings().iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "the invalid header `a b` of response `3` is ignored",
            "the invalid header `c` of response `3` is ignored",
        ]
    );
}

#[test]
fn malformed_response_does_not_affect_other_responses() {
    for (broken, message) in [
        (r#"{"id": "1"}"#, "request `1` of the batch: the response has no `status`"),
        (r#"{"id": "1", "status": 99999}"#, "request `1` of the batch: `status` isn't an HTTP status code"),
        (
            r#"{"id": "1", "status": 200, "headers": 5}"#,
            "request `1` of the batch: `headers` isn't an object",
        ),
        (
            r#"{"id": "1", "status": 200, "status": 204}"#,
            "request `1` of the batch: duplicate member `status`",
        ),
        (
            r#"{"id": "2", "status": 204}"#,
            "request `1` of the batch: the batch response contains no response to this request",
        ),
    ] {
        let json = format!(r#"{{"responses": [{broken}, {{"id": 3, "status": 204}}]}}"#);
        let (parts, responses) = read_json(&json);
        assert_eq!(responses.read(&parts.get).expect_err(broken).to_string(), message);
        responses.read(&parts.delete).expect(broken);
    }
    let json = r#"{"responses": [{"id": "1", "status": 200, "body": {"id": "a", "id": "b"}}, {"id": "3", "status": 204}]}"#;
    let (parts, responses) = read_json(json);
    let error = responses.read(&parts.get).expect_err("a duplicate").to_string();
    assert!(error.contains("duplicate property `id`"), "{error}");
    responses.read(&parts.delete).expect("deleted");
}

#[test]
fn header_can_occur_twice() {
    let json = r#"{"responses": [{"id": "3", "status": 204, "headers": {"Set-Cookie": "a=1", "Set-Cookie": "b=2"}}]}"#;
    let (parts, responses) = read_json(json);
    let read = responses.read(&parts.delete).expect("deleted");
    assert_eq!(read.headers().get_all("set-cookie").iter().count(), 2);
    let debug = format!("{responses:?}");
    assert!(debug.contains("\"set-cookie\": Sensitive") && !debug.contains("b=2"), "{debug}");
}

#[test]
fn debug_shows_bodies_as_text_without_tokens() {
    let image = json!({ "content-type": "image/png" });
    let (_, responses) = read(&json!([
        { "id": "2", "status": 200, "headers": image, "body": "_9j_" },
        { "id": "1", "status": 401, "headers": { "set-cookie": "s3cret" }, "body": { "error": "Bearer s3cret" } },
        { "id": "3" },
    ]));
    let debug = format!("{responses:?}");
    let expected = r#"{"1": Ok(Response { status: 401, version: HTTP/1.1, headers: {"set-cookie": Sensitive}, body: "{\"error\":\"Bearer …\"}" }), "2": Ok(Response { status: 200, version: HTTP/1.1, headers: {"content-type": "image/png"}, body: "3 bytes" }), "3": Err("the response has no `status`")}"#;
    assert!(debug.contains(expected), "{debug}");
    assert!(!debug.contains("s3cret"), "{debug}");
}

#[test]
fn malformed_batch_response_is_error_with_reason() {
    for (body, reason) in [
        ("5", "expected a batch response: an object with an array `responses`"),
        ("{}", "missing member `responses` of a batch response"),
        (r#"{"responses": [], "responses": []}"#, "duplicate member `responses`"),
        (r#"{"responses": [5]}"#, "expected an object with a response to a request of the batch"),
    ] {
        let error = Batch::new(&graph()).read(&response(200, body)).expect_err(body).to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn responses_without_request_are_warnings() {
    let (parts, responses) = read(&json!([
        { "id": "9", "status": 200, "body": { "a": 1 } },
        { "status": 500 },
        { "id": "1", "status": 200, "body": {} },
        { "id": "1", "status": 404 },
        { "id": "01", "status": 200 },
    ]));
    let warnings: Vec<_> = responses.warnings().iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "a response has the `id` `9`, but no request of the batch has this `id`",
            "a response in the batch response has no `id`",
            "a response has the `id` `01`, but no request of the batch has this `id`",
        ]
    );
    assert!(matches!(
        &responses.warnings()[0],
        BatchWarning::Unmatched { status: Some(200), body: Some(_), .. }
    ));
    let error = responses.read(&parts.get).expect_err("two responses").to_string();
    assert_eq!(error, "request `1` of the batch: several responses have this `id`");
}

#[test]
fn bodies_that_are_not_json_are_strings() {
    let with = |media_type: &str, body: &Value| {
        let headers = json!({ "Content-Type": media_type });
        let (parts, responses) =
            read(&json!([{ "id": "1", "status": 200, "headers": headers, "body": body }]));
        responses.http_response(&parts.get).expect("a response").body().clone()
    };
    assert_eq!(with("image/png", &json!("iVBOR__v")), b"\x89PNG\xff\xef");
    assert_eq!(with("image/png", &json!("_-8=")), [0xff, 0xef]);
    assert_eq!(with("image/png", &json!("/+8")), [0xff, 0xef]);
    assert_eq!(with("text/plain", &json!("abcd")), b"abcd");
    assert_eq!(with("application/xml", &json!("<a/>")), b"<a/>");
    assert_eq!(with("application/json", &json!("{\"id\": \"x\"}")), b"{\"id\": \"x\"}");
    assert_eq!(with("application/json", &json!("eyJpZCI6ICJ4In0=")), b"{\"id\": \"x\"}");
    assert_eq!(with("application/json", &json!("W3siaWQiOiAieCJ9XQ")), b"[{\"id\": \"x\"}]");
    assert_eq!(with("application/json;odata.metadata=minimal", &json!("77u_W10=")), b"\xEF\xBB\xBF[]");
    assert_eq!(with("application/json", &json!("true")), b"true", "JSON text that is also valid base64");
    assert_eq!(with("application/json", &json!("W29vcHM")), b"W29vcHM", "the base64 encoding of `[oops`");
    assert_eq!(with("application/json", &json!({ "a": 1.25 })), br#"{"a":1.25}"#);

    let json = r#"{"responses": [{"id": "1", "status": 200, "body": {"size": 12345678901234567}, "x": 1}], "@nextLink": "n"}"#;
    let (parts, responses) = read_json(json);
    assert_eq!(responses.read(&parts.get).expect("a user").size, Some(12_345_678_901_234_567));
    assert_eq!(responses.next_link(), Some("n"));
}

#[test]
fn byte_order_mark_before_batch_is_ignored() {
    let (parts, responses) = read_json("\u{feff}{\"responses\": [{\"id\": \"3\", \"status\": 204}]}");
    responses.read(&parts.delete).expect("deleted");
    let empty = Batch::new(&graph()).read(&response(200, "\u{feff}")).expect_err("no responses");
    assert!(matches!(empty, ResponseError::NoContent { .. }), "{empty:?}");
}
