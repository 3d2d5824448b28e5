//! An HTTP server that sends fixed responses.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::{io, thread};

use crate::model;

/// A server on the loopback interface. Its threads end with the process.
pub(crate) struct Server {
    root: String,
}

/// The responses, including their headers.
struct Responses {
    entity: Vec<u8>,
    created: Vec<u8>,
    collection: Vec<u8>,
    content: Vec<u8>,
    no_content: Vec<u8>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a listener");
        let root = format!("http://{}/service", listener.local_addr().expect("an address"));
        let responses = Arc::new(Responses {
            entity: response("200 OK", "application/json", &model::entity()),
            created: response("201 Created", "application/json", &model::entity()),
            collection: response("200 OK", "application/json", &model::collection()),
            content: response("200 OK", "application/octet-stream", &model::content()),
            no_content: b"HTTP/1.1 204 No Content\r\n\r\n".to_vec(),
        });
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let responses = Arc::clone(&responses);
                thread::spawn(move || serve(&stream, &responses));
            }
        });
        Self { root }
    }

    /// Returns the root URL of the service.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }
}

fn response(status: &str, media_type: &str, body: &[u8]) -> Vec<u8> {
    let headers =
        format!("HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\r\n", body.len());
    [headers.as_bytes(), body].concat()
}

/// Sends responses until the client closes the connection.
fn serve(stream: &TcpStream, responses: &Responses) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::with_capacity(1 << 16, stream);
    let mut writer = stream;
    let (mut line, mut start) = (String::new(), String::new());
    loop {
        start.clear();
        if reader.read_line(&mut start)? == 0 {
            return Ok(());
        }
        let mut length = 0;
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            match line.trim_end().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().map_err(io::Error::other)?;
                }
                Some(_) => {}
                None => break,
            }
        }
        io::copy(&mut (&mut reader).take(length), &mut io::sink())?;
        writer.write_all(responses.to(&start))?;
    }
}

impl Responses {
    /// Returns the response to a request line.
    fn to(&self, line: &str) -> &[u8] {
        match line.split(' ').next() {
            Some("POST") => &self.created,
            Some("PUT") => &self.no_content,
            _ if line.contains("$value") => &self.content,
            _ if line.contains("Orders/1") => &self.entity,
            _ => &self.collection,
        }
    }
}
