//! Tests single responses and responses in a batch.

use super::*;

#[test]
fn error_of_throttled_response_has_headers() {
    let mut throttled = response(429, r#"{"error": {"code": "TooManyRequests", "message": ""}}"#);
    throttled.headers_mut().insert("retry-after", "5".parse().expect("a header"));
    let error = service().entity_set::<Plain>("things").list().read(&throttled).expect_err("an error");
    assert_eq!(error.header("Retry-After"), Some("5"));
}

#[test]
fn responses_are_read_with_their_status_and_headers() {
    let things = service().entity_set::<Plain>("things");
    let read = things.key("1").get().read(&response(200, r#"{"id": "1", "number": 2}"#)).expect("an entity");
    assert_eq!(read.number, 2);
    let created =
        things.create(&Plain::create()).read(&response(201, r#"{"id": "1", "number": 2}"#)).expect("created");
    assert_eq!(created.as_ref().map(|created| created.number), Some(2));
    let minimal = things.create(&Plain::create()).read(&response(204, "")).expect("created");
    assert_eq!((minimal.status(), minimal.into_value()), (StatusCode::NO_CONTENT, None));
    things.key("1").delete().read(&response(204, "")).expect("deleted");

    let graph = r#"{"error": {"code": "NotFound", "message": "No.", "innerError": {"request-id": "r", "client-request-id": "c"}}}"#;
    let error = things.key("1").get().read(&response(404, graph)).expect_err("an error");
    assert_eq!(error.to_string(), "404 Not Found: `NotFound`: No. (request `r`)");
    assert_eq!((error.request_id(), error.client_request_id()), (Some("r"), Some("c")));
    assert_eq!(error.status(), StatusCode::NOT_FOUND);
}

#[test]
fn error_shows_beginning_of_body_that_is_not_json() {
    let get = service().entity_set::<Plain>("things").key("1").get();
    let page = format!("<html>{}</html>", "é".repeat(1000));
    let mut html = response(502, &page);
    html.headers_mut().insert("content-type", "text/html".parse().expect("a header"));
    let error = get.read(&html).expect_err("an error").to_string();
    assert!(
        error.starts_with(
            "502 Bad Gateway without an OData error; the body (`text/html`) starts with `<html>éé"
        ),
        "{error}"
    );
    assert!(error.len() < 600 && error.ends_with("…`"), "{error}");
    let empty = get.read(&response(502, "")).expect_err("an error").to_string();
    assert_eq!(empty, "502 Bad Gateway without an OData error; the body is empty");
    let cut_off = Response::builder().status(500).body(&b"\xff\xfe\xf0\x9f"[..]).expect("a response");
    assert!(matches!(get.read(&cut_off), Err(ResponseError::UnexpectedStatus { .. })));
    let login = get.read(&response(200, "<html>please log in</html>")).expect_err("no JSON").to_string();
    assert!(
        login
            .starts_with("200 OK, but the body can't be read as the expected type: expected value at line 1"),
        "{login}"
    );
    let nothing = get.read(&response(200, "")).expect_err("no JSON").to_string();
    assert_eq!(
        nothing,
        "200 OK without a body, but a value was expected: use `Request::optional` if the value may be null"
    );
    let wrong = get.read(&response(200, r#"{"number": "x"}"#)).expect_err("no number").to_string();
    assert!(wrong.contains("`number` (property of `n.plain`)"), "{wrong}");
}

#[test]
fn batch_responses_are_matched_by_id() {
    let things = service().entity_set::<Plain>("things");
    let mut batch = Batch::new(&service());
    let create = batch
        .add(&things.create(&Plain::create().set(Plain::SIZE, 9).set(Plain::NUMBER, 1)).ieee754_compatible())
        .expect("a part");
    let get = batch.add_after(&things.key("a/b").get(), &create).expect("a part");
    let lost = batch.add(&things.key("2").delete()).expect("a part");
    let request = batch.build().expect("a batch");
    assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/v1.0/$batch"));
    assert_eq!(header(&request, "authorization").as_deref(), Some("Bearer secret"));
    assert_eq!(
        String::from_utf8_lossy(request.body()),
        concat!(
            r##"{"requests":[{"id":"1","method":"POST","url":"things","headers":{"accept":"application/json;IEEE754Compatible=true","##,
            r##""odata-maxversion":"4.01","content-type":"application/json;IEEE754Compatible=true","odata-version":"4.0"},"body":{"@odata.type":"#n.plain","size":"9","number":1}},"##,
            r#"{"id":"2","method":"GET","url":"things/a%2Fb","dependsOn":["1"],"headers":{"accept":"application/json","odata-maxversion":"4.01"}},"#,
            r#"{"id":"3","method":"DELETE","url":"things/2","headers":{"accept":"application/json","odata-maxversion":"4.01"}}]}"#,
        )
    );
    let received = batch.read(&response(
        200,
        r#"{"responses": [
            {"id": "2", "status": 502, "headers": {"Content-Type": "text/html", "bad header": "x"}, "body": "<html>"},
            {"id": 1, "status": 201, "headers": {}, "body": {"id": "x", "number": 1}}
        ]}"#,
    ));
    let responses = received.expect("responses");
    assert_eq!(responses.read(&create).expect("created").as_ref().map(|created| created.number), Some(1));
    let error = responses.read(&get).expect_err("an error").to_string();
    assert_eq!(error, "502 Bad Gateway without an OData error; the body (`text/html`) starts with `<html>`");
    let missing = responses.read(&lost).expect_err("no response").to_string();
    assert_eq!(missing, "request `3` of the batch: the batch response contains no response to this request");
    for broken in ["5", "[]", "{}"] {
        assert!(
            matches!(batch.read(&response(200, broken)), Err(ResponseError::Unreadable { .. })),
            "{broken}"
        );
    }
    batch.add(&things.list().header("Authorization", "Basic other")).expect("a part");
    assert!(!String::from_utf8_lossy(batch.build().expect("a batch").body()).contains("other"));
    for root in [
        "https://other.example",
        "https://other.example/v1.0",
        "http://graph.microsoft.com/v1.0",
        "https://graph.microsoft.com/v1.0x",
    ] {
        let elsewhere = Service::new(root).expect("a root").singleton::<Plain>("me").get();
        assert!(matches!(batch.add(&elsewhere), Err(RequestError::OutsideService(_))), "{root}");
    }
    let root = Request::get::<()>(&service(), "https://graph.microsoft.com/v1.0/");
    assert!(matches!(batch.add(&root), Err(RequestError::OutsideService(_))), "the relative URL is empty");
}
