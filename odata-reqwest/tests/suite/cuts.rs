//! Connections that are lost after each byte of a response, or while a request is sent.

use core::time::Duration;
use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use odata_core::ODataEntity;
use odata_core::request::Service;
use odata_reqwest::{Client, ErrorKind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::model::{User, client, fast, user, users};
use crate::server::{Action, Reply, Server};

const USER: &str = "/v1.0/users/1";
const USERS: &str = "/v1.0/users";
const TEXT: &str = r#"{"id": "1", "displayName": "Pat"}"#;

fn gzip() -> Reply {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(TEXT.as_bytes()).expect("a write");
    Reply::json(encoder.finish().expect("a compressed text")).header("Content-Encoding", "gzip")
}

/// `GET` is sent twice and `POST` once, whatever the number of received bytes.
#[tokio::test]
async fn connection_can_be_cut_after_every_byte() {
    for reply in [Reply::json(TEXT), Reply::json(TEXT).chunked(), gzip(), gzip().chunked()] {
        let server = Server::start().await;
        let client = client(&server);
        let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "Pat"));
        let length = reply.to_bytes().len();
        for cut in 0..length {
            server.on(USER, [Action::Cut(reply.clone(), cut), Action::Send(reply.clone())]);
            let found = client.send(&user(&client).get()).await.expect("a response");
            assert_eq!(found.display_name.as_deref(), Some("Pat"));
            assert_eq!((server.count(USER), server.unused()), (2 * (cut + 1), 0), "{cut} of {length}");

            server.on(USERS, [Action::Cut(reply.clone(), cut)]);
            let error = client.send(&create).await.expect_err("an error");
            assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{cut} of {length}: {error}");
            assert_eq!((error.attempts(), server.count(USERS)), (1, cut + 1), "{cut} of {length}");
        }
    }
}

#[tokio::test]
async fn incomplete_headers_or_body_are_a_timeout() {
    let reply = Reply::json(TEXT);
    for length in [0, 20, reply.head_length() - 1, reply.head_length(), reply.head_length() + 10] {
        let server = Server::start().await;
        let client = client(&server).with_attempt_timeout(Duration::from_millis(200));
        server.on(USER, [Action::Stall(reply.clone(), length), Action::Send(reply.clone())]);
        client.send(&user(&client).get()).await.expect("a response");
        assert_eq!((server.count(USER), server.unused()), (2, 0), "{length}");

        server.on(USERS, [Action::Stall(reply.clone(), length)]);
        let error = client.send(&users(&client).create(&User::create())).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Timeout(_)), "{error}");
        assert_eq!((error.attempts(), server.count(USERS)), (1, 1), "{length}");
    }
}

/// Starts a server that reads `length` bytes of each request and resets the connection. After `failures` connections, it
/// reads the whole request and sends the status 204. Returns the address and the number of connections.
async fn resetting(length: usize, failures: usize, body: usize) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
    let address = listener.local_addr().expect("an address").to_string();
    let count = Arc::new(AtomicUsize::new(0));
    let connections = Arc::clone(&count);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let number = connections.fetch_add(1, Ordering::SeqCst);
            let limit = if number < failures { length } else { body };
            let mut received = 0;
            let mut buffer = vec![0; 64 * 1024];
            while received < limit {
                let size = buffer.len().min(limit - received);
                match stream.read(&mut buffer[..size]).await {
                    Ok(read) if read > 0 => received += read,
                    _ => break,
                }
            }
            // The unread bytes of the request cause a reset.
            if number >= failures {
                drop(stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await);
                // The client must not see a reset before the response.
                let rest = stream.read(&mut buffer).await;
                drop(rest);
            }
        }
    });
    (address, count)
}

/// The service closes the connection while the client sends a body of 4 MB.
#[tokio::test]
async fn connection_can_be_reset_while_the_body_is_sent() {
    const LENGTH: usize = 4_000_000;
    for length in [1, 100, 100_000, 2_000_000] {
        let (address, connections) = resetting(length, 2, LENGTH).await;
        let service = Service::graph(&format!("http://{address}")).expect("a service");
        let client = Client::new(service).with_retry(fast());
        client.send(&user(&client).media().put(vec![7; LENGTH], "image/png")).await.expect("a response");
        assert_eq!(connections.load(Ordering::SeqCst), 3, "{length}");

        let (address, connections) = resetting(length, 5, LENGTH).await;
        let service = Service::graph(&format!("http://{address}")).expect("a service");
        let client = Client::new(service).with_retry(fast());
        let create = users(&client).create(&User::create().set(User::DISPLAY_NAME, "x".repeat(LENGTH)));
        let error = client.send(&create).await.expect_err("an error");
        assert!(matches!(error.kind(), ErrorKind::Connection(_)), "{error}");
        assert_eq!((error.attempts(), connections.load(Ordering::SeqCst)), (1, 1), "{length}");
    }
}
