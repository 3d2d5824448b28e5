//! HTTP messages in the body of a response (`application/http`; RFC 9112, 10.2).
//!
//! The status monitor of an OData 4.0 service returns the result of an asynchronous request as an HTTP message inside
//! of the response body (OData 4.0 Protocol, 8.2.8.8).

use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use serde::de::Error;

use super::response_body::Received;
use crate::json;

/// Parses the HTTP message in the body of a response. Returns `None` if the media type of the response isn't
/// `application/http`.
pub(super) fn of_response(received: Received<'_>) -> Option<json::Result<Response<Vec<u8>>>> {
    let media_type = received.headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let name = media_type.split(';').next().unwrap_or_default().trim();
    let is_message = received.status.is_success() && name.eq_ignore_ascii_case("application/http");
    is_message.then(|| {
        let invalid =
            || json::Error::custom("the body with the media type `application/http` isn't an HTTP message");
        parse(received.body).ok_or_else(invalid)
    })
}

/// Parses a status line, headers and a body. Returns `None` if the message is malformed.
fn parse(message: &[u8]) -> Option<Response<Vec<u8>>> {
    let (head, body) = split(message);
    let mut lines = core::str::from_utf8(head).ok()?.lines();
    let mut status_line = lines.next()?.split_ascii_whitespace();
    status_line.next().filter(|version| version.starts_with("HTTP/"))?;
    let status: StatusCode = status_line.next()?.parse().ok()?;
    let mut response = Response::new(body.to_vec());
    *response.status_mut() = status;
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let (name, value): (HeaderName, HeaderValue) = (name.parse().ok()?, value.trim().parse().ok()?);
        response.headers_mut().append(name, value);
    }
    Some(response)
}

/// Splits a message at the first empty line. Line breaks are `\r\n` or `\n`. A message without a body can end after the
/// last header.
fn split(message: &[u8]) -> (&[u8], &[u8]) {
    let mut start = 0;
    while let Some(length) = message[start..].iter().position(|byte| *byte == b'\n') {
        let next = start + length + 1;
        if message[start..next].trim_ascii().is_empty() {
            return (&message[..start], &message[next..]);
        }
        start = next;
    }
    (message, &[])
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn messages_are_parsed() {
        for line_break in ["\r\n", "\n"] {
            let message = ["HTTP/1.1 201 Created", "Location: /a:b", "x:1", "X: 2", "", "{\"a\":\n\n1}"]
                .join(line_break);
            let response = parse(message.as_bytes()).expect("a message");
            assert_eq!(
                (response.status().as_u16(), &response.headers()["location"]),
                (201, &"/a:b".parse().expect("a value"))
            );
            assert_eq!(response.headers().get_all("x").iter().count(), 2);
            assert_eq!(response.body(), b"{\"a\":\n\n1}");
        }
        let empty = parse(b"HTTP/1.1 204 No Content\r\n\r\n").expect("a message");
        assert_eq!((empty.status().as_u16(), empty.body().len()), (204, 0));
        assert_eq!(parse(b"HTTP/1.1 204").map(|response| response.status().as_u16()), Some(204));
    }

    #[test]
    fn malformed_messages_are_rejected() {
        for message in [
            "",
            "{}",
            "\r\n\r\n",
            "\r\nHTTP/1.1 200\r\n\r\n",
            "HTTP/1.1",
            "HTTP/1.1 x",
            "HTTP/1.1 200\nno header\n\n",
            "HTTP/1.1 200\na b: c\n\n",
        ] {
            assert!(parse(message.as_bytes()).is_none(), "{message:?}");
        }
    }
}
