//! The responses of the server.

/// A response.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// Whether the body is sent with `Transfer-Encoding: chunked`.
    is_chunked: bool,
}

impl Reply {
    pub(crate) fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), is_chunked: false }
    }

    pub(crate) fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, body).header("Content-Type", "application/json")
    }

    pub(crate) fn error(status: u16, code: &str, message: &str) -> Self {
        let body = format!(
            r#"{{"error": {{"code": "{code}", "message": "{message}", "innerError": {{"request-id": "r-1"}}}}}}"#
        );
        Self::new(status, body).header("Content-Type", "application/json")
    }

    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn chunked(self) -> Self {
        Self { is_chunked: true, ..self }
    }

    /// Returns the bytes of the response.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let headers = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
        let mut head = format!("HTTP/1.1 {} Status\r\n{}", self.status, headers.collect::<String>());
        if self.is_chunked {
            head += "Transfer-Encoding: chunked\r\n\r\n";
            let mut bytes = head.into_bytes();
            for chunk in self.body.chunks(7) {
                bytes.extend(format!("{:x}\r\n", chunk.len()).bytes().chain(chunk.iter().copied()));
                bytes.extend(b"\r\n");
            }
            bytes.extend(b"0\r\n\r\n");
            return bytes;
        }
        if self.status != 204 {
            head.extend(["Content-Length: ", &self.body.len().to_string(), "\r\n"]);
        }
        head += "\r\n";
        head.into_bytes().into_iter().chain(self.body.iter().copied()).collect()
    }

    /// Returns the number of bytes before the body.
    pub(crate) fn head_length(&self) -> usize {
        self.to_bytes().windows(4).position(|window| window == b"\r\n\r\n").map_or(0, |position| position + 4)
    }
}
