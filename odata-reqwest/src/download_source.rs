//! The source of the bytes of a download.

use bytes::Bytes;
use http::StatusCode;
use http::header::{HeaderMap, HeaderValue, IF_RANGE, RANGE};
use odata_core::request::{Request, RequestError};
use tokio::time::timeout;

use crate::attempt::Received;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;
use crate::range;
use crate::retry::Attempts;

/// Reads the content of a download. After an interruption, requests the remaining bytes.
pub(crate) struct Source {
    client: Client,
    outgoing: Outgoing,
    response: Option<reqwest::Response>,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// The strong ETag of the content. Without a strong ETag, the download can't continue after an interruption.
    etag: Option<String>,
    /// The offset of the next byte.
    pub(crate) offset: u64,
    /// The length of the whole content.
    pub(crate) total: Option<u64>,
    /// The number of bytes at the start of the current response body that must be skipped, because an earlier response
    /// already contained them.
    skipped: u64,
    attempts: Attempts,
}

impl Source {
    /// Creates the source for the body of the first response.
    pub(crate) fn new(client: Client, outgoing: Outgoing, received: Received) -> Self {
        let (parts, _) = received.response.into_parts();
        let total = range::content_length(&parts.headers);
        Self {
            attempts: Attempts::new(client.retry),
            client,
            outgoing,
            response: received.stream,
            status: parts.status,
            // A body without a length may have been decompressed, so its offsets differ from the offsets of the ranges.
            etag: range::strong_etag(&parts.headers).filter(|_| total.is_some()),
            headers: parts.headers,
            offset: 0,
            total,
            skipped: 0,
        }
    }

    /// Continues a download from an earlier run of the program: requests the bytes from `offset` to the end of the
    /// content.
    pub(crate) async fn resume(
        client: Client,
        outgoing: Outgoing,
        offset: u64,
        etag: String,
    ) -> Result<Self, Error> {
        let mut source = Self {
            attempts: Attempts::new(client.retry),
            client,
            outgoing,
            response: None,
            status: StatusCode::PARTIAL_CONTENT,
            headers: HeaderMap::new(),
            etag: Some(etag),
            offset,
            total: None,
            skipped: 0,
        };
        source.reopen().await?;
        Ok(source)
    }

    /// Returns the next part of the content, and the source for the following parts.
    pub(crate) async fn next(mut self: Box<Self>) -> (Box<Self>, Result<Option<Bytes>, Error>) {
        let result = self.read().await;
        (self, result)
    }

    async fn read(&mut self) -> Result<Option<Bytes>, Error> {
        loop {
            let kind = match self.chunk().await {
                Ok(Some(chunk)) => match self.accept(chunk) {
                    Some(chunk) => return Ok(Some(chunk)),
                    None => continue,
                },
                Ok(None) => return Ok(None),
                Err(kind) => kind,
            };
            self.attempts.count += 1;
            let can_resume = self.etag.is_some() && self.outgoing.method == http::Method::GET;
            let delay = if can_resume { self.attempts.next_delay(None) } else { None };
            let Some(delay) = delay else {
                return Err(Error::sent(kind, &self.outgoing, self.attempts.count));
            };
            tracing::debug!(offset = self.offset, "the download was interrupted and continues");
            tokio::time::sleep(delay).await;
            self.reopen().await?;
        }
    }

    /// Reads a part of the body.
    async fn chunk(&mut self) -> Result<Option<Bytes>, ErrorKind> {
        let Some(response) = &mut self.response else { return Ok(None) };
        let time = self.client.attempt_timeout;
        let chunk = timeout(time, response.chunk()).await.map_err(|_| ErrorKind::Timeout(time))?;
        chunk.map_err(ErrorKind::Connection)
    }

    /// Removes the bytes that an earlier response already contained. Returns `None` if no byte is left.
    fn accept(&mut self, mut chunk: Bytes) -> Option<Bytes> {
        let length = u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        let skipped = self.skipped.min(length);
        self.skipped -= skipped;
        let rest = chunk.split_off(usize::try_from(skipped).unwrap_or(chunk.len()));
        if rest.is_empty() {
            return None;
        }
        self.offset += length - skipped;
        self.attempts = Attempts::new(self.client.retry);
        Some(rest)
    }

    /// Requests the bytes from the current offset to the end of the content.
    async fn reopen(&mut self) -> Result<(), Error> {
        if self.total == Some(self.offset) {
            // The connection was lost after the last byte.
            self.response = None;
            return Ok(());
        }
        let ranged = self.ranged()?;
        let exchanged = self.client.exchange(&ranged).await?;
        let failed = |kind| Error::sent(kind, &ranged, exchanged.attempts);
        let Received { response, stream, .. } = exchanged.received;
        let Some(stream) = stream else {
            let request: Request<Vec<u8>> = Request::get(self.client.service(), self.client.service().root());
            return Err(match request.read(&response) {
                Err(error) => failed(ErrorKind::Response(error)),
                Ok(_) => failed(ErrorKind::ContentChanged),
            });
        };
        let is_same = range::strong_etag(response.headers()) == self.etag;
        let (first, total) = match range::content_range(response.headers()) {
            Some((first, total)) if response.status() == StatusCode::PARTIAL_CONTENT => (first, total),
            _ if response.status() == StatusCode::OK => (0, range::content_length(response.headers())),
            _ => return Err(failed(ErrorKind::ContentChanged)),
        };
        let is_same_length = self.total.is_none() || total.is_none() || total == self.total;
        if !is_same || !is_same_length || first > self.offset {
            return Err(failed(ErrorKind::ContentChanged));
        }
        if self.headers.is_empty() {
            (self.status, self.headers) = (response.status(), response.headers().clone());
        }
        self.skipped = self.offset - first;
        self.total = self.total.or(total);
        self.response = Some(stream);
        Ok(())
    }

    /// Returns the request for the bytes from the current offset to the end of the content (`Range`).
    fn ranged(&self) -> Result<Outgoing, Error> {
        let etag = self.etag.as_deref().unwrap_or_default();
        let invalid = |_| RequestError::Header("if-range".to_owned());
        let mut ranged = self.outgoing.clone().renewed();
        ranged
            .headers
            .insert(RANGE, HeaderValue::try_from(format!("bytes={}-", self.offset)).map_err(invalid)?);
        ranged.headers.insert(IF_RANGE, HeaderValue::try_from(etag).map_err(invalid)?);
        Ok(ranged)
    }
}
