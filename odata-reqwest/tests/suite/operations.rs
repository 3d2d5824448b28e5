//! Long-running operations.

use core::time::Duration;

use odata_core::ODataEntity;
use odata_core::request::{Monitored, Request, RequestError};
use odata_reqwest::{AccessToken, ErrorKind, PollPolicy};

use crate::model::{User, client, user, users};
use crate::server::{Action, Reply, Server};

const USER: &str = "/v1.0/users/1";
const MONITOR: &str = "/v1.0/monitor/1";

fn accepted(header: &str, url: &str) -> Reply {
    Reply::new(202, "").header(header, url).header("Retry-After", "0")
}

#[tokio::test]
async fn monitor_waits_for_the_result() {
    for header in ["Location", "Operation-Location"] {
        let server = Server::start().await;
        server.on("/v1.0/users", [accepted(header, MONITOR)]);
        server.on(
            MONITOR,
            [
                Action::Send(Reply::new(202, "")),
                Action::Close,
                Action::Send(Reply::error(503, "busy", "Busy.")),
                Action::Send(Reply::new(202, "")),
                Action::Send(Reply::json(r#"{"id": "1"}"#).header("AsyncResult", "201")),
            ],
        );
        let client = client(&server).with_token_provider(AccessToken::new("secret"));
        let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat")).respond_async();
        let response = client.monitor(&create).await.expect("a result");
        assert_eq!(response.status().as_u16(), 201);
        assert_eq!(response.into_value().and_then(|user| user.id).as_deref(), Some("1"));
        assert_eq!((server.count("/v1.0/users"), server.count(MONITOR), server.unused()), (1, 5, 0));
        let poll = &server.received(MONITOR)[4];
        assert_eq!((poll.method.as_str(), poll.header("authorization")), ("GET", Some("Bearer secret")));
    }
}

#[tokio::test]
async fn monitor_returns_immediate_results_and_errors() {
    let server = Server::start().await;
    server.on(
        USER,
        [Reply::json(r#"{"id": "1"}"#), Reply::error(404, "notFound", "No user."), Reply::new(202, "")],
    );
    let client = client(&server);
    let get = user(&client).get().respond_async();
    assert_eq!(client.monitor(&get).await.expect("a result").id.as_deref(), Some("1"));
    assert_eq!(client.monitor(&get).await.expect_err("an error").status().map(|it| it.as_u16()), Some(404));
    // The service accepted the request, but returned no URL of a status monitor.
    assert_eq!(client.monitor(&get).await.expect_err("an error").status().map(|it| it.as_u16()), Some(202));
    assert_eq!(server.total(), 3);
}

#[tokio::test]
async fn failed_result_is_an_error() {
    let server = Server::start().await;
    server.on(USER, [accepted("Location", MONITOR)]);
    server.on(MONITOR, [Reply::error(200, "conflict", "In use.").header("AsyncResult", "409")]);
    let client = client(&server);
    let error = client.monitor(&user(&client).delete().respond_async()).await.expect_err("an error");
    assert_eq!(
        (error.status().map(|it| it.as_u16()), error.url()),
        (Some(409), Some(server.url(MONITOR).as_str()))
    );
    assert_eq!(server.total(), 2);
}

#[tokio::test]
async fn monitor_at_another_origin_is_an_error() {
    let (server, other) = (Server::start().await, Server::start().await);
    server.on(USER, [accepted("Location", &other.url("/monitor"))]);
    let client = client(&server);
    let error = client.monitor(&user(&client).delete().respond_async()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Request(RequestError::Origin(_))), "{error}");
    assert_eq!((server.total(), other.connections()), (1, 0));
}

#[tokio::test]
async fn unfinished_operation_continues_later() {
    let server = Server::start().await;
    server.on(USER, [accepted("Location", MONITOR)]);
    server.on(MONITOR, [Reply::json(r#"{"id": "1"}"#)]);
    let limited = client(&server).with_polling(PollPolicy::new().max_time(Duration::ZERO));
    let error = limited.monitor(&user(&limited).get().respond_async()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Unfinished(_)), "{error}");
    assert_eq!(server.count(MONITOR), 0);

    let url = error.url().expect("a URL");
    let client = client(&server);
    let monitor = Request::get::<Monitored<User>>(client.service(), url);
    assert_eq!(client.wait(&monitor).await.expect("a result").id.as_deref(), Some("1"));
    assert_eq!((server.count(USER), server.count(MONITOR)), (1, 1));
}

#[tokio::test]
async fn poll_reports_progress_until_the_operation_is_finished() {
    let server = Server::start().await;
    let state = |name: &str| Action::Send(Reply::json(format!(r#"{{"id": "1", "displayName": "{name}"}}"#)));
    server.on(
        USER,
        [state("notStarted"), state("running"), Action::Close, state("running"), state("succeeded")],
    );
    let client = client(&server);
    let mut progress = Vec::new();
    let finished = client
        .poll(&user(&client).get(), |user| {
            progress.push(user.display_name.clone().unwrap_or_default());
            progress.last().is_some_and(|state| state == "succeeded")
        })
        .await
        .expect("a result");
    assert_eq!(finished.display_name.as_deref(), Some("succeeded"));
    assert_eq!(progress, ["notStarted", "running", "running", "succeeded"]);
    assert_eq!(server.count(USER), 5);
}

#[tokio::test]
async fn poll_ends_at_the_time_limit() {
    let server = Server::start().await;
    server.handle(|_| Some(Reply::json(r#"{"id": "1"}"#).header("Retry-After", "3600").into()));
    let client = client(&server).with_polling(PollPolicy::new().max_time(Duration::from_secs(60)));
    let error = client.poll(&user(&client).get(), |_| false).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Unfinished(_)), "{error}");
    assert_eq!((error.url(), server.count(USER)), (Some(server.url(USER).as_str()), 1));
}

/// The status monitor of an OData 4.0 service returns the result as an HTTP message, even if the result isn't JSON.
#[tokio::test]
async fn monitor_returns_content_of_an_http_message() {
    let server = Server::start().await;
    let message = || {
        let message = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nETag: \"7\"\r\n\r\n\xFF\xD8".to_vec();
        Reply::new(200, message).header("Content-Type", "application/http")
    };
    let content = Reply::new(200, &b"HTTP/1.1 204\n\n"[..])
        .header("Content-Type", "application/http")
        .header("AsyncResult", "200");
    server.on("/v1.0/users/1/$value", [accepted("Location", MONITOR), accepted("Location", MONITOR)]);
    server.on(MONITOR, [message(), content, message()]);
    let client = client(&server);
    let get = user(&client).media().get().respond_async();
    let result = client.monitor(&get).await.expect("a result");
    assert_eq!((result.content_type(), result.etag()), (Some("image/png"), Some("\"7\"")));
    assert_eq!(result.into_value(), [0xFF, 0xD8]);
    assert_eq!(client.monitor(&get).await.expect("a result").into_value(), b"HTTP/1.1 204\n\n");
    let monitor = Request::get::<Monitored<Vec<u8>>>(client.service(), &server.url(MONITOR));
    assert_eq!(client.wait(&monitor).await.expect("a result").into_value(), [0xFF, 0xD8]);
    assert_eq!(server.total(), 5);
}

/// The status code 202 of the result is different from the status code 202 of the status monitor.
#[tokio::test]
async fn result_can_have_the_status_code_of_an_accepted_request() {
    let server = Server::start().await;
    server.on(USER, [accepted("Location", MONITOR), accepted("Location", MONITOR)]);
    let message = Reply::new(200, "HTTP/1.1 202 Accepted\r\n\r\n").header("Content-Type", "application/http");
    server.on(MONITOR, [Reply::new(202, ""), Reply::new(200, "").header("AsyncResult", "202"), message]);
    let client = client(&server);
    for _ in 0..2 {
        let result = client.monitor(&user(&client).delete().respond_async()).await.expect("a result");
        assert_eq!(result.status().as_u16(), 202);
    }
    assert_eq!((server.total(), server.unused()), (5, 0));
}

#[tokio::test]
async fn monitor_accepts_all_results() {
    for (reply, status) in [
        (Reply::json(r#"{"id": "1"}"#), 200),
        (Reply::new(201, r#"{"id": "1"}"#), 201),
        (Reply::new(204, ""), 204),
        (Reply::new(303, "").header("Location", "/v1.0/result"), 200),
        (Reply::new(200, "").header("AsyncResult", "204"), 204),
    ] {
        let server = Server::start().await;
        server.on("/v1.0/users", [accepted("Location", MONITOR)]);
        server.on(MONITOR, [Reply::new(202, ""), reply]);
        server.on("/v1.0/result", [Reply::json(r#"{"id": "1"}"#)]);
        let client = client(&server);
        let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat")).respond_async();
        let result = client.monitor(&create).await.expect("a result");
        assert_eq!((result.status().as_u16(), result.is_some()), (status, status != 204));
        assert_eq!(server.count(MONITOR), 2);
    }
}

/// The time limit also ends an operation without `Retry-After`.
#[tokio::test]
async fn endless_operation_ends_at_the_time_limit() {
    let server = Server::start().await;
    server.on(USER, [accepted("Location", MONITOR)]);
    server.handle(|_| Some(Reply::new(202, "").into()));
    let polling = PollPolicy::new()
        .delays(Duration::from_millis(1), Duration::from_millis(2))
        .max_time(Duration::from_millis(50));
    let client = client(&server).with_polling(polling);
    let error = client.monitor(&user(&client).get().respond_async()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Unfinished(_)), "{error}");
    assert_eq!(error.url(), Some(server.url(MONITOR).as_str()));
    assert!((1..=60).contains(&server.count(MONITOR)), "{}", server.count(MONITOR));
}

/// The type of the result is `()`, so the status code 202 would look like a result.
#[tokio::test]
async fn accepted_request_without_monitor_url_is_an_error() {
    let server = Server::start().await;
    server.on(USER, [Reply::new(202, ""), Reply::new(204, "")]);
    let client = client(&server);
    let delete = user(&client).delete().respond_async();
    let error = client.monitor(&delete).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::NoMonitorUrl), "{error}");
    assert!(error.to_string().contains("returned no monitor URL (`Location`): use `send`"), "{error}");
    assert_eq!(client.monitor(&delete).await.expect("a result").status().as_u16(), 204);
}
