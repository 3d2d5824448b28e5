//! Lost connections, incomplete and slow responses.

use core::time::Duration;
use std::io::Write as _;

use odata_core::ODataEntity;
use odata_core::request::Service;
use odata_reqwest::{Client, ErrorKind};

use crate::model::{User, client, fast, user, users};
use crate::server::{Action, Reply, Server};

const USER: &str = "/v1.0/users/1";

fn found() -> Reply {
    Reply::json(r#"{"id": "1", "displayName": "Pat"}"#)
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).expect("a write");
    encoder.finish().expect("a compressed text")
}

/// Sends a `GET` request that fails with the given actions, and then succeeds.
async fn get_after(actions: Vec<Action>) {
    let server = Server::start().await;
    let failures = actions.len();
    server.on(USER, actions);
    server.on(USER, [found()]);
    let client = client(&server);
    let response = client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(response.display_name.as_deref(), Some("Pat"));
    assert_eq!((server.count(USER), server.unused()), (failures + 1, 0));
}

#[tokio::test]
async fn get_is_sent_again_after_connection_is_cut() {
    let head = found().head_length();
    get_after(vec![Action::Close]).await;
    get_after(vec![Action::Cut(found(), 10)]).await;
    get_after(vec![Action::Cut(found(), head)]).await;
    get_after(vec![Action::Cut(found(), head + 5), Action::Cut(found().chunked(), head + 40)]).await;
}

#[tokio::test]
async fn truncated_chunked_body_is_incomplete() {
    let reply = found().chunked();
    let length = reply.to_bytes().len();
    // Without the last chunk, which has no content, the body is incomplete.
    get_after(vec![Action::Cut(reply, length - 5)]).await;
}

#[tokio::test]
async fn post_is_not_sent_again_after_connection_is_cut() {
    let created = Reply::new(201, r#"{"id": "1"}"#);
    let head = created.head_length();
    for action in [Action::Close, Action::Cut(created.clone(), 10), Action::Cut(created, head + 2)] {
        let server = Server::start().await;
        server.on("/v1.0/users", [action]);
        let client = client(&server);
        let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
        let error = client.send(&create).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{error}");
        assert_eq!((error.attempts(), server.count("/v1.0/users")), (1, 1), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn put_and_delete_are_sent_again_after_connection_is_cut() {
    let server = Server::start().await;
    server.on(USER, [Action::Close, Action::Send(Reply::new(204, ""))]);
    server.on("/v1.0/users/1/$value", [Action::Close, Action::Send(Reply::new(204, ""))]);
    let client = client(&server);
    client.send(&user(&client).delete()).await.expect("a response");
    client.send(&user(&client).media().put([1, 2], "image/png")).await.expect("a response");
    assert_eq!((server.count(USER), server.count("/v1.0/users/1/$value")), (2, 2));
    assert_eq!(server.received("/v1.0/users/1/$value")[1].body, [1, 2]);
}

/// The service hasn't received the request, so any method may be sent again.
#[tokio::test]
async fn all_methods_are_sent_again_if_no_connection_can_be_established() {
    let port = {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        listener.local_addr().expect("an address").port()
    };
    let service = Service::graph(&format!("http://127.0.0.1:{port}")).expect("a service");
    let client = Client::new(service).with_retry(fast().max_attempts(4));
    let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
    let error = client.send(&create).await.expect_err("an error");
    assert_eq!(error.attempts(), 4);
    assert!(matches!(error.kind(), ErrorKind::Connection(error) if error.is_connect()), "{error}");
}

#[tokio::test]
async fn connection_that_closes_before_the_request_is_replaced() {
    let server = Server::start().await;
    server.drop_connections(2);
    server.on(USER, [found()]);
    let client = client(&server);
    client.send(&user(&client).get()).await.expect("a response");
    assert_eq!((server.connections(), server.count(USER)), (3, 1));
}

#[tokio::test]
async fn gzip_body_is_decompressed() {
    let server = Server::start().await;
    let compressed =
        Reply::json(gzip(r#"{"id": "1", "displayName": "Pat"}"#)).header("Content-Encoding", "gzip");
    let length = compressed.to_bytes().len();
    server.on(USER, [Action::Cut(compressed.clone(), length - 6), Action::Send(compressed)]);
    let client = client(&server);
    let response = client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(response.display_name.as_deref(), Some("Pat"));
    assert_eq!(server.received(USER)[0].header("accept-encoding"), Some("gzip"));
    assert_eq!(server.count(USER), 2);
}

/// The length of the compressed body is correct, but the compressed data is incomplete.
#[tokio::test]
async fn truncated_gzip_data_is_incomplete() {
    let server = Server::start().await;
    let mut data = gzip(r#"{"id": "1", "displayName": "Pat"}"#);
    data.truncate(data.len() - 9);
    server.on(USER, [Reply::json(data).header("Content-Encoding", "gzip"), found()]);
    let client = client(&server);
    client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(server.count(USER), 2);
}

#[tokio::test]
async fn slow_response_is_read_completely() {
    let server = Server::start().await;
    server.on(USER, [Action::Slow(found())]);
    let client = client(&server);
    let response = client.send(&user(&client).get()).await.expect("a response");
    assert_eq!((response.display_name.as_deref(), server.count(USER)), (Some("Pat"), 1));
}

#[tokio::test]
async fn missing_response_is_a_timeout() {
    let server = Server::start().await;
    server.on(USER, [Action::Hang, Action::Send(found())]);
    server.on("/v1.0/users", [Action::Hang]);
    let client = client(&server).with_attempt_timeout(Duration::from_millis(200));
    client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(server.count(USER), 2);

    let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
    let error = client.send(&create).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Timeout(_)), "{error}");
    assert_eq!((error.attempts(), server.count("/v1.0/users")), (1, 1));
}

/// The service closes each connection after a complete response.
#[tokio::test]
async fn response_is_complete_if_connection_is_closed_after_the_body() {
    let server = Server::start().await;
    let client = client(&server);
    for key in 0..8 {
        let url = format!("/v1.0/users/{key}");
        server.on(&url, [Action::Cut(found(), usize::MAX)]);
        client.send(&users(&client).key(key.to_string()).get()).await.expect("a response");
        assert_eq!(server.count(&url), 1);
    }
    assert_eq!((server.total(), server.connections()), (8, 8));
}

#[tokio::test]
async fn unknown_content_encoding_is_an_error() {
    let encoded = |encoding: &str| Reply::new(200, vec![0x8B, 0]).header("Content-Encoding", encoding);
    let server = Server::start().await;
    server.on(USER, [encoded("br"), found().header("Content-Encoding", "identity")]);
    server.on("/v1.0/users/1/$value", [encoded("zstd")]);
    let client = client(&server);
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::ContentEncoding(encoding) if encoding == "br"), "{error}");
    assert!(error.to_string().contains("has the encoding `br`"), "{error}");
    client.send(&user(&client).get()).await.expect("a response");
    let error = client.download(&user(&client).media().get()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::ContentEncoding(encoding) if encoding == "zstd"), "{error}");
    assert_eq!(server.total(), 3);
}
