//! Downloads from services that support ranges only partially, or have no strong ETag.

use odata_reqwest::{Error, ErrorKind};

use crate::downloads::{CONTENT, content, partial, whole};
use crate::model::{client, fast, user};
use crate::server::{Action, Received, Reply, Server};

const MODIFIED: &str = "Wed, 21 Oct 2015 07:28:00 GMT";

async fn download(server: &Server) -> Result<Vec<u8>, Error> {
    let client = client(server);
    let mut received = Vec::new();
    client.download(&user(&client).media().get()).await?.write_to(&mut received).await?;
    Ok(received)
}

fn cut(reply: Reply) -> Action {
    let length = reply.head_length() + 50_000;
    Action::Cut(reply, length)
}

/// Returns at most 100,000 bytes of the requested range.
fn limited(received: &Received) -> Reply {
    let range = received.header("range").and_then(|range| range.strip_prefix("bytes=")).expect("a range");
    let start: usize = range.trim_end_matches('-').parse().expect("an offset");
    let (content, end) = (content(), (start + 100_000).min(400_000));
    let range = format!("bytes {start}-{}/{}", end - 1, content.len());
    Reply::new(206, &content[start..end]).header("ETag", "\"7\"").header("Content-Range", range)
}

#[tokio::test]
async fn service_may_return_a_part_of_the_range() {
    let server = Server::start().await;
    server.on(CONTENT, [cut(whole("\"7\""))]);
    server.handle(|received| Some(limited(received).into()));
    assert!(download(&server).await.expect("all bytes") == content());
    let ranges: Vec<_> =
        server.received(CONTENT).iter().map(|it| it.header("range").map(str::to_owned)).collect();
    assert_eq!((ranges.len(), ranges[4].as_deref()), (5, Some("bytes=350000-")));
}

#[tokio::test]
async fn range_without_bytes_or_with_too_many_bytes_is_an_error() {
    for bytes in [Vec::new(), vec![7; 400_000]] {
        let server = Server::start().await;
        server.on(CONTENT, [cut(whole("\"7\""))]);
        let reply = Reply::new(206, bytes).header("Content-Range", "bytes 50000-399999/400000");
        server.handle(move |_| Some(reply.clone().into()));
        let error = download(&server).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::ContentChanged), "{error}");
        assert!((2..=5).contains(&server.count(CONTENT)), "{}", server.count(CONTENT));
    }
}

#[tokio::test]
async fn last_modification_replaces_a_missing_etag() {
    let whole = || Reply::new(200, content()).header("Last-Modified", MODIFIED);
    let dated = || whole().header("Date", "Wed, 21 Oct 2015 07:29:00 GMT");
    let server = Server::start().await;
    server.on(CONTENT, [cut(dated())]);
    server.handle(|received| Some(partial(received, "").into()));
    // The response with the status code 206 has another ETag, but `If-Range` contained the date.
    assert!(download(&server).await.expect("all bytes") == content());
    assert_eq!(server.received(CONTENT)[1].header("if-range"), Some(MODIFIED));

    // The content may have been modified twice within a second.
    let recent = whole().header("Date", MODIFIED);
    let changed = Reply::new(200, content()).header("Last-Modified", "Wed, 21 Oct 2015 07:28:30 GMT");
    for (first, requests) in [(dated(), 2), (recent, 1)] {
        let server = Server::start().await;
        server.on(CONTENT, [cut(first), Action::Send(changed.clone())]);
        download(&server).await.expect_err("an error");
        assert_eq!(server.count(CONTENT), requests);
    }
}

#[tokio::test]
async fn download_without_etag_continues_if_allowed() {
    for (second, is_same) in
        [(whole("W/\"7\""), true), (whole("W/\"8\""), false), (Reply::new(200, "x"), false)]
    {
        let server = Server::start().await;
        server.on(CONTENT, [cut(whole("W/\"7\"")), Action::Send(second)]);
        let client = client(&server);
        let download = client.download(&user(&client).media().get()).await.expect("a download");
        let mut received = Vec::new();
        let result = download.resume_without_etag().write_to(&mut received).await;
        assert_eq!((result.is_ok(), server.count(CONTENT)), (is_same, 2));
        assert!(!is_same || received == content());
        let again = &server.received(CONTENT)[1];
        assert_eq!((again.header("range"), again.header("if-range")), (Some("bytes=50000-"), None));
    }
}

#[tokio::test]
async fn complete_download_continues_without_bytes() {
    let server = Server::start().await;
    let end = |length: usize| {
        Reply::error(416, "invalidRange", "No bytes.").header("Content-Range", format!("bytes */{length}"))
    };
    server.on(CONTENT, [end(400_000), end(399_999), end(400_000).header("ETag", "\"8\"")]);
    let client = client(&server);
    let get = user(&client).media().get();
    let complete = client.resume_download(&get, 400_000, "\"7\"").await.expect("a download");
    assert_eq!((complete.status().as_u16(), complete.total()), (416, Some(400_000)));
    assert_eq!(complete.write_to(&mut Vec::new()).await.expect("no bytes"), 0);
    let shorter = client.resume_download(&get, 400_000, "\"7\"").await.expect_err("an error");
    assert_eq!(shorter.status().map(|status| status.as_u16()), Some(416));
    let changed = client.resume_download(&get, 400_000, "\"7\"").await.expect_err("an error");
    assert!(matches!(changed.kind(), ErrorKind::ContentChanged), "{changed}");
    assert_eq!(server.count(CONTENT), 3);
}

#[tokio::test]
async fn content_can_be_empty_or_have_an_unknown_length() {
    let server = Server::start().await;
    server.on(CONTENT, [Reply::new(200, ""), Reply::new(200, "abcdefghij").chunked()]);
    let client = client(&server);
    let empty = client.download(&user(&client).media().get()).await.expect("a download");
    assert_eq!((empty.total(), empty.write_to(&mut Vec::new()).await.expect("no bytes")), (Some(0), 0));
    let unknown = client.download(&user(&client).media().get()).await.expect("a download");
    assert_eq!((unknown.total(), unknown.write_to(&mut Vec::new()).await.expect("10 bytes")), (None, 10));
    assert_eq!(server.count(CONTENT), 2);
}

/// The range of the caller has other offsets than the ranges of the client.
#[tokio::test]
async fn range_of_the_caller_is_not_requested_again() {
    let server = Server::start().await;
    let part = Reply::new(206, vec![7; 100_000])
        .header("ETag", "\"7\"")
        .header("Content-Range", "bytes 100000-199999/400000");
    server.on(CONTENT, [cut(part)]);
    let client = client(&server).with_retry(fast());
    let get = user(&client).media().get().header("Range", "bytes=100000-199999");
    let download = client.download(&get).await.expect("a download");
    let error = download.write_to(&mut Vec::new()).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{error}");
    assert_eq!(
        (server.count(CONTENT), server.received(CONTENT)[0].header("range")),
        (1, Some("bytes=100000-199999"))
    );
}

#[tokio::test]
async fn failed_request_for_the_remaining_bytes_is_an_error() {
    for status in [403, 404, 416] {
        let server = Server::start().await;
        server.on(CONTENT, [cut(whole("\"7\"")), Reply::error(status, "c", "m").into()]);
        let error = download(&server).await.expect_err("an error");
        assert_eq!((error.status().map(|it| it.as_u16()), server.count(CONTENT)), (Some(status), 2));
    }
}

/// A writer that fails after some bytes.
#[tokio::test]
async fn failure_of_the_writer_is_an_error() {
    let server = Server::start().await;
    server.on(CONTENT, [whole("\"7\"")]);
    let client = client(&server);
    let download = client.download(&user(&client).media().get()).await.expect("a download");
    let mut buffer = [0; 1000];
    let error = download.write_to(&mut std::io::Cursor::new(&mut buffer[..])).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Io(_)), "{error}");
    assert_eq!(server.count(CONTENT), 1);
}
