//! A connection to the server.

use std::collections::HashMap;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Action, InFlight};

/// The maximum number of requests on one connection.
const MAX_REQUESTS: usize = 100_000;

/// A request that the server received.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) method: String,
    /// The path and the query.
    pub(crate) url: String,
    /// The headers with lower-case names.
    headers: HashMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// Reads requests and sends responses until one side closes the connection.
pub(super) async fn serve(mut stream: TcpStream, next_action: impl Fn(&Received) -> (Action, InFlight)) {
    let mut buffer = Vec::new();
    for _ in 0..MAX_REQUESTS {
        let Some(received) = read(&mut stream, &mut buffer).await else { return };
        let (action, in_flight) = next_action(&received);
        let is_open = match action {
            Action::Send(reply) => stream.write_all(&reply.to_bytes()).await.is_ok(),
            Action::Slow(reply) => send_slowly(&mut stream, &reply.to_bytes()).await,
            Action::Close => false,
            Action::Cut(reply, length) => {
                let bytes = reply.to_bytes();
                let sent = stream.write_all(&bytes[..length.min(bytes.len())]).await;
                drop(sent);
                false
            }
            Action::Stall(reply, length) => {
                let bytes = reply.to_bytes();
                drop(stream.write_all(&bytes[..length.min(bytes.len())]).await);
                hang(&mut stream).await
            }
            Action::Raw(bytes) => {
                drop(stream.write_all(&bytes).await);
                false
            }
            Action::Hang => hang(&mut stream).await,
        };
        drop(in_flight);
        if !is_open {
            return;
        }
    }
}

/// Waits until the client closes the connection.
async fn hang(stream: &mut TcpStream) -> bool {
    drop(stream.read_u8().await);
    false
}

async fn send_slowly(stream: &mut TcpStream, bytes: &[u8]) -> bool {
    for byte in bytes {
        if stream.write_all(&[*byte]).await.is_err() || stream.flush().await.is_err() {
            return false;
        }
        tokio::task::yield_now().await;
    }
    true
}

/// Reads one request. Returns `None` if the client closes the connection.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Received> {
    let head_length = loop {
        if let Some(position) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break position + 4;
        }
        fill(stream, buffer).await?;
    };
    let head = String::from_utf8_lossy(&buffer[..head_length]).into_owned();
    let mut lines = head.lines();
    let mut request_line = lines.next()?.split(' ').map(str::to_owned);
    let (method, url) = (request_line.next()?, request_line.next()?);
    let headers: HashMap<String, String> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while buffer.len() < head_length + length {
        fill(stream, buffer).await?;
    }
    let body = buffer[head_length..head_length + length].to_vec();
    buffer.drain(..head_length + length);
    Some(Received { method, url, headers, body })
}

async fn fill(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<()> {
    let read = stream.read_buf(buffer).await.ok()?;
    (read > 0).then_some(())
}
