//! The source of the bytes of a download.

use bytes::Bytes;
use http::header::{ETAG, HeaderMap, HeaderValue, IF_RANGE, RANGE};
use http::{Method, StatusCode};
use odata_core::request::RequestError;
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
    /// The value of `If-Range`: see [`range::validator`].
    validator: Option<String>,
    /// Whether the download continues without a validator.
    pub(crate) is_unverified: bool,
    /// The offset of the next byte.
    pub(crate) offset: u64,
    /// The length of the whole content.
    pub(crate) total: Option<u64>,
    /// The number of bytes at the start of the current response body that must be skipped, because an earlier response
    /// already contained them.
    skipped: u64,
    /// Whether the current response has returned a byte.
    has_progress: bool,
    attempts: Attempts,
}

impl Source {
    /// Creates the source for the body of the first response.
    pub(crate) fn new(client: Client, outgoing: Outgoing, received: Received) -> Self {
        let (parts, _) = received.response.into_parts();
        let total = range::content_length(&parts.headers);
        // A body without a length may have been decompressed, so its offsets differ from the offsets of the ranges. If the
        // caller has requested a range, the offsets also differ.
        let is_whole = total.is_some() && parts.status == StatusCode::OK;
        Self {
            attempts: Attempts::new(client.retry),
            client,
            outgoing,
            response: received.stream,
            status: parts.status,
            validator: range::validator(&parts.headers).filter(|_| is_whole),
            is_unverified: false,
            headers: parts.headers,
            offset: 0,
            total,
            skipped: 0,
            has_progress: false,
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
            validator: Some(etag),
            is_unverified: false,
            offset,
            total: None,
            skipped: 0,
            has_progress: false,
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
                    Some(_) if self.total.is_some_and(|total| self.offset > total) => {
                        return Err(Error::sent(ErrorKind::ContentChanged, &self.outgoing, 1));
                    }
                    Some(chunk) => return Ok(Some(chunk)),
                    None => continue,
                },
                Ok(None) if self.total.is_none_or(|total| self.offset >= total) => return Ok(None),
                Ok(None) if self.has_progress && self.can_resume() => {
                    // The service may return only a part of the requested range.
                    self.reopen().await?;
                    continue;
                }
                Ok(None) => ErrorKind::ContentChanged,
                Err(kind) => kind,
            };
            self.attempts.count += 1;
            let delay = if self.can_resume() { self.attempts.next_delay(None) } else { None };
            let Some(delay) = delay else {
                return Err(Error::sent(kind, &self.outgoing, self.attempts.count));
            };
            tracing::debug!(offset = self.offset, "the download was interrupted and continues");
            tokio::time::sleep(delay).await;
            self.reopen().await?;
        }
    }

    fn can_resume(&self) -> bool {
        let is_unverified = self.is_unverified && self.status == StatusCode::OK && self.total.is_some();
        (self.validator.is_some() || is_unverified) && self.outgoing.method == Method::GET
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
        self.has_progress = true;
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
        let failed = |kind| exchanged.tried.error(kind, &ranged);
        let Received { response, stream, .. } = exchanged.received;
        let range = range::content_range(response.headers());
        let total = match range {
            Some(range) => range.total,
            None => range::content_length(response.headers()),
        };
        let first = match (response.status(), range.and_then(|range| range.first)) {
            (StatusCode::PARTIAL_CONTENT, Some(first)) => first,
            (StatusCode::OK, _) => 0,
            // The content ends at the offset, so an earlier run of the program has already read the last byte.
            (StatusCode::RANGE_NOT_SATISFIABLE, _) if range.is_some() && total == Some(self.offset) => {
                self.offset
            }
            (status, _) if status.is_success() => return Err(failed(ErrorKind::ContentChanged)),
            _ => return Err(failed(self.failure(&response))),
        };
        let is_same_length = self.total.is_none() || total.is_none() || total == self.total;
        if !self.is_same(&response) || !is_same_length || first > self.offset {
            return Err(failed(ErrorKind::ContentChanged));
        }
        if self.headers.is_empty() {
            (self.status, self.headers) = (response.status(), response.headers().clone());
        }
        self.skipped = self.offset - first;
        self.total = self.total.or(total);
        self.has_progress = false;
        self.response = stream;
        Ok(())
    }

    /// Checks whether a response has the same content as the earlier responses.
    fn is_same<B>(&self, response: &http::Response<B>) -> bool {
        let is_success = response.status().is_success();
        match &self.validator {
            // The response with the status code 416 may omit the ETag, but the service has compared it.
            Some(etag) if is_success => range::is_same_content(etag, response.status(), response.headers()),
            Some(etag) => range::is_same_content(etag, StatusCode::PARTIAL_CONTENT, response.headers()),
            None => response.headers().get(ETAG) == self.headers.get(ETAG),
        }
    }

    /// Returns the error for a response with an error status.
    fn failure(&self, response: &http::Response<Bytes>) -> ErrorKind {
        let reader = self.client.reader::<Vec<u8>>();
        reader.read(response).map_or_else(ErrorKind::Response, |_| ErrorKind::ContentChanged)
    }

    /// Returns the request for the bytes from the current offset to the end of the content (`Range`).
    fn ranged(&self) -> Result<Outgoing, Error> {
        let invalid = |_| RequestError::Header("if-range".to_owned());
        let mut ranged = self.outgoing.clone().renewed();
        ranged
            .headers
            .insert(RANGE, HeaderValue::try_from(format!("bytes={}-", self.offset)).map_err(invalid)?);
        if let Some(validator) = &self.validator {
            ranged.headers.insert(IF_RANGE, HeaderValue::try_from(validator).map_err(invalid)?);
        }
        Ok(ranged)
    }
}
