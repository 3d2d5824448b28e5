//! Futures that are dropped before they are finished.

use core::future::{Future, poll_fn};
use core::task::Poll;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use odata_core::Change;
use odata_reqwest::AccessToken;

use crate::model::{client, user, users};
use crate::server::{Action, Reply, Server};

const USER: &str = "/v1.0/users/1";

/// A number of polls that is greater than the number that any future in these tests needs.
const MAX_POLLS: usize = 10_000;

fn found() -> Reply {
    Reply::json(r#"{"id": "1"}"#)
}

/// Polls a future at most `polls` times, and drops it. Returns the output if the future has finished.
async fn poll_times<F: Future>(future: F, polls: usize) -> Option<F::Output> {
    let mut future = Box::pin(future);
    let mut count = 0;
    poll_fn(|context| {
        if count == polls {
            return Poll::Ready(None);
        }
        count += 1;
        match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if count == polls => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

/// Drops `send` after each number of polls: during the refresh of the token, the request, the response and the delay between
/// attempts. The same client can then send another request.
#[tokio::test]
async fn send_can_be_dropped_after_every_poll() {
    for polls in 0..MAX_POLLS {
        let server = Server::start().await;
        server.on(USER, [Reply::error(503, "busy", "Busy."), found()]);
        server.on("/v1.0/users/2", [found()]);
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let client = client(&server).with_max_concurrency(1).with_token_provider(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
            async {
                tokio::task::yield_now().await;
                Ok(AccessToken::new("secret"))
            }
        });
        let finished = poll_times(client.send(&user(&client).get()), polls).await;
        assert!(server.count(USER) <= 2);
        let other = client.send(&users(&client).key("2").get()).await.expect("a response");
        assert_eq!((other.id.as_deref(), server.count("/v1.0/users/2")), (Some("1"), 1));
        assert!((1..=2).contains(&calls.load(Ordering::SeqCst)), "{polls}");
        if let Some(result) = finished {
            result.expect("a response");
            assert_eq!(server.count(USER), 2);
            assert!(polls > 4, "{polls}");
            return;
        }
    }
    panic!("the request didn't finish");
}

/// Drops `try_next` after each number of polls, until the stream ends. All items are returned once, and no page is requested
/// twice.
#[tokio::test]
async fn items_can_be_dropped_after_every_poll() {
    for polls in 1..20 {
        let server = Server::start().await;
        server.on(
            "/v1.0/users",
            [Reply::json(r#"{"value": [{"id": "0"}, {"id": "1"}], "@odata.nextLink": "users?p=1"}"#)],
        );
        server.on("/v1.0/users?p=1", [Reply::json(r#"{"value": [{"id": "2"}, {"id": "3"}]}"#)]);
        let client = client(&server);
        let mut items = client.items(users(&client).list());
        let mut received = Vec::new();
        for _ in 0..MAX_POLLS {
            match poll_times(items.try_next(), polls).await {
                Some(Ok(Some(user))) => received.push(user.id.expect("an id")),
                Some(Ok(None)) => break,
                Some(Err(error)) => panic!("{error}"),
                None => tokio::task::yield_now().await,
            }
        }
        assert_eq!(received, ["0", "1", "2", "3"], "{polls}");
        assert_eq!((server.total(), server.unused()), (2, 0), "{polls}");
    }
}

/// A caller that is dropped during the refresh doesn't block the other callers.
#[tokio::test]
async fn refresh_continues_after_its_caller_is_dropped() {
    let server = Server::start().await;
    server.handle(|_| Some(Action::Send(found())));
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let client = client(&server).with_token_provider(move |_| {
        let is_first = counted.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            if is_first {
                core::future::pending::<()>().await;
            }
            Ok(AccessToken::new("secret"))
        }
    });
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.send(&user(&client).get()).await.map(drop) }
    });
    let second = tokio::spawn({
        let client = client.clone();
        async move { client.send(&user(&client).get()).await.map(drop) }
    });
    while calls.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    first.abort();
    second.await.expect("no panic").expect("a response");
    assert_eq!((calls.load(Ordering::SeqCst), server.count(USER)), (2, 1));
}

/// The caller that requests the token is dropped while 63 other callers wait.
#[tokio::test]
async fn waiting_callers_share_the_next_refresh() {
    let server = Server::start().await;
    server.handle(|_| Some(Action::Send(found())));
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let client = client(&server).with_token_provider(move |_| {
        let is_first = counted.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            if is_first {
                core::future::pending::<()>().await;
            }
            tokio::task::yield_now().await;
            Ok(AccessToken::new("secret"))
        }
    });
    let request = user(&client).get();
    let mut first = Box::pin(client.send(&request));
    assert!(poll_times(first.as_mut(), 1).await.is_none());
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..63 {
        let client = client.clone();
        tasks.spawn(async move { client.send(&user(&client).get()).await.map(drop) });
    }
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
    assert_eq!((calls.load(Ordering::SeqCst), server.connections()), (1, 0));
    drop(first);
    while let Some(result) = tasks.join_next().await {
        result.expect("no panic").expect("a response");
    }
    assert_eq!((calls.load(Ordering::SeqCst), server.count(USER)), (2, 63));
}

/// Drops `send` after each number of polls: the service rejects the token, redirects, throttles, and closes the connection.
/// No attempt is sent more than once.
#[tokio::test]
async fn send_with_all_faults_can_be_dropped_after_every_poll() {
    for polls in 0..MAX_POLLS {
        let server = Server::start().await;
        server.on(
            USER,
            [Reply::error(401, "expired", "Expired."), Reply::new(302, "").header("Location", "2")],
        );
        server.on("/v1.0/users/2", [Action::Send(Reply::error(429, "busy", "Busy."))]);
        server.on(USER, [Action::Close, Action::Send(found())]);
        server.on("/v1.0/users/3", [found()]);
        let client = client(&server).with_max_concurrency(1).with_token_provider(|_| async {
            tokio::task::yield_now().await;
            Ok(AccessToken::new("secret"))
        });
        let finished = poll_times(client.send(&user(&client).get()), polls).await;
        assert!(server.count(USER) <= 4 && server.count("/v1.0/users/2") <= 1);
        client.send(&users(&client).key("3").get()).await.expect("a response");
        assert_eq!(server.count("/v1.0/users/3"), 1);
        if let Some(result) = finished {
            result.expect("a response");
            assert_eq!((server.count(USER), server.count("/v1.0/users/2"), server.unused()), (4, 1, 0));
            return;
        }
    }
    panic!("the request didn't finish");
}

/// Drops `try_next` of a delta query after each number of polls. All changes are returned once, and the link isn't lost.
#[tokio::test]
async fn changes_can_be_dropped_after_every_poll() {
    for polls in 1..40 {
        let server = Server::start().await;
        let delta = "/v1.0/users/delta";
        let next = r#"{"value": [{"id": "0"}, {"id": "1"}], "@odata.nextLink": "delta?p=1"}"#;
        let last = r#"{"value": [{"id": "2"}], "@odata.deltaLink": "delta?d=1"}"#;
        server.on(delta, [Action::Close, Action::Send(Reply::json(next))]);
        server.on("/v1.0/users/delta?p=1", [Reply::error(429, "busy", "Busy."), Reply::json(last)]);
        let client = client(&server).with_token_provider(AccessToken::new("secret"));
        let mut changes = client.changes(users(&client).delta());
        let mut received = Vec::new();
        for _ in 0..MAX_POLLS {
            match poll_times(changes.try_next(), polls).await {
                Some(Ok(Some(Change::Changed(user)))) => received.push(user.id.expect("an id")),
                Some(Ok(None)) => break,
                Some(result) => panic!("{result:?}"),
                None => tokio::time::sleep(core::time::Duration::from_micros(100)).await,
            }
        }
        assert_eq!(received, ["0", "1", "2"], "{polls}");
        assert_eq!(changes.delta_link(), Some(server.url("/v1.0/users/delta?d=1").as_str()));
        assert_eq!((server.total(), server.unused()), (4, 0), "{polls}");
    }
}
