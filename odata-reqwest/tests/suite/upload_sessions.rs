//! The responses of upload sessions.

use std::sync::{Arc, Mutex};

use odata_reqwest::ErrorKind;

use crate::model::{User, client, fast};
use crate::server::{Action, Received, Reply, Server};
use crate::uploads::{LENGTH, SESSION, UNIT, content};

/// An upload session that stores the bytes at any offset, and returns the missing ranges.
#[derive(Clone)]
struct Session {
    bytes: Arc<Mutex<Vec<Option<u8>>>>,
    /// The status code of the response to a part that isn't the last part.
    status: u16,
}

impl Session {
    /// Creates a session that has already received some ranges of bytes.
    fn with(received: &[(usize, usize)]) -> Self {
        let (content, mut bytes) = (content(), vec![None; LENGTH]);
        for position in received.iter().flat_map(|(start, end)| *start..*end) {
            bytes[position] = Some(content[position]);
        }
        Self { bytes: Arc::new(Mutex::new(bytes)), status: 202 }
    }

    fn ranges(&self) -> String {
        let bytes = self.bytes.lock().expect("no panic");
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for position in (0..LENGTH).filter(|position| bytes[*position].is_none()) {
            match ranges.last_mut().filter(|range| range.1 == position) {
                Some(range) => range.1 += 1,
                None => ranges.push((position, position + 1)),
            }
        }
        let range = |range: &(usize, usize)| match range.1 {
            LENGTH => format!("\"{}-\"", range.0),
            end => format!("\"{}-{}\"", range.0, end - 1),
        };
        let ranges: Vec<String> = ranges.iter().map(range).collect();
        format!(r#"{{"NextExpectedRanges": [{}]}}"#, ranges.join(", "))
    }

    fn respond(&self, received: &Received) -> Reply {
        if received.method == "GET" {
            return Reply::json(self.ranges());
        }
        let range = received.header("content-range").and_then(|range| range.strip_prefix("bytes "));
        let start = range.and_then(|range| range.split_once('-')).expect("a range").0;
        let start: usize = start.parse().expect("a start");
        let mut bytes = self.bytes.lock().expect("no panic");
        let slots = &mut bytes[start..start + received.body.len()];
        if slots.iter().any(Option::is_some) {
            return Reply::error(416, "invalidRange", "Overlap.");
        }
        slots.iter_mut().zip(&received.body).for_each(|(slot, byte)| *slot = Some(*byte));
        if bytes.iter().all(Option::is_some) {
            return Reply::new(201, r#"{"id": "1"}"#);
        }
        drop(bytes);
        Reply::new(self.status, self.ranges())
    }

    fn content(&self) -> Option<Vec<u8>> {
        self.bytes.lock().expect("no panic").iter().copied().collect()
    }

    /// Uploads the content, and returns the number of requests.
    async fn upload(&self) -> usize {
        let server = Server::start().await;
        let session = self.clone();
        server.handle(move |received| Some(session.respond(received).into()));
        let client = client(&server);
        let upload = client.upload::<User>(&server.url(SESSION), u64::try_from(LENGTH).expect("a length"));
        let user = upload.part_size(UNIT).send(&content()[..]).await.expect("a response");
        assert_eq!(user.id.as_deref(), Some("1"));
        assert!(self.content().as_deref() == Some(&content()[..]));
        server.total()
    }
}

/// Outlook returns the status code 200 if it expects more bytes.
#[tokio::test]
async fn upload_to_outlook_is_complete() {
    assert_eq!(Session { status: 200, ..Session::with(&[]) }.upload().await, 3);
}

#[tokio::test]
async fn received_start_of_the_content_is_skipped() {
    assert_eq!(Session::with(&[(0, UNIT + 7)]).upload().await, 4);
    assert_eq!(Session::with(&[(0, 2 * UNIT)]).upload().await, 3);
}

#[tokio::test]
async fn only_missing_ranges_are_sent() {
    // The first part overlaps with the received bytes, so the client requests the missing ranges.
    assert_eq!(Session::with(&[(100, 200)]).upload().await, 6);
    assert_eq!(Session::with(&[(0, 100), (500, UNIT), (UNIT + 5, 2 * UNIT)]).upload().await, 5);
    assert_eq!(Session::with(&[(0, UNIT), (UNIT + 1, LENGTH)]).upload().await, 3);
}

#[tokio::test]
async fn finished_response_before_the_last_part_is_an_error() {
    for reply in [Reply::new(200, ""), Reply::json(r#"{"id": "1"}"#), Reply::new(202, "")] {
        let server = Server::start().await;
        server.on(SESSION, [reply]);
        let client = client(&server);
        let upload = client.upload::<()>(&server.url(SESSION), u64::try_from(LENGTH).expect("a length"));
        let error = upload.part_size(UNIT).send(&content()[..]).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Json(_)), "{error}");
        assert_eq!(server.total(), 1);
    }
}

/// The client doesn't wait for bytes that the service can't expect.
#[tokio::test]
async fn expected_byte_after_the_end_is_an_error() {
    let server = Server::start().await;
    let end = u64::try_from(LENGTH).expect("a length");
    server.on(SESSION, [Reply::new(202, format!(r#"{{"nextExpectedRanges": ["{end}-"]}}"#))]);
    let client = client(&server);
    let error = client.upload::<()>(&server.url(SESSION), end).part_size(UNIT).send(&content()[..]).await;
    let error = error.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::UploadOffset(offset) if *offset == end), "{error}");
    assert_eq!(server.total(), 1);
}

/// After the conflict, the session doesn't exist anymore.
#[tokio::test]
async fn conflict_is_returned_if_the_session_has_ended() {
    let server = Server::start().await;
    server.on(
        SESSION,
        [Reply::error(409, "nameAlreadyExists", "Exists."), Reply::error(404, "itemNotFound", "Ended.")],
    );
    let client = client(&server);
    let error = client.upload::<()>(&server.url(SESSION), 3).send(&b"abc"[..]).await.expect_err("an error");
    assert_eq!((error.status().map(|it| it.as_u16()), server.total()), (Some(409), 2));
}

#[tokio::test]
async fn small_content_and_all_results_are_accepted() {
    for (reply, status) in
        [(Reply::new(201, ""), 201), (Reply::json(r#"{"id": "1"}"#), 200), (Reply::new(204, ""), 204)]
    {
        let server = Server::start().await;
        server.on(SESSION, [reply]);
        let client = client(&server);
        let response = client.upload::<Option<User>>(&server.url(SESSION), 1).send(&b"x"[..]).await;
        let response = response.expect("a response");
        assert_eq!((response.status().as_u16(), response.is_some()), (status, status == 200));
        let received = &server.received(SESSION)[0];
        assert_eq!(
            (received.header("content-range"), received.body.as_slice()),
            (Some("bytes 0-0/1"), &b"x"[..])
        );
        assert_eq!(server.total(), 1);
    }
}

/// A reader that returns one byte, and then fails.
#[tokio::test]
async fn failure_of_the_reader_is_an_error() {
    use tokio::io::AsyncReadExt;

    let server = Server::start().await;
    let failing = reader::Failing;
    let client = client(&server).with_retry(fast());
    let upload = client.upload::<()>(&server.url(SESSION), 10);
    let error = upload.send((&b"x"[..]).chain(failing)).await.expect_err("an error");
    assert!(matches!(error.kind(), ErrorKind::Io(_)) && error.to_string().contains("unplugged"), "{error}");
    assert_eq!(server.total(), 0);
}

#[tokio::test]
async fn expired_session_is_an_error_in_the_middle_of_an_upload() {
    let server = Server::start().await;
    server.on(
        SESSION,
        [
            Action::Send(Reply::new(202, format!(r#"{{"nextExpectedRanges": ["{UNIT}-"]}}"#))),
            Action::Close,
            Action::Send(Reply::error(404, "itemNotFound", "Expired.")),
        ],
    );
    let client = client(&server);
    let upload = client.upload::<()>(&server.url(SESSION), u64::try_from(LENGTH).expect("a length"));
    let error = upload.part_size(UNIT).send(&content()[..]).await.expect_err("an error");
    assert_eq!((error.status().map(|it| it.as_u16()), server.total()), (Some(404), 3));
}

mod reader {
    //! A reader that always fails.

    use core::pin::Pin;
    use core::task::{Context, Poll};
    use std::io;

    use tokio::io::{AsyncRead, ReadBuf};

    pub(super) struct Failing;

    impl AsyncRead for Failing {
        fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, _: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Err(io::Error::other("unplugged")))
        }
    }
}
