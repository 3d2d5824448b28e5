//! Redirects to the same and to other origins.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// The challenge of another origin isn't a challenge of the service, so its claims aren't passed to the token provider.
#[tokio::test]
async fn status_401_of_another_origin_does_not_refresh_the_token() {
    let (server, other) = (Server::start().await, Server::start().await);
    server.on(USER, [to(other.url("/user"), 302)]);
    let challenge = Reply::error(401, "invalid", "Invalid.")
        .header("WWW-Authenticate", r#"Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ==""#);
    other.on("/user", [challenge]);
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let client = client(&server).with_token_provider(move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
        async { Ok(AccessToken::new("secret")) }
    });
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), error.status().map(|status| status.as_u16())), (1, Some(401)));
    assert_eq!((calls.load(Ordering::SeqCst), server.total(), other.total()), (1, 1, 1));
}

#[tokio::test]
async fn token_is_sent_to_allowed_origin() {
    let (server, other) = (Server::start().await, Server::start().await);
    server.on("/v1.0/users", [to(other.url("/users"), 307)]);
    other.on("/users", [Reply::new(201, r#"{"id": "1"}"#)]);
    let service = Service::graph(&server.url("/v1.0")).expect("a service");
    let service = service.allow_origin(&other.url("/")).expect("an origin");
    let client = Client::new(service).with_token_provider(AccessToken::new("secret"));
    let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
    client.send(&create).await.expect("a response");
    let received = &other.received("/users")[0];
    assert_eq!((received.header("authorization"), &*received.body), (Some("Bearer secret"), PAT));
    assert_eq!((server.total(), other.total()), (1, 1));
}

/// The last part of each URL is the path at the server.
#[tokio::test]
async fn locations_are_resolved() {
    let server = Server::start().await;
    let host = server.url("").replace("http:", "");
    for (location, path) in [
        ("moved".to_owned(), "/v1.0/users/moved"),
        ("../moved?a=b#c".to_owned(), "/v1.0/moved?a=b"),
        ("?a=b".to_owned(), "/v1.0/users/1?a=b"),
        (format!("{host}/moved/1"), "/moved/1"),
        (format!("HTTP:{host}/moved/2"), "/moved/2"),
        (format!("{}#part", server.url("/moved/3")), "/moved/3"),
        ("/moved/%C3%A9 4".to_owned(), "/moved/%C3%A9%204"),
    ] {
        let expected = server.count(USER) + 1;
        server.on(USER, [to(location.clone(), 302)]);
        server.on(path, [Reply::json(r#"{"id": "1"}"#)]);
        let client = secret(client(&server), &server);
        client.send(&user(&client).get()).await.expect("a response");
        assert_eq!(server.received(path)[0].header("authorization"), Some("Bearer secret"), "{location}");
        assert_eq!((server.count(USER), server.count(path)), (expected, 1), "{location}");
    }
}

#[tokio::test]
async fn unusable_location_is_an_error() {
    for location in
        [None, Some(""), Some("http://"), Some("mailto:a@b"), Some("file:///etc/passwd"), Some("http://[")]
    {
        let server = Server::start().await;
        let reply = Reply::new(302, "");
        let reply = location.map_or(reply.clone(), |location| reply.header("Location", location));
        server.handle(move |_| Some(reply.clone().into()));
        let client = client(&server);
        let error = client.send(&user(&client).get()).await.expect_err("an error");
        assert_eq!((error.attempts(), error.status().map(|status| status.as_u16())), (1, Some(302)));
        // An empty `Location` is the URL itself.
        assert_eq!(server.total(), if location == Some("") { 11 } else { 1 }, "{location:?}");
    }
}

/// A URL with a user name isn't a URL of the service.
#[tokio::test]
async fn token_is_not_sent_to_url_with_a_user_name() {
    let server = Server::start().await;
    server.on(USER, [to(server.url("/moved").replace("http://", "http://user:password@"), 302)]);
    server.on("/moved", [Reply::json(r#"{"id": "1"}"#)]);
    let client = secret(client(&server), &server);
    client.send(&user(&client).get()).await.expect("a response");
    let authorization = server.received("/moved")[0].header("authorization").map(str::to_owned);
    assert!(authorization.is_none_or(|value| !value.contains("secret")));
    assert_eq!(server.total(), 2);
}

#[tokio::test]
async fn redirects_of_all_methods() {
    let body = User::update().set(User::DISPLAY_NAME, "Pat");
    for (status, expected) in [(301, None), (302, None), (303, Some("GET")), (307, Some("")), (308, Some(""))]
    {
        for method in ["PATCH", "PUT", "DELETE"] {
            let server = Server::start().await;
            server.handle(move |received| match &*received.url {
                "/moved" => Some(Reply::new(204, "").into()),
                _ => Some(to("/moved".to_owned(), status).into()),
            });
            let client = secret(client(&server), &server);
            let result = match method {
                "PATCH" => client.send(&user(&client).update(&body)).await.map(drop),
                "PUT" => client.send(&user(&client).media().put([1], "image/png")).await.map(drop),
                _ => client.send(&user(&client).delete()).await.map(drop),
            };
            let moved = server.received("/moved");
            let Some(expected) = expected else {
                assert_eq!(result.expect_err("an error").status().map(|it| it.as_u16()), Some(status));
                assert_eq!((moved.len(), server.total()), (0, 1), "{status} {method}");
                continue;
            };
            result.expect("a response");
            let is_get = expected == "GET";
            assert_eq!(moved[0].method, if is_get { "GET" } else { method }, "{status}");
            assert_eq!(moved[0].body.is_empty(), is_get || method == "DELETE", "{status} {method}");
            assert_eq!(moved[0].header("authorization"), Some("Bearer secret"));
            assert_eq!((moved.len(), server.total()), (1, 2), "{status} {method}");
        }
    }
}

/// Each server redirects to the other server.
#[tokio::test]
async fn redirect_loop_of_two_origins_ends() {
    let (server, other) = (Server::start().await, Server::start().await);
    let (to_other, to_server) = (other.url("/a"), server.url(USER));
    server.handle(move |_| Some(to(to_other.clone(), 307).into()));
    other.handle(move |_| Some(to(to_server.clone(), 307).into()));
    let client = secret(client(&server), &server);
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), error.status().map(|status| status.as_u16())), (1, Some(307)));
    assert_eq!((server.total(), other.total()), (6, 5));
    let with_token = server.received(USER).iter().filter(|it| it.header("authorization").is_some()).count();
    assert_eq!(with_token, 1);
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
