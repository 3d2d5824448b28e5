//! Token providers that panic or return expired tokens.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use odata_reqwest::AccessToken;

use crate::model::{client, user};
use crate::server::{Reply, Server};
use crate::tokens::{Provided, calls, counting};

fn found() -> Reply {
    Reply::json(r#"{"id": "1"}"#)
}

/// The provider panics in the first call, while 63 other callers wait.
#[tokio::test]
async fn panic_of_the_provider_affects_one_caller() {
    let server = Server::start().await;
    server.handle(|_| Some(found().into()));
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let client = client(&server).with_token_provider(move |_| {
        let number = counted.fetch_add(1, Ordering::SeqCst);
        async move {
            tokio::task::yield_now().await;
            assert!(number > 0, "the provider panics");
            Provided::Ok(AccessToken::new("token"))
        }
    });
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..64 {
        let client = client.clone();
        tasks.spawn(async move { client.send(&user(&client).get()).await.map(drop) });
    }
    let mut panics = 0;
    while let Some(result) = tasks.join_next().await {
        match result {
            Ok(result) => result.expect("a response"),
            Err(error) => panics += usize::from(error.is_panic()),
        }
    }
    assert_eq!((panics, calls.load(Ordering::SeqCst), server.total()), (1, 2, 63));
}

/// The provider returns expired tokens, for example because the clock of this computer is wrong.
#[tokio::test]
async fn concurrent_callers_share_an_expired_token() {
    let server = Server::start().await;
    server.handle(|_| Some(found().into()));
    let (provider, recorded) = counting(Some(0));
    let client = client(&server).with_token_provider(provider);
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..64 {
        let client = client.clone();
        tasks.spawn(async move { client.send(&user(&client).get()).await });
    }
    while let Some(result) = tasks.join_next().await {
        result.expect("no panic").expect("a response");
    }
    assert_eq!((calls(&recorded).len(), server.total()), (1, 64));
}
