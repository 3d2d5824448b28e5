//! Throttling and temporary errors of the service.

use core::time::Duration;

use odata_core::ODataEntity;
use odata_core::request::Batch;
use odata_reqwest::RetryPolicy;

use crate::model::{PAT, User, client, fast, user, users};
use crate::server::{Action, Reply, Server};

const USER: &str = "/v1.0/users/1";

fn found() -> Reply {
    Reply::json(r#"{"id": "1"}"#)
}

fn throttled(status: u16) -> Reply {
    Reply::error(status, "tooManyRequests", "Slow down.")
}

#[tokio::test]
async fn throttled_requests_are_sent_again() {
    let server = Server::start().await;
    server.on(
        USER,
        [
            throttled(429).header("Retry-After", "0"),
            throttled(429).header("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"),
            throttled(503),
            throttled(504),
            found(),
        ],
    );
    let client = client(&server);
    let response = client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(response.id.as_deref(), Some("1"));
    assert_eq!((server.count(USER), server.unused()), (5, 0));
    let ids: Vec<_> =
        server.received(USER).iter().map(|it| it.header("client-request-id").map(str::to_owned)).collect();
    assert!(ids.iter().all(|id| id.is_some() && *id == ids[0]), "{ids:?}");
}

#[tokio::test]
async fn retry_after_in_seconds_delays_the_next_attempt() {
    let server = Server::start().await;
    server.on(USER, [throttled(429).header("Retry-After", "1"), found()]);
    let client = client(&server);
    client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(server.count(USER), 2);
}

#[tokio::test]
async fn long_retry_after_returns_the_error_immediately() {
    let server = Server::start().await;
    server.on(USER, [throttled(429).header("Retry-After", "3600")]);
    let client = client(&server);
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), server.count(USER)), (1, 1));
    assert!(error.parts().is_some_and(|parts| parts.retry_after().is_some()));
}

/// A value that is neither a number of seconds nor a date, and a date in the past, are the same as no header.
#[tokio::test]
async fn unusable_retry_after_is_ignored() {
    for value in [
        "",
        "soon",
        "-5",
        "1.5",
        "5 seconds",
        "Wed, 99 Oct 2015 07:28:00 GMT",
        "Thu, 01 Jan 1960 00:00:00 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        let server = Server::start().await;
        server.on(USER, [throttled(429).header("Retry-After", value), found()]);
        let client = client(&server);
        client.send(&user(&client).get()).await.expect("a response");
        assert_eq!((server.count(USER), server.unused()), (2, 0), "{value}");
    }
}

#[tokio::test]
async fn retry_after_beyond_the_limit_is_part_of_the_error() {
    for value in [
        "301",
        "99999999999999999999999999",
        "18446744073709551615",
        "Fri, 21 Oct 2089 07:28:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
    ] {
        for status in [429, 503] {
            let server = Server::start().await;
            server.on(USER, [throttled(status).header("Retry-After", value)]);
            let client = client(&server);
            let error = client.send(&user(&client).get()).await.expect_err("an error");
            assert_eq!((error.attempts(), server.count(USER)), (1, 1), "{value}");
            let text = error.to_string();
            assert!(text.contains("after 1 attempt:") && text.contains("`RetryPolicy` (300s)"), "{text}");
            assert!(error.parts().is_some_and(|parts| parts.retry_after().is_some()), "{value}");
        }
    }
}

/// A service that rejects every request.
#[tokio::test]
async fn endless_throttling_ends_at_both_limits() {
    let server = Server::start().await;
    server.handle(|_| Some(throttled(429).into()));
    let client = client(&server);
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), server.count(USER)), (5, 5));
    assert!(error.to_string().contains("failed after 5 attempts: 429"), "{error}");

    let delay = Duration::from_millis(20);
    let policy = RetryPolicy::new().max_attempts(1_000_000).max_time(5 * delay).delays(delay, delay);
    let timed = client.with_retry(policy);
    let error = timed.send(&user(&timed).get()).await.expect_err("an error");
    // Each delay is at least 10 milliseconds, so at most 10 attempts follow the first attempt.
    assert!((1..=11).contains(&error.attempts()), "{error}");
    assert_eq!(server.count(USER), 5 + usize::try_from(error.attempts()).expect("a number"));
    assert!(error.to_string().contains("the limit of the `RetryPolicy` (100ms)"), "{error}");
}

#[tokio::test]
async fn attempts_are_limited() {
    let server = Server::start().await;
    server.on(USER, (0..5).map(|_| throttled(503)));
    let error = client(&server).with_retry(fast().max_attempts(3)).send(&user(&client(&server)).get()).await;
    assert_eq!((error.expect_err("an error").attempts(), server.count(USER)), (3, 3));

    let once = client(&server).with_retry(RetryPolicy::none());
    assert_eq!(once.send(&user(&once).get()).await.expect_err("an error").attempts(), 1);
    let no_time = client(&server).with_retry(fast().max_time(Duration::ZERO));
    assert_eq!(no_time.send(&user(&no_time).get()).await.expect_err("an error").attempts(), 1);
    assert_eq!((server.count(USER), server.unused()), (5, 0));
}

#[tokio::test]
async fn post_is_sent_again_only_if_it_was_not_processed() {
    let server = Server::start().await;
    let client = client(&server);
    let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
    server.on("/v1.0/users", [throttled(429), throttled(503), Reply::new(201, r#"{"id": "1"}"#)]);
    client.send(&create).await.expect("a response");
    let bodies: Vec<_> = server.received("/v1.0/users").into_iter().map(|received| received.body).collect();
    assert_eq!(bodies, vec![PAT.to_vec(); 3]);

    server.on("/v1.0/users", [throttled(504)]);
    let error = client.send(&create).await.expect_err("an error");
    assert_eq!((error.attempts(), server.count("/v1.0/users")), (1, 4));
}

#[tokio::test]
async fn other_errors_are_not_sent_again() {
    for status in [400, 404, 409, 412, 500, 501, 502] {
        let server = Server::start().await;
        server.on(USER, [throttled(status)]);
        let client = client(&server);
        let error = client.send(&user(&client).get()).await.expect_err("an error");
        assert_eq!((error.attempts(), server.count(USER)), (1, 1), "{status}");
    }
}

#[tokio::test]
async fn concurrent_requests_are_limited() {
    for limit in [0, 1, 3, 100] {
        let server = Server::start().await;
        server.handle(|_| Some(Action::Slow(found())));
        let client = client(&server).with_max_concurrency(limit);
        let mut tasks = tokio::task::JoinSet::new();
        for key in 0..16 {
            let client = client.clone();
            tasks.spawn(async move { client.send(&users(&client).key(key.to_string()).get()).await });
        }
        while let Some(result) = tasks.join_next().await {
            result.expect("no panic").expect("a response");
        }
        assert_eq!((server.total(), server.max_in_flight()), (16, limit.clamp(1, 16)));
    }
}

/// The server rejects each of 20 concurrent requests twice.
#[tokio::test]
async fn concurrent_requests_succeed_after_status_503() {
    let server = Server::start().await;
    let client = client(&server).with_max_concurrency(4);
    let mut tasks = tokio::task::JoinSet::new();
    for key in 0..20 {
        let url = format!("/v1.0/users/{key}");
        let body = format!(r#"{{"id": "{key}"}}"#);
        server.on(&url, [throttled(503), throttled(503), Reply::json(body)]);
        let client = client.clone();
        tasks.spawn(async move { client.send(&users(&client).key(key.to_string()).get()).await });
    }
    let mut ids: Vec<i32> = Vec::new();
    while let Some(result) = tasks.join_next().await {
        let user = result.expect("no panic").expect("a response").into_value();
        ids.push(user.id.and_then(|id| id.parse().ok()).expect("an id"));
    }
    ids.sort_unstable();
    assert_eq!(ids, (0..20).collect::<Vec<_>>());
    assert_eq!((server.total(), server.unused()), (60, 0));
    assert!(server.max_in_flight() <= 4, "{}", server.max_in_flight());
}

/// The time limit is part of the message of each kind of request.
#[tokio::test]
async fn error_states_the_limit_for_batches_and_downloads() {
    let server = Server::start().await;
    server.handle(|_| Some(throttled(429).into()));
    let client = client(&server).with_retry(fast().max_time(Duration::ZERO));
    let mut batch = Batch::new(client.service());
    batch.add(&user(&client).get()).expect("a part");
    let batch_error = client.send_batch(&batch).await.expect_err("an error");
    let download_error = client.download(&user(&client).media().get()).await.expect_err("an error");
    let resume_error =
        client.resume_download(&user(&client).media().get(), 1, "\"7\"").await.expect_err("an error");
    for error in [batch_error, download_error, resume_error] {
        assert_eq!(error.status().map(|status| status.as_u16()), Some(429), "{error}");
        assert!(error.to_string().contains("the limit of the `RetryPolicy` (0ns)"), "{error}");
    }
}
