//! Requests, responses and errors without faults.

use std::error::Error as _;

use http::StatusCode;
use odata_core::query::QueryOptions;
use odata_core::request::{Request, RequestError, Service};
use odata_core::{Collection, ODataEntity};
use odata_reqwest::ErrorKind;

use crate::model::{PAT, User, client, user, users};
use crate::server::{Reply, Server};

const USER: &str = "/v1.0/users/1";

#[tokio::test]
async fn responses_have_value_status_and_headers() {
    let server = Server::start().await;
    let created = Reply::new(201, r#"{"id": "1", "displayName": "Pat"}"#)
        .header("ETag", "W/\"7\"")
        .header("Location", server.url(USER));
    server.on("/v1.0/users", [created]);
    let client = client(&server);

    let body = User::create().set(User::DISPLAY_NAME, "Pat");
    let response = client.send(&users(&client).create(&body)).await.expect("a response");
    assert_eq!(response.status(), StatusCode::CREATED);
    assert_eq!(response.etag(), Some("W/\"7\""));
    assert_eq!(response.location(), Some(server.url(USER).as_str()));
    let user = response.into_value().expect("a user");
    assert_eq!((user.id.as_deref(), user.display_name.as_deref()), (Some("1"), Some("Pat")));

    let received = &server.received("/v1.0/users")[0];
    assert_eq!((received.method.as_str(), &*received.body), ("POST", PAT));
    assert_eq!(received.header("client-request-id").map(str::len), Some(36));
}

#[tokio::test]
async fn all_types_of_responses_are_read() {
    let server = Server::start().await;
    server.on("/v1.0/users/$count", [Reply::new(200, "31").header("Content-Type", "text/plain")]);
    server.on("/v1.0/users", [Reply::json(r#"{"value": [{"id": "1"}]}"#)]);
    server.on(USER, [Reply::new(204, ""), Reply::new(304, "")]);
    server.on("/v1.0/users/1/manager", [Reply::new(204, "")]);
    server.on("/v1.0/users/1/$value", [Reply::new(200, [0xFF, 0xD8]).header("Content-Type", "image/jpeg")]);
    let client = client(&server);
    assert_eq!(client.send(&users(&client).count()).await.expect("a count").into_value(), 31);
    assert_eq!(client.send(&users(&client).list()).await.expect("a page").value.len(), 1);
    client.send(&user(&client).delete()).await.expect("no content");
    let unchanged = client.send(&user(&client).get().if_none_match("W/\"7\"")).await.expect("not modified");
    assert!(unchanged.is_not_modified());
    assert_eq!(
        client.send(&user(&client).navigate(User::MANAGER).get()).await.expect("null").into_value(),
        None
    );
    assert_eq!(client.send(&user(&client).media().get()).await.expect("bytes").value(), &[0xFF, 0xD8]);
    assert_eq!((server.total(), server.unused()), (6, 0));
}

#[tokio::test]
async fn errors_name_request_attempts_and_identifiers() {
    let server = Server::start().await;
    server.on(USER, [Reply::error(404, "notFound", "No user.").header("request-id", "r-2")]);
    let client = client(&server);
    let error =
        client.send(&user(&client).get().header("client-request-id", "c-1")).await.expect_err("an error");

    assert_eq!(error.method().map(http::Method::as_str), Some("GET"));
    assert_eq!(error.url(), Some(server.url(USER).as_str()));
    assert_eq!((error.attempts(), error.status()), (1, Some(StatusCode::NOT_FOUND)));
    assert_eq!((error.request_id(), error.client_request_id()), (Some("r-2"), Some("c-1")));
    let service_error = error.response_error().and_then(|error| error.odata_error()).expect("an OData error");
    assert_eq!(service_error.code, "notFound");
    assert!(error.source().is_some_and(|source| source.to_string().contains("No user.")));
    let url = server.url(USER);
    let message = "404 Not Found: `notFound`: No user. (request `r-2`)";
    assert_eq!(error.to_string(), format!("`GET {url}` failed after 1 attempt: {message}"));
    assert_eq!(server.count(USER), 1);
}

#[tokio::test]
async fn urls_with_special_characters_are_sent() {
    let server = Server::start().await;
    server.handle(|_| Some(Reply::json(r#"{"id": "1", "value": []}"#).into()));
    let client = client(&server);
    let text = "a'b\"c|d^e`f{g}h\\i<j>k%20l é+&#?/:@!$,;=[]~.x";
    let list = users(&client).list().query(&QueryOptions::new().filter(User::DISPLAY_NAME.eq(text)));
    client.send(&list).await.expect("a page");
    client.send(&users(&client).key(text).get()).await.expect("a user");
    let raw = "users/delta('x')?$deltatoken=a'b|c\\d^e`f{g}h[i]\"j<k>%7B é";
    client.send(&Request::get::<Collection<User>>(client.service(), raw)).await.expect("a page");
    for url in
        [list.url(), users(&client).key(text).get().url(), Request::get::<User>(client.service(), raw).url()]
    {
        let url = url.expect("a URL");
        let path = url.strip_prefix(&server.url("")).expect("a URL of the server");
        // reqwest encodes the apostrophes in a query.
        let path = match path.split_once('?') {
            Some((path, query)) => format!("{path}?{}", query.replace('\'', "%27")),
            None => path.to_owned(),
        };
        assert_eq!(server.count(&path), 1, "{path}");
    }
}

#[tokio::test]
async fn invalid_requests_are_not_sent() {
    let server = Server::start().await;
    let client = client(&server);
    let error = client.send(&users(&client).key("").get()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Request(RequestError::Key(_))), "{error}");

    let other = Service::graph("https://other.example/v1.0").expect("a service");
    let error = client.send(&other.entity_set::<User>("users").list()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Request(RequestError::Origin(_))), "{error}");
    assert_eq!((server.connections(), error.attempts()), (0, 0));
}
