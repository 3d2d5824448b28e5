//! Upload sessions.

use std::sync::{Arc, Mutex};

use odata_reqwest::{AccessToken, Client, ErrorKind};

use crate::model::{User, client, fast};
use crate::server::{Action, Received, Reply, Server};

pub(crate) const SESSION: &str = "/up/secret?auth=secret";
pub(crate) const UNIT: usize = 320 * 1024;
pub(crate) const LENGTH: usize = 2 * UNIT + 1000;

pub(crate) fn content() -> Vec<u8> {
    (0..LENGTH).map(|position| u8::try_from(position % 251).expect("a byte")).collect()
}

/// An upload session that stores the bytes it receives.
#[derive(Clone, Default)]
struct Session(Arc<Mutex<Vec<u8>>>);

impl Session {
    fn bytes(&self) -> Vec<u8> {
        self.0.lock().expect("no panic").clone()
    }

    fn expected(&self) -> Reply {
        let start = self.bytes().len();
        Reply::new(
            200,
            format!(
                r#"{{"expirationDateTime": "2030-01-01T00:00:00Z", "nextExpectedRanges": ["{start}-"]}}"#
            ),
        )
    }

    /// Stores the first bytes of a part, and returns the response.
    fn store(&self, received: &Received, limit: usize) -> Reply {
        if received.method == "GET" {
            return self.expected();
        }
        let range = received.header("content-range").expect("a range");
        let (start, rest) =
            range.strip_prefix("bytes ").and_then(|range| range.split_once('-')).expect("a range");
        let (end, total) = rest.split_once('/').expect("a length");
        let (start, end): (usize, usize) = (start.parse().expect("a start"), end.parse().expect("an end"));
        assert_eq!((end + 1 - start, total), (received.body.len(), LENGTH.to_string().as_str()));
        assert!(end + 1 == LENGTH || received.body.len().is_multiple_of(UNIT));
        if start != self.bytes().len() {
            return Reply::error(416, "invalidRange", "Overlap.");
        }
        self.0.lock().expect("no panic").extend(received.body.iter().take(limit));
        if self.bytes().len() == LENGTH {
            return Reply::new(201, r#"{"id": "1"}"#);
        }
        let start = self.bytes().len();
        Reply::new(202, format!(r#"{{"nextExpectedRanges": ["{start}-"]}}"#))
    }
}

async fn start() -> (Server, Client, Session) {
    let server = Server::start().await;
    let session = Session::default();
    let stored = session.clone();
    server.handle(move |received| Some(stored.store(received, usize::MAX).into()));
    let client = client(&server).with_token_provider(AccessToken::new("token"));
    (server, client, session)
}

async fn send(client: &Client, server: &Server) -> Result<User, odata_reqwest::Error> {
    let length = u64::try_from(LENGTH).expect("a length");
    let upload = client.upload::<User>(&server.url(SESSION), length).part_size(UNIT);
    Ok(upload.send(&content()[..]).await?.into_value())
}

#[tokio::test]
async fn content_is_sent_in_parts() {
    let (server, client, session) = start().await;
    let progress: Arc<Mutex<Vec<u64>>> = Arc::default();
    let reported = Arc::clone(&progress);
    let length = u64::try_from(LENGTH).expect("a length");
    let upload = client.upload::<User>(&server.url(SESSION), length).part_size(UNIT + 7);
    let upload = upload.on_progress(move |progress| reported.lock().expect("no panic").push(progress.bytes));
    let user = upload.send(&content()[..]).await.expect("a response");
    assert_eq!((user.status().as_u16(), user.id.as_deref()), (201, Some("1")));
    assert!(session.bytes() == content());
    let unit = u64::try_from(UNIT).expect("a length");
    assert_eq!(*progress.lock().expect("no panic"), [unit, 2 * unit, length]);
    let received = server.received(SESSION);
    assert_eq!(received.len(), 3);
    assert!(received.iter().all(|it| it.method == "PUT" && it.header("authorization").is_none()));
    assert!(received.iter().all(|it| it.header("prefer").is_none() && it.header("accept") == Some("*/*")));
}

#[tokio::test]
async fn interrupted_upload_continues_at_the_expected_byte() {
    let (server, client, session) = start().await;
    let stored = session.clone();
    let count = Mutex::new(0);
    server.handle(move |received| {
        let mut count = count.lock().expect("no panic");
        *count += 1;
        Some(match *count {
            // The service stores the start of the part, but the response is lost.
            1 => {
                stored.store(received, 1234);
                Action::Close
            }
            // The service stores the whole part, but the response is lost.
            3 => {
                stored.store(received, usize::MAX);
                Action::Close
            }
            4 => Reply::error(503, "busy", "Busy.").into(),
            6 => Reply::error(500, "internal", "Internal.").into(),
            8 => Reply::error(416, "invalidRange", "Overlap.").into(),
            _ => stored.store(received, usize::MAX).into(),
        })
    });
    let user = send(&client, &server).await.expect("a response");
    assert_eq!(user.id.as_deref(), Some("1"));
    assert!(session.bytes() == content());
    let methods: Vec<String> = server.received(SESSION).into_iter().map(|received| received.method).collect();
    assert_eq!(methods, ["PUT", "GET", "PUT", "GET", "GET", "PUT", "GET", "PUT", "GET", "PUT"]);
}

#[tokio::test]
async fn rest_of_a_partially_accepted_part_is_sent() {
    let (server, client, session) = start().await;
    let stored = session.clone();
    server.handle(move |received| Some(stored.store(received, 200_000).into()));
    send(&client, &server).await.expect("a response");
    assert!(session.bytes() == content());
    assert_eq!(server.count(SESSION), LENGTH.div_ceil(200_000));
}

#[tokio::test]
async fn throttled_parts_are_sent_again() {
    let (server, client, session) = start().await;
    server.on(
        SESSION,
        [Reply::error(429, "busy", "Busy.").header("Retry-After", "0"), Reply::error(503, "busy", "Busy.")],
    );
    send(&client, &server).await.expect("a response");
    assert!(session.bytes() == content());
    assert_eq!((server.count(SESSION), server.unused()), (5, 0));
}

#[tokio::test]
async fn upload_continues_after_a_restart() {
    let (server, client, session) = start().await;
    session.0.lock().expect("no panic").extend(&content()[..UNIT]);
    let upload = client.upload::<User>(&server.url(SESSION), u64::try_from(LENGTH).expect("a length"));
    let offset = upload.offset().await.expect("an offset");
    assert_eq!(offset, u64::try_from(UNIT).expect("a length"));
    upload.send_from(offset, &content()[UNIT..]).await.expect("a response");
    assert!(session.bytes() == content());
    assert_eq!(server.count(SESSION), 2);
}

/// The reader can't return to bytes that it has already returned.
#[tokio::test]
async fn expected_byte_before_the_part_is_an_error() {
    let (server, client, _) = start().await;
    server.on(
        SESSION,
        [
            Reply::new(202, format!(r#"{{"nextExpectedRanges": ["{UNIT}-"]}}"#)),
            Reply::new(202, r#"{"nextExpectedRanges": ["7-"]}"#),
        ],
    );
    let error = send(&client, &server).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::UploadOffset(7)), "{error}");
    assert_eq!(server.count(SESSION), 2);
}

#[tokio::test]
async fn upload_without_progress_is_an_error() {
    let (server, client, _) = start().await;
    server.handle(|_| Some(Reply::new(202, r#"{"nextExpectedRanges": ["0-"]}"#).into()));
    let error = send(&client.with_retry(fast().max_attempts(3)), &server).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::UploadOffset(0)), "{error}");
    assert_eq!(server.count(SESSION), 3);
}

#[tokio::test]
async fn errors_do_not_contain_the_secret_url() {
    let (server, client, _) = start().await;
    server.on(SESSION, [Reply::error(404, "itemNotFound", "Expired.")]);
    let expired = send(&client, &server).await.expect_err("an error");
    assert_eq!((expired.status().map(|status| status.as_u16()), expired.attempts()), (Some(404), 1));

    server.handle(|_| Some(Action::Close));
    let lost = send(&client, &server).await.expect_err("an error");
    let malformed = client.upload::<()>("secret", 1).send(&b"x"[..]).await.expect_err("an error");
    let short = client.upload::<()>(&server.url(SESSION), 9).send(&b"x"[..]).await.expect_err("an error");
    assert!(matches!(short.kind(), ErrorKind::Io(_)), "{short}");
    let upload = client.upload::<()>(&server.url(SESSION), 1);
    let text = format!(
        "{expired} {expired:?} {lost} {lost:?} {malformed} {malformed:?} {short} {short:?} {upload:?}"
    );
    assert!(!text.contains("secret"), "{text}");
}

#[tokio::test]
async fn upload_session_is_deleted() {
    let (server, client, _) = start().await;
    server.on(SESSION, [Reply::new(204, "")]);
    client.upload::<()>(&server.url(SESSION), 1).cancel().await.expect("no content");
    let received = &server.received(SESSION)[0];
    assert_eq!((received.method.as_str(), received.header("authorization")), ("DELETE", None));

    let empty = client.upload::<()>(&server.url(SESSION), 0).send(&b""[..]).await.expect_err("an error");
    assert!(matches!(empty.kind(), ErrorKind::Io(_)), "{empty}");
    assert_eq!(server.total(), 1);
}
