//! Access tokens.

use core::time::Duration;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use odata_core::ODataEntity;
use odata_core::request::{Service, Token};
use odata_reqwest::{AccessToken, Client, ErrorKind, RetryPolicy, TokenProvider};
use tokio::sync::Notify;

use crate::model::{PAT, User, client, user, users};
use crate::server::{Action, Reply, Server};

const USER: &str = "/v1.0/users/1";

pub(crate) type Provided = Result<AccessToken, Box<dyn std::error::Error + Send + Sync>>;

fn found() -> Reply {
    Reply::json(r#"{"id": "1"}"#)
}

/// Returns a provider whose tokens are `token-0`, `token-1` and so on, and the claims of all its calls.
pub(crate) fn counting(lifetime: Option<u64>) -> (impl TokenProvider, Arc<Mutex<Vec<Option<String>>>>) {
    let calls: Arc<Mutex<Vec<Option<String>>>> = Arc::default();
    let recorded = Arc::clone(&calls);
    let provider = move |claims: Option<String>| {
        let number = {
            let mut calls = recorded.lock().expect("no panic");
            calls.push(claims);
            calls.len() - 1
        };
        let token = AccessToken::new(format!("token-{number}"));
        let token = lifetime.map_or(token.clone(), |seconds| token.expires_in(Duration::from_secs(seconds)));
        async move {
            tokio::task::yield_now().await;
            Provided::Ok(token)
        }
    };
    (provider, calls)
}

pub(crate) fn calls(calls: &Mutex<Vec<Option<String>>>) -> Vec<Option<String>> {
    calls.lock().expect("no panic").clone()
}

#[tokio::test]
async fn concurrent_callers_share_one_refresh() {
    let server = Server::start().await;
    server.handle(|_| Some(found().into()));
    let (provider, recorded) = counting(Some(3600));
    let client = client(&server).with_token_provider(provider);
    let mut tasks = tokio::task::JoinSet::new();
    for key in 0..64 {
        let client = client.clone();
        tasks.spawn(async move { client.send(&users(&client).key(key.to_string()).get()).await });
    }
    while let Some(result) = tasks.join_next().await {
        result.expect("no panic").expect("a response");
    }
    assert_eq!((calls(&recorded).len(), server.total()), (1, 64));
    assert_eq!(server.received("/v1.0/users/63")[0].header("authorization"), Some("Bearer token-0"));
}

/// 64 callers wait for one refresh that fails, and all of them receive its error.
#[tokio::test]
async fn concurrent_callers_share_one_failed_refresh() {
    let server = Server::start().await;
    let (started, finished) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let (count, wait) = (Arc::clone(&started), Arc::clone(&finished));
    let client = client(&server).with_token_provider(move |_| {
        let is_first = count.fetch_add(1, Ordering::SeqCst) == 0;
        let wait = Arc::clone(&wait);
        async move {
            if is_first {
                wait.notified().await;
            }
            Provided::Err("no token".into())
        }
    });
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..64 {
        let client = client.clone();
        tasks.spawn(async move { client.send(&user(&client).get()).await });
    }
    while started.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
    finished.notify_one();
    while let Some(result) = tasks.join_next().await {
        let error = result.expect("no panic").expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Token(_)), "{error}");
        assert_eq!((error.attempts(), error.to_string().contains("no token")), (0, true));
    }
    assert_eq!((started.load(Ordering::SeqCst), server.connections()), (1, 0));
}

#[tokio::test]
async fn token_is_refreshed_when_it_expires() {
    let server = Server::start().await;
    server.handle(|_| Some(found().into()));
    let (provider, recorded) = counting(Some(0));
    let client = client(&server).with_token_provider(provider);
    for _ in 0..3 {
        client.send(&user(&client).get()).await.expect("a response");
    }
    let sent: Vec<_> =
        server.received(USER).iter().map(|it| it.header("authorization").map(str::to_owned)).collect();
    assert_eq!(sent, ["Bearer token-0", "Bearer token-1", "Bearer token-2"].map(|it| Some(it.to_owned())));
    assert_eq!(calls(&recorded), [None, None, None]);
}

#[tokio::test]
async fn claims_challenge_causes_one_more_attempt() {
    let server = Server::start().await;
    let challenge = Reply::error(401, "InvalidAuthenticationToken", "Challenge.")
        .header("WWW-Authenticate", r#"Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ==""#);
    server.on(USER, [found(), challenge.clone(), found(), challenge.clone(), challenge]);
    let (provider, recorded) = counting(None);
    let client = client(&server).with_token_provider(provider);
    client.send(&user(&client).get()).await.expect("a response");
    client.send(&user(&client).get()).await.expect("a response");
    let claims = Some("{\"a\":1}".to_owned());
    assert_eq!(calls(&recorded), [None, claims.clone()]);
    assert_eq!(server.received(USER)[2].header("authorization"), Some("Bearer token-1"));

    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), error.status().map(|status| status.as_u16())), (2, Some(401)));
    assert_eq!(calls(&recorded), [None, claims.clone(), claims]);
    assert_eq!((server.count(USER), server.unused()), (5, 0));
}

/// The additional attempt doesn't count for the limit of the policy.
#[tokio::test]
async fn status_401_without_a_challenge_causes_one_more_attempt() {
    let server = Server::start().await;
    let rejected = || Reply::error(401, "InvalidAuthenticationToken", "Expired.");
    let created = Reply::new(201, r#"{"id": "1"}"#);
    server.on("/v1.0/users", [rejected(), created, rejected(), rejected()]);
    let (provider, recorded) = counting(None);
    let client = client(&server).with_token_provider(provider).with_retry(RetryPolicy::none());
    let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
    client.send(&create).await.expect("a response");
    assert_eq!((server.count("/v1.0/users"), calls(&recorded)), (2, vec![None, None]));
    let error = client.send(&create).await.expect_err("an error");
    assert_eq!((error.attempts(), error.status().map(|status| status.as_u16())), (2, Some(401)));
    let received = server.received("/v1.0/users");
    assert!(received.iter().all(|received| received.body == PAT));
    let tokens: Vec<_> = received.iter().map(|it| it.header("authorization").unwrap_or_default()).collect();
    assert_eq!(tokens, ["Bearer token-0", "Bearer token-1", "Bearer token-1", "Bearer token-2"]);
    assert_eq!((calls(&recorded).len(), server.unused()), (3, 0));
}

#[tokio::test]
async fn claims_are_found_in_all_forms_of_challenges() {
    for challenges in [
        vec![r#"Bearer realm="", claims="eyJhIjoxfQ==""#],
        vec![r#"Bearer realm="", authorization_uri="https://login/?a=b", Claims = "eyJhIjoxfQ", error="x""#],
        vec![r#"Basic realm="claims=\"no\"", Bearer claims=eyJhIjoxfQ=="#],
        vec!["Negotiate YWJj==", r#"BEARER REALM="",CLAIMS="eyJhIjoxfQ==""#],
        vec![r#"Bearer realm="Müller", claims="{\"a\":1}""#],
    ] {
        let server = Server::start().await;
        let rejected = Reply::error(401, "invalid", "Invalid.");
        let rejected =
            challenges.iter().fold(rejected, |reply, text| reply.header("www-authenticate", *text));
        server.on(USER, [rejected, found()]);
        let (provider, recorded) = counting(None);
        let client = client(&server).with_token_provider(provider);
        client.send(&user(&client).get()).await.expect("a response");
        assert_eq!(calls(&recorded), [None, Some("{\"a\":1}".to_owned())], "{challenges:?}");
        assert_eq!(server.count(USER), 2);
    }
}

/// After the challenge, the provider fails.
#[tokio::test]
async fn failed_refresh_after_status_401_is_an_error() {
    let server = Server::start().await;
    server.on(USER, [Reply::error(401, "expired", "Expired."), found()]);
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let client = client(&server).with_token_provider(move |_| {
        let number = counted.fetch_add(1, Ordering::SeqCst);
        async move {
            let token = AccessToken::new(format!("token-{number}"));
            if number == 1 { Err("sign in again".into()) } else { Provided::Ok(token) }
        }
    });
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Token(_)), "{error}");
    assert_eq!((error.attempts(), server.count(USER)), (1, 1));
    // The rejected token is sent once more, because only the service can decide whether it is valid.
    client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(server.count(USER), 2);
}

/// All callers use the same rejected token, so it is refreshed once.
#[tokio::test]
async fn concurrent_rejections_cause_one_refresh() {
    let server = Server::start().await;
    server.handle(|received| {
        let is_old = received.header("authorization") == Some("Bearer token-0");
        Some(if is_old { Reply::error(401, "expired", "Expired.").into() } else { Action::from(found()) })
    });
    let (provider, recorded) = counting(None);
    let client = client(&server).with_token_provider(provider);
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let client = client.clone();
        tasks.spawn(async move { client.send(&user(&client).get()).await });
    }
    while let Some(result) = tasks.join_next().await {
        result.expect("no panic").expect("a response");
    }
    assert_eq!(calls(&recorded).len(), 2);
    assert!((17..=32).contains(&server.total()), "{}", server.total());
}

#[tokio::test]
async fn own_token_overrides_the_provider() {
    let server = Server::start().await;
    server.handle(|_| Some(Reply::error(401, "expired", "Expired.").into()));
    let (provider, recorded) = counting(None);
    let service = Service::graph(&server.url("/v1.0")).expect("a service").with_token(Token::new("own"));
    let client = Client::new(service).with_token_provider(provider);
    let error = client.send(&user(&client).get()).await.expect_err("an error");
    assert_eq!((error.attempts(), calls(&recorded).len()), (1, 0));
    assert_eq!(server.received(USER)[0].header("authorization"), Some("Bearer own"));
}

#[tokio::test]
async fn tokens_are_not_printed() {
    let server = Server::start().await;
    let echo = "<p>Authorization: Bearer token-0</p>";
    server.on(USER, [Action::Send(Reply::new(403, echo)), Action::Close]);
    server.on("/v1.0/users", [Action::Close]);
    let (provider, _) = counting(Some(3600));
    let client =
        client(&server).with_token_provider(provider).with_retry(crate::model::fast().max_attempts(1));
    let rejected = client.send(&user(&client).get()).await.expect_err("an error");
    let lost = client.send(&users(&client).list()).await.expect_err("an error");
    for text in [format!("{client:?}"), format!("{rejected:?} {rejected} {lost:?} {lost}")] {
        assert!(!text.contains("token-0"), "{text}");
    }
}

#[tokio::test]
async fn invalid_tokens_are_errors() {
    let server = Server::start().await;
    for token in ["", "a\nb"] {
        let client = client(&server).with_token_provider(AccessToken::new(token));
        let error = client.send(&user(&client).get()).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Token(_)), "{error}");
    }
    assert_eq!(server.connections(), 0);
}
