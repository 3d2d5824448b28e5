//! Tokens and secret URLs, which never appear in messages, `Debug` output and traces.

use std::error::Error as _;

use http::StatusCode;
use odata_core::ODataEntity;
use odata_core::request::{Service, Token};
use odata_reqwest::{AccessToken, Client, Error};

use crate::model::{User, client, fast, user, users};
use crate::server::{Action, Reply, Server};
use crate::traces;

const USER: &str = "/v1.0/users/1";
const TOKEN: &str = "eyJ0eXAi.OiJK-V1Q_i~L+C/J=";

/// Returns the message and the `Debug` output of an error and of all its sources.
fn texts(error: &Error) -> String {
    let mut texts = vec![format!("{error} {error:?} {error:#?} {:?}", error.kind())];
    let mut source = error.source();
    while let Some(error) = source {
        texts.push(format!("{error} {error:?}"));
        source = error.source();
    }
    texts.join(" ")
}

/// Returns responses that contain the token of the request.
fn echoes() -> Vec<Action> {
    let html =
        |status| Reply::new(status, format!("<p>{TOKEN}</p> {TOKEN}")).header("Content-Type", "text/html");
    let message = format!("The token {TOKEN} is invalid.");
    let mut echoes: Vec<Action> = [200, 400, 401, 403, 404, 500].map(|status| html(status).into()).into();
    echoes.extend([401, 403, 500].map(|status| Action::Send(Reply::error(status, "invalid", &message))));
    let json = Reply::json(format!(r#"{{"id": ["{TOKEN}"], "displayName": "{TOKEN}"}}"#));
    let header = Reply::error(403, "invalid", "Invalid.").header("x-request", format!("Bearer {TOKEN}"));
    let challenge = Reply::error(401, "invalid", "Invalid.")
        .header("WWW-Authenticate", format!("Bearer realm=\"\", error_description=\"{TOKEN}\""));
    let redirect = Reply::new(302, TOKEN).header("Location", format!("mailto:{TOKEN}"));
    let closed = [Action::Close, Action::Cut(html(403), 40)];
    echoes.extend([json, header, challenge, redirect].map(Action::from).into_iter().chain(closed));
    echoes
}

#[tokio::test]
async fn tokens_are_not_in_messages_or_traces() {
    let server = Server::start().await;
    let service = Service::graph(&server.url("/v1.0")).expect("a service");
    let with_provider = client(&server).with_token_provider(AccessToken::new(TOKEN));
    let with_token = Client::new(service.clone().with_token(Token::new(TOKEN)));
    let with_header = Client::new(service.with_header("Authorization", format!("Bearer {TOKEN}")));
    for client in
        [with_provider, with_token, with_header].map(|client| client.with_retry(fast().max_attempts(1)))
    {
        traces::start();
        let request = user(&client).get();
        let mut text =
            format!("{client:?} {client:#?} {request:?} {:?}", client.pages(users(&client).list()));
        for position in 0..echoes().len() {
            // The request is sent twice if the status code is 401.
            server.on(
                USER,
                echoes()
                    .into_iter()
                    .skip(position)
                    .take(1)
                    .chain(echoes().into_iter().skip(position).take(1)),
            );
            let before = server.total();
            let error = client.send(&request).await.expect_err("an error");
            let last = server.received(USER).pop().expect("a request");
            assert_eq!(last.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
            if server.total() == before + 1 {
                client.send(&request).await.expect_err("an error");
            }
            text += &texts(&error);
        }
        assert_eq!(server.unused(), 0);
        text += &traces::finish();
        assert!(!text.contains(TOKEN), "{text}");
        assert!(text.contains("odata_request") || text.contains("attempts="), "{text}");
    }
}

#[tokio::test]
async fn successful_response_is_unchanged() {
    let server = Server::start().await;
    server.on(USER, [Reply::json(format!(r#"{{"id": "{TOKEN}"}}"#)).header("ETag", format!("\"{TOKEN}\""))]);
    let client = client(&server).with_token_provider(AccessToken::new(TOKEN));
    let response = client.send(&user(&client).get()).await.expect("a response");
    assert_eq!(
        (response.id.as_deref(), response.etag()),
        (Some(TOKEN), Some(format!("\"{TOKEN}\"").as_str()))
    );
    assert_eq!(server.count(USER), 1);
}

/// The client doesn't follow this redirect, but the application can.
#[tokio::test]
async fn secret_location_is_not_in_messages() {
    let (server, other) = (Server::start().await, Server::start().await);
    let location = other.url("/content?sig=private");
    server.on("/v1.0/users", [Reply::new(307, "").header("Location", &location)]);
    let client = client(&server);
    let error = client.send(&users(&client).create(&User::create())).await.expect_err("an error");
    assert_eq!((error.status(), error.attempts()), (Some(StatusCode::TEMPORARY_REDIRECT), 1));
    assert_eq!(error.parts().and_then(|parts| parts.location()), Some(&*location));
    let text = texts(&error);
    assert!(!text.contains("private") && text.contains(&other.url("")), "{text}");
    assert_eq!((server.total(), other.connections()), (1, 0));
}

/// The connection to the URL of a redirect is lost.
#[tokio::test]
async fn secret_url_of_a_redirect_is_not_in_messages() {
    let (server, other) = (Server::start().await, Server::start().await);
    let to_other = Reply::new(302, "").header("Location", other.url("/content?sig=private"));
    server.on(USER, (0..3).map(|_| to_other.clone()));
    other.on("/content?sig=private", [Action::Close, Action::Hang, Reply::new(403, "expired").into()]);
    let client = client(&server)
        .with_retry(fast().max_attempts(1))
        .with_attempt_timeout(core::time::Duration::from_millis(300));
    traces::start();
    for _ in 0..3 {
        let error = client.send(&user(&client).get()).await.expect_err("an error");
        let text = texts(&error);
        assert!(!text.contains("private"), "{text}");
        assert_eq!(error.url(), Some(server.url(USER).as_str()));
    }
    let text = traces::finish();
    assert!(!text.contains("private"), "{text}");
    assert_eq!((server.total(), other.total()), (3, 3));
}
