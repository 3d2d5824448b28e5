//! Responses whose body isn't the expected value.

use http::StatusCode;
use odata_core::ODataEntity;
use odata_core::request::ResponseError;
use odata_reqwest::ErrorKind;

use crate::model::{User, client, user, users};
use crate::server::{Action, Reply, Server};

const USER: &str = "/v1.0/users/1";

/// Sends a `GET` request whose only response is `reply`, and returns the error.
async fn get_error(reply: Reply) -> odata_reqwest::Error {
    let server = Server::start().await;
    server.on(USER, [reply]);
    let client = client(&server);
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), server.count(USER)), (1, 1), "{error}");
    error
}

#[tokio::test]
async fn missing_body_is_an_error_or_none() {
    for reply in [Reply::new(204, ""), Reply::json(""), Reply::json(" \r\n"), Reply::json("null")] {
        let error = get_error(reply.clone()).await;
        assert!(matches!(error.kind(), ErrorKind::Response(ResponseError::NoContent { .. })), "{error}");
        let server = Server::start().await;
        server.on(USER, [reply.header("ETag", "\"7\"")]);
        let client = client(&server);
        let response = client.send(&user(&client).get().optional()).await.expect("a response");
        assert_eq!((response.value(), response.etag(), server.count(USER)), (&None, Some("\"7\""), 1));
    }
}

#[tokio::test]
async fn page_of_a_proxy_is_an_error() {
    let html = || "<!DOCTYPE html><title>Sign in</title>".to_owned();
    for status in [200, 201, 203] {
        let error = get_error(Reply::new(status, html()).header("Content-Type", "text/html")).await;
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert!(error.to_string().contains("starts with `<!DOCTYPE html><title>Sign in"), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
    for status in [400, 403, 500, 502] {
        let error = get_error(Reply::new(status, html()).header("request-id", "r-3")).await;
        assert_eq!(
            (error.status().map(|status| status.as_u16()), error.request_id()),
            (Some(status), Some("r-3"))
        );
    }
}

#[tokio::test]
async fn unexpected_not_modified_has_a_hint() {
    let error = get_error(Reply::new(304, "").header("ETag", "W/\"7\"")).await;
    assert_eq!(error.status(), Some(StatusCode::NOT_MODIFIED));
    assert_eq!(error.parts().and_then(|parts| parts.etag()), Some("W/\"7\""));
    assert!(error.to_string().contains("`Request::if_none_match`"), "{error}");
}

#[tokio::test]
async fn failed_condition_has_a_hint() {
    let server = Server::start().await;
    server.on(USER, [Reply::error(412, "conflict", "Changed."), Reply::new(204, "").header("ETag", "\"8\"")]);
    let client = client(&server);
    let rename = user(&client).update(&User::update().set(User::DISPLAY_NAME, "Pat")).if_match("\"7\"");
    let error = client.send(&rename).await.expect_err("an error");
    assert_eq!((error.attempts(), error.status()), (1, Some(StatusCode::PRECONDITION_FAILED)));
    assert!(error.to_string().contains("`If-Match`"), "{error}");
    let response = client.send(&rename).await.expect("a response");
    assert_eq!((response.etag(), response.value().is_none()), (Some("\"8\""), true));
    assert_eq!(server.received(USER)[0].header("if-match"), Some("\"7\""));
}

#[tokio::test]
async fn large_headers_are_received() {
    let server = Server::start().await;
    let mut reply = Reply::json(r#"{"id": "1"}"#).header("x-large", "a".repeat(64 * 1024));
    for number in 0..80 {
        reply = reply.header(&format!("x-{number}"), "b".repeat(100));
    }
    server.on(USER, [reply]);
    let client = client(&server);
    let response = client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(response.header("X-Large").map(str::len), Some(64 * 1024));
    assert_eq!(server.count(USER), 1);
}

/// Too many headers and bytes that aren't HTTP are errors of the connection.
#[tokio::test]
async fn invalid_responses_are_errors() {
    let many = (0..1000).fold(Reply::json("{}"), |reply, number| reply.header(&format!("x-{number}"), "b"));
    for bytes in [many.to_bytes(), b"SSH-2.0-OpenSSH_9.6\r\n".to_vec(), b"HTTP/1.1 999999 X\r\n\r\n".to_vec()]
    {
        let server = Server::start().await;
        server.on(USER, (0..5).map(|_| Action::Raw(bytes.clone())));
        server.on("/v1.0/users", [Action::Raw(bytes.clone())]);
        let client = client(&server);
        let error = client.send(&user(&client).get()).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{error}");
        assert_eq!((error.attempts(), server.count(USER)), (5, 5), "{error}");
        let error = client.send(&users(&client).create(&User::create())).await.expect_err("an error");
        assert_eq!((error.attempts(), server.count("/v1.0/users")), (1, 1), "{error}");
    }
}
