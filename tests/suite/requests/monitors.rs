//! Tests asynchronous requests (status code 202) and their status monitors.

use odata_core::request::{Monitored, RetryAfter};

use super::*;

fn accepted(headers: &[(&str, &str)]) -> Response<String> {
    let mut response = response(202, "");
    for (name, value) in headers {
        let name: http::HeaderName = name.parse().expect("a name");
        response.headers_mut().insert(name, value.parse().expect("a value"));
    }
    response
}

fn plain() -> Request<Plain> {
    service().entity_set::<Plain>("things").key("1").get().respond_async()
}

#[test]
fn accepted_response_has_monitor_url_and_delay() {
    assert_eq!(header(&plain().build().expect("a request"), "prefer").as_deref(), Some("respond-async"));
    let received =
        accepted(&[("Location", "/result"), ("Operation-Location", "/monitor"), ("Retry-After", "5")]);
    let error = plain().read(&received).expect_err("no value yet");
    assert_eq!(error.monitor_url(), Some("/monitor"), "`Location` may be the URL of the result");
    assert!(matches!(error.retry_after(), Some(RetryAfter::Delay(delay)) if delay.as_secs() == 5));

    let delete = service().entity_set::<Plain>("things").key("1").delete();
    let deleted = delete.read(&accepted(&[("Location", "/monitor")])).expect("accepted");
    assert_eq!(deleted.monitor_url(), Some("/monitor"));
    let created =
        Response::builder().status(201).header("Location", "/things/1").body("").expect("a response");
    assert_eq!(delete.read(&created).expect("created").monitor_url(), None, "not a status monitor");
}

#[test]
fn monitor_returns_result_or_pending() {
    let error = plain().read(&accepted(&[("Location", "/v1.0/monitor/7")])).expect_err("no value yet");
    let monitor = plain().if_match("*").monitor(error.parts()).expect("allowed").expect("a URL");
    let request = monitor.build().expect("a request");
    assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/monitor/7");
    assert_eq!(header(&request, "authorization").as_deref(), Some("Bearer secret"));
    assert_eq!(header(&request, "if-match"), None);

    assert!(monitor.read(&accepted(&[])).expect("pending").is_pending());
    let finished = monitor.read(&response(200, r#"{"number": 3}"#)).expect("a result");
    assert_eq!(finished.into_value().finished().map(|plain| plain.number), Some(3));

    let mut failed = response(200, r#"{"error": {"code": "Gone", "message": "Removed."}}"#);
    failed.headers_mut().insert("asyncresult", "410".parse().expect("a value"));
    assert_eq!(monitor.read(&failed).expect_err("failed").status(), StatusCode::GONE);
}

#[test]
fn result_can_be_http_message() {
    let error = plain().read(&accepted(&[("Location", "monitor")])).expect_err("no value yet");
    let monitor = plain().monitor(error.parts()).expect("allowed").expect("a URL");
    let message = |body: &str| {
        let message =
            Response::builder().status(200).header("Content-Type", "application/http; msgtype=response");
        message.body(body.to_owned()).expect("a response")
    };
    let result = "HTTP/1.1 200 OK\r\nETag: W/\"1\"\r\nContent-Type: application/json\r\n\r\n{\"number\": 3}";
    let finished = monitor.read(&message(result)).expect("a result");
    assert_eq!(finished.etag(), Some("W/\"1\""));
    assert_eq!(finished.into_value().finished().map(|plain| plain.number), Some(3));
    let failed = "HTTP/1.1 410 Gone\r\n\r\n{\"error\": {\"code\": \"Gone\", \"message\": \"Removed.\"}}";
    assert_eq!(monitor.read(&message(failed)).expect_err("failed").status(), StatusCode::GONE);
    let error = monitor.read(&message("{}")).expect_err("no message").to_string();
    assert!(error.contains("isn't an HTTP message"), "{error}");

    let count = service().entity_set::<Plain>("things").count().respond_async();
    let error = count.read(&accepted(&[("Location", "monitor")])).expect_err("no value yet");
    let monitor = count.monitor(error.parts()).expect("allowed").expect("a URL");
    let finished = monitor.read(&message("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n31"));
    assert_eq!(finished.expect("a result").into_value(), Monitored::Finished(31));
}

#[test]
fn monitor_of_request_without_result_is_finished() {
    let delete = service().entity_set::<Plain>("things").key("1").delete();
    let deleted = delete.read(&accepted(&[("Location", "monitor")])).expect("accepted");
    let monitor = delete.monitor(deleted.parts()).expect("allowed").expect("a URL");
    assert_eq!(url(&monitor), "https://graph.microsoft.com/v1.0/things/monitor");
    assert_eq!(monitor.read(&response(204, "")).expect("finished").into_value(), Monitored::Finished(()));
    let same = delete.read(&response(204, "")).expect("deleted");
    assert!(delete.monitor(same.parts()).expect("no link").is_none());
}

#[test]
fn monitor_at_another_origin_is_rejected() {
    let error =
        plain().read(&accepted(&[("Location", "https://other.example/m")])).expect_err("no value yet");
    assert!(matches!(plain().monitor(error.parts()), Err(RequestError::Origin(_))));
}
