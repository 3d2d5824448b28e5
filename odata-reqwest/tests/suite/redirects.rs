//! Redirects to the same and to other origins.

use odata_core::ODataEntity;
use odata_core::request::Service;
use odata_reqwest::{AccessToken, Client, ErrorKind};

use crate::model::{PAT, User, client, user, users};
use crate::server::{Reply, Server};

const USER: &str = "/v1.0/users/1";

fn secret(client: Client, server: &Server) -> Client {
    let service = Service::graph(&server.url("/v1.0")).expect("a service").with_header("x-api-key", "key");
    drop(client);
    Client::new(service).with_token_provider(AccessToken::new("secret"))
}

fn to(url: String, status: u16) -> Reply {
    Reply::new(status, "").header("Location", url)
}

#[tokio::test]
async fn token_is_sent_to_the_same_origin() {
    let server = Server::start().await;
    server.on(USER, [to("/v1.0/moved".to_owned(), 302)]);
    server.on("/v1.0/moved", [Reply::json(r#"{"id": "1"}"#)]);
    let client = secret(client(&server), &server);
    client.send(&user(&client).get()).await.expect("a response");
    let moved = &server.received("/v1.0/moved")[0];
    assert_eq!(
        (moved.header("authorization"), moved.header("x-api-key")),
        (Some("Bearer secret"), Some("key"))
    );
    assert_eq!(server.total(), 2);
}

#[tokio::test]
async fn secret_headers_are_not_sent_to_another_origin() {
    for status in [301, 302, 303, 307, 308] {
        let (server, other) = (Server::start().await, Server::start().await);
        server.on("/v1.0/users/1/$value", [to(other.url("/content"), status)]);
        other.on("/content", [to(server.url("/back"), status)]);
        server.on("/back", [Reply::new(200, "content")]);
        let client = secret(client(&server), &server);
        let response = client.send(&user(&client).media().get()).await.expect("a response");
        assert_eq!(response.value(), b"content");
        for received in other.received("/content").iter().chain(&server.received("/back")) {
            assert_eq!((received.header("authorization"), received.header("x-api-key")), (None, None));
            assert_eq!(
                (received.header("client-request-id"), received.header("accept")),
                (None, Some("*/*"))
            );
        }
        assert_eq!((server.total(), other.total()), (2, 1), "{status}");
    }
}

#[tokio::test]
async fn body_is_not_sent_to_another_origin() {
    for status in [301, 302, 307, 308] {
        let (server, other) = (Server::start().await, Server::start().await);
        server.on("/v1.0/users", [to(other.url("/users"), status)]);
        let client = secret(client(&server), &server);
        let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
        let error = client.send(&create).await.expect_err("an error");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!((server.total(), other.total()), (1, 0));
    }
}

#[tokio::test]
async fn post_follows_redirects_303_and_307_but_not_302() {
    let server = Server::start().await;
    server.on("/v1.0/users", [to("/v1.0/result".to_owned(), 303)]);
    server.on("/v1.0/result", [Reply::json(r#"{"id": "1"}"#)]);
    let client = client(&server);
    let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
    client.send(&create).await.expect("a response");
    let result = &server.received("/v1.0/result")[0];
    assert_eq!((result.method.as_str(), result.body.len(), result.header("content-type")), ("GET", 0, None));

    server.on("/v1.0/users", [to("/v1.0/people".to_owned(), 307)]);
    server.on("/v1.0/people", [Reply::new(201, r#"{"id": "1"}"#)]);
    client.send(&create).await.expect("a response");
    let people = &server.received("/v1.0/people")[0];
    assert_eq!((people.method.as_str(), &*people.body), ("POST", PAT));

    server.on("/v1.0/users", [to("/v1.0/lost".to_owned(), 302)]);
    let error = client.send(&create).await.expect_err("an error");
    assert!(error.to_string().contains("`Location` is `/v1.0/lost`"), "{error}");
    assert_eq!((server.count("/v1.0/lost"), server.total()), (0, 5));
}

#[tokio::test]
async fn redirect_loops_end() {
    let server = Server::start().await;
    server.handle(|_| Some(to(USER.to_owned(), 302).into()));
    let client = client(&server);
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), error.status().map(|status| status.as_u16())), (1, Some(302)));
    assert_eq!(server.count(USER), 11);
}

/// reqwest removes `Authorization` before it follows a redirect to another origin, but not an API key.
#[tokio::test]
async fn redirect_of_the_http_client_is_an_error() {
    let (server, other) = (Server::start().await, Server::start().await);
    server.on(USER, [to(other.url("/user"), 302)]);
    other.on("/user", [Reply::json(r#"{"id": "1"}"#)]);
    let client = secret(client(&server), &server).with_http_client(reqwest::Client::new());
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Redirected), "{error}");
    assert_eq!(other.received("/user")[0].header("authorization"), None);
    assert_eq!((server.total(), other.total()), (1, 1));
}
