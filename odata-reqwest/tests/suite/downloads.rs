//! Downloads.

use std::sync::{Arc, Mutex};

use odata_reqwest::{AccessToken, ErrorKind};

use crate::model::{client, fast, user};
use crate::server::{Action, Received, Reply, Server};

pub(crate) const CONTENT: &str = "/v1.0/users/1/$value";

pub(crate) fn content() -> Vec<u8> {
    (0..100_000_u32).flat_map(u32::to_le_bytes).collect()
}

pub(crate) fn whole(etag: &str) -> Reply {
    Reply::new(200, content()).header("Content-Type", "image/jpeg").header("ETag", etag)
}

/// Returns the bytes in the header `Range`.
pub(crate) fn partial(received: &Received, etag: &str) -> Reply {
    let range = received.header("range").and_then(|range| range.strip_prefix("bytes=")).expect("a range");
    let start: usize = range.trim_end_matches('-').parse().expect("an offset");
    let content = content();
    let range = format!("bytes {start}-{}/{}", content.len() - 1, content.len());
    Reply::new(206, &content[start..]).header("ETag", etag).header("Content-Range", range)
}

#[tokio::test]
async fn download_is_a_stream_of_parts() {
    let server = Server::start().await;
    server.on(CONTENT, [whole("\"7\"")]);
    let client = client(&server);
    let download = client.download(&user(&client).media().get()).await.expect("a download");
    assert_eq!((download.content_type(), download.etag()), (Some("image/jpeg"), Some("\"7\"")));
    assert_eq!((download.total(), download.offset()), (Some(400_000), 0));
    let progress: Arc<Mutex<Vec<u64>>> = Arc::default();
    let reported = Arc::clone(&progress);
    let mut download =
        download.on_progress(move |progress| reported.lock().expect("no panic").push(progress.bytes));
    let (mut received, mut parts) = (Vec::new(), 0);
    while let Some(part) = download.try_next().await.expect("a part") {
        received.extend_from_slice(&part);
        parts += 1;
        assert_eq!(download.offset(), u64::try_from(received.len()).expect("a length"));
    }
    assert!(received == content() && parts > 1, "{parts} parts");
    let progress = progress.lock().expect("no panic").clone();
    assert!(
        progress.is_sorted() && progress.len() == parts && progress.last() == Some(&400_000),
        "{progress:?}"
    );
    assert_eq!(server.received(CONTENT)[0].header("accept-encoding"), Some("identity"));
}

#[tokio::test]
async fn interrupted_download_continues_with_the_remaining_bytes() {
    let server = Server::start().await;
    let head = whole("\"7\"").head_length();
    server.on(CONTENT, [Action::Cut(whole("\"7\""), head + 50_000)]);
    let count = Mutex::new(0);
    server.handle(move |received| {
        let mut count = count.lock().expect("no panic");
        *count += 1;
        let reply = partial(received, "\"7\"");
        Some(match *count {
            1 => Action::Close,
            2 => Action::Cut(reply, 100_000),
            3 => Reply::error(429, "busy", "Busy.").into(),
            4 => Action::Cut(reply, 100),
            _ => reply.into(),
        })
    });
    let client = client(&server);
    let mut received = Vec::new();
    let download = client.download(&user(&client).media().get()).await.expect("a download");
    assert_eq!(download.write_to(&mut received).await.expect("all bytes"), 400_000);
    assert!(received == content());
    let requests = server.received(CONTENT);
    assert_eq!(requests.len(), 6);
    assert!(requests[1..].iter().all(|request| request.header("if-range") == Some("\"7\"")));
    assert_eq!(requests[1].header("range"), requests[2].header("range"));
    assert_eq!((requests[0].header("range"), requests[0].header("if-range")), (None, None));
}

#[tokio::test]
async fn service_without_ranges_sends_everything_again() {
    let server = Server::start().await;
    let head = whole("\"7\"").head_length();
    server.on(CONTENT, [Action::Cut(whole("\"7\""), head + 50_000), Action::Send(whole("\"7\""))]);
    let client = client(&server);
    let mut received = Vec::new();
    let download = client.download(&user(&client).media().get()).await.expect("a download");
    assert_eq!(download.write_to(&mut received).await.expect("all bytes"), 400_000);
    assert!(received == content());
    assert_eq!(server.count(CONTENT), 2);
}

#[tokio::test]
async fn changed_content_is_an_error() {
    for second in [
        whole("\"8\""),
        Reply::new(206, "x").header("ETag", "\"8\"").header("Content-Range", "bytes 50000-50000/400000"),
        Reply::new(206, "x").header("ETag", "\"7\"").header("Content-Range", "bytes 60000-60000/400000"),
        Reply::new(206, "x").header("ETag", "\"7\"").header("Content-Range", "bytes 50000-50000/50001"),
        Reply::new(206, "x").header("ETag", "\"7\""),
    ] {
        let server = Server::start().await;
        let head = whole("\"7\"").head_length();
        server.on(CONTENT, [Action::Cut(whole("\"7\""), head + 50_000), Action::Send(second)]);
        let client = client(&server);
        let download = client.download(&user(&client).media().get()).await.expect("a download");
        let error = download.write_to(&mut Vec::new()).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::ContentChanged), "{error}");
        assert_eq!(server.count(CONTENT), 2);
    }
}

/// Without a strong ETag, the client could combine parts of the old and of the new content.
#[tokio::test]
async fn content_without_strong_etag_is_not_requested_again() {
    let replies = [whole("W/\"7\""), Reply::new(200, content()), whole("\"7\"").chunked()];
    for reply in replies {
        let server = Server::start().await;
        let cut = reply.head_length() + 50_000;
        server.on(CONTENT, [Action::Cut(reply, cut)]);
        let client = client(&server);
        let download = client.download(&user(&client).media().get()).await.expect("a download");
        let error = download.write_to(&mut Vec::new()).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{error}");
        assert_eq!(server.count(CONTENT), 1);
    }
}

#[tokio::test]
async fn download_continues_after_a_restart() {
    let server = Server::start().await;
    server.handle(|received| Some(partial(received, "\"7\"").into()));
    let client = client(&server);
    let get = user(&client).media().get();
    let download = client.resume_download(&get, 399_990, "\"7\"").await.expect("a download");
    assert_eq!(
        (download.status().as_u16(), download.offset(), download.total()),
        (206, 399_990, Some(400_000))
    );
    let mut received = Vec::new();
    assert_eq!(download.write_to(&mut received).await.expect("all bytes"), 10);
    assert!(received == content()[399_990..]);

    let error = client.resume_download(&get, 10, "\"8\"").await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::ContentChanged), "{error}");
    assert_eq!(server.count(CONTENT), 2);
}

#[tokio::test]
async fn interruptions_are_limited() {
    let server = Server::start().await;
    let head = whole("\"7\"").head_length();
    server.on(CONTENT, [Action::Cut(whole("\"7\""), head + 50_000)]);
    server.handle(|received| {
        let reply = partial(received, "\"7\"");
        let head = reply.head_length();
        Some(Action::Cut(reply, head))
    });
    let client = client(&server).with_retry(fast().max_attempts(3));
    let download = client.download(&user(&client).media().get()).await.expect("a download");
    let error = download.write_to(&mut Vec::new()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{error}");
    assert_eq!((error.attempts(), server.count(CONTENT)), (3, 3));
}

#[tokio::test]
async fn error_is_returned_and_null_has_no_content() {
    let server = Server::start().await;
    server.on(CONTENT, [Reply::error(503, "busy", "Busy."), Reply::error(404, "notFound", "No photo.")]);
    server.on("/v1.0/users/1", [Reply::new(204, "")]);
    let client = client(&server);
    let error = client.download(&user(&client).media().get()).await.expect_err("an error");
    assert_eq!((error.attempts(), error.status().map(|status| status.as_u16())), (2, Some(404)));
    let stream = client.service().media_at("users/1");
    let mut download = client.download(&stream.get()).await.expect("a download");
    assert_eq!((download.status().as_u16(), download.try_next().await.expect("the end")), (204, None));
    assert_eq!(server.total(), 3);
}

/// Microsoft Graph redirects to the storage of a file, whose URL contains a secret.
#[tokio::test]
async fn redirect_to_storage_is_followed_after_each_interruption() {
    let (server, storage) = (Server::start().await, Server::start().await);
    let redirect = |number: usize| {
        Reply::new(302, "").header("Location", storage.url(&format!("/file?secret={number}")))
    };
    server.on(CONTENT, [redirect(1), redirect(2)]);
    let head = whole("\"7\"").head_length();
    storage.on("/file?secret=1", [Action::Cut(whole("\"7\""), head + 50_000)]);
    storage.handle(|received| Some(partial(received, "\"7\"").into()));
    let client = client(&server).with_token_provider(AccessToken::new("secret"));
    let download = client.download(&user(&client).media().get()).await.expect("a download");
    let mut received = Vec::new();
    assert_eq!(download.write_to(&mut received).await.expect("all bytes"), 400_000);
    assert!(received == content());
    let second = &storage.received("/file?secret=2")[0];
    assert_eq!((second.header("authorization"), second.header("if-range")), (None, Some("\"7\"")));
    assert_eq!((server.count(CONTENT), storage.total()), (2, 2));
    assert!(server.received(CONTENT).iter().all(|it| it.header("authorization") == Some("Bearer secret")));
}
