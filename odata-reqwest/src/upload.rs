//! Uploads to an upload session of Microsoft Graph.

use core::fmt;
use core::marker::PhantomData;
use std::io;

use bytes::Bytes;
use http::header::{CONTENT_RANGE, HeaderMap, HeaderValue};
use http::{Method, StatusCode};
use odata_core::request::{ReadableResponse, Request, RequestError, Response};
use reqwest::Url;
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;
use crate::progress::{OnProgress, Progress};
use crate::retry::Attempts;
use crate::upload_part::Part;
use crate::upload_session::next_offset;

/// 320 KiB in bytes. The length of every part except the last must be a multiple of 320 KiB.
const UNIT: usize = 320 * 1024;

/// An upload to an upload session of Microsoft Graph: see [`Client::upload`].
pub struct Upload<R> {
    response: PhantomData<fn() -> R>,
    client: Client,
    url: String,
    total: u64,
    part_size: usize,
    on_progress: Option<OnProgress>,
}

impl Client {
    /// Creates an upload of `length` bytes to an upload session of Microsoft Graph. `url` is the `uploadUrl` in the
    /// response of `createUploadSession`. `R` is the type of the response to the last part, such as a `DriveItem`.
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct DriveItem { id: Option<String> }
    /// # async fn f(client: odata_reqwest::Client, url: &str, length: u64) -> Result<(), odata_reqwest::Error> {
    /// # let file = tokio::io::empty();
    /// let upload = client.upload::<DriveItem>(url, length).on_progress(|progress| println!("{} bytes", progress.bytes));
    /// let item = upload.send(file).await?.into_value();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// The content is sent in parts, and only one part is stored at a time. If the connection is lost, the upload continues at the
    /// byte that the service expects (`nextExpectedRanges`). The [`RetryPolicy`](crate::RetryPolicy) applies to each part.
    ///
    /// The URL contains a secret, so the token isn't sent, and errors and traces contain only the origin of the URL.
    #[must_use]
    pub fn upload<R: ReadableResponse>(&self, url: &str, length: u64) -> Upload<R> {
        Upload {
            response: PhantomData,
            client: self.clone(),
            url: url.to_owned(),
            total: length,
            part_size: 16 * UNIT,
            on_progress: None,
        }
    }
}

impl<R: ReadableResponse> Upload<R> {
    /// Sets the length of the parts, which is rounded down to a multiple of 320 KiB. The default is 5 MiB. Microsoft Graph
    /// accepts at most 60 MiB, and 4 MB for attachments of messages.
    #[must_use]
    pub fn part_size(self, bytes: usize) -> Self {
        Self { part_size: (bytes / UNIT).max(1) * UNIT, ..self }
    }

    /// Sets a function that is called after each part.
    #[must_use]
    pub fn on_progress(self, function: impl FnMut(Progress) + Send + 'static) -> Self {
        Self { on_progress: Some(Box::new(function)), ..self }
    }

    /// Sends the whole content, and returns the response to the last part.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`send_from`](Self::send_from).
    pub async fn send<A: AsyncRead + Unpin>(self, reader: A) -> Result<Response<R>, Error> {
        self.send_from(0, reader).await
    }

    /// Continues an upload, for example after the program was restarted. Get `offset` from the method
    /// [`offset`](Self::offset). The first byte of the reader must be the byte at `offset` in the content.
    ///
    /// # Errors
    ///
    /// Returns an error if a part can't be sent, if the service rejects a part, or if the reader fails or ends before the
    /// length of the upload ([`ErrorKind::Io`]). The upload session remains valid until it expires.
    pub async fn send_from<A: AsyncRead + Unpin>(
        mut self,
        offset: u64,
        mut reader: A,
    ) -> Result<Response<R>, Error> {
        if offset >= self.total {
            let message = "an upload must contain at least one byte";
            return Err(self.error(ErrorKind::Io(io::Error::new(io::ErrorKind::InvalidInput, message))));
        }
        let mut part = Part { start: offset, bytes: Bytes::new() };
        let mut attempts = Attempts::new(self.client.retry);
        loop {
            self.fill(&mut part, &mut reader).await?;
            attempts.count += 1;
            let expected = match self.put(&part).await? {
                Sent::Finished(response) => {
                    self.report(self.total);
                    let result = self.reader::<R>().read(&response);
                    return result.map_err(|error| self.error(ErrorKind::Response(error)));
                }
                Sent::Expected(offset) => offset,
                Sent::Interrupted(error) => self.offset_after(error, &attempts).await?,
            };
            if expected > part.start {
                attempts = Attempts::new(self.client.retry);
            } else if attempts.next_delay(None).is_none() {
                return Err(self.error(ErrorKind::UploadOffset(expected)));
            }
            part.advance_to(expected).map_err(|kind| self.error(kind))?;
            self.report(expected);
        }
    }

    /// Waits after the upload of a part was interrupted, and returns the offset of the first byte that the service
    /// expects. Returns `error` if a limit of the policy is reached, or if the service expects no more bytes.
    async fn offset_after(&self, error: Error, attempts: &Attempts) -> Result<u64, Error> {
        let Some(delay) = attempts.next_delay(None) else { return Err(error) };
        tracing::debug!("the upload was interrupted and continues");
        tokio::time::sleep(delay).await;
        let expected = self.offset().await?;
        // If the service expects no more bytes, the response to the last part is lost and can't be requested again.
        if expected < self.total { Ok(expected) } else { Err(error) }
    }

    /// Returns the offset of the first byte that the service expects.
    ///
    /// # Errors
    ///
    /// Returns an error if the request can't be sent, or if the upload session has expired (status code 404).
    pub async fn offset(&self) -> Result<u64, Error> {
        let outgoing = self.outgoing(Method::GET)?;
        let exchanged = self.client.exchange(&outgoing).await?;
        let failed = |kind| Error::sent(kind, &outgoing, exchanged.attempts);
        let response = exchanged.received.response;
        self.reader::<()>().read(&response).map_err(|error| failed(ErrorKind::Response(error)))?;
        let offset = next_offset(response.body()).map_err(|error| failed(ErrorKind::Json(error)))?;
        Ok(offset.unwrap_or(self.total))
    }

    /// Deletes the upload session and the bytes that were sent.
    ///
    /// # Errors
    ///
    /// Returns an error if the request can't be sent, or if the upload session doesn't exist.
    pub async fn cancel(self) -> Result<(), Error> {
        let outgoing = self.outgoing(Method::DELETE)?;
        let exchanged = self.client.exchange(&outgoing).await?;
        let result = self.reader::<()>().read(&exchanged.received.response);
        result
            .map(drop)
            .map_err(|error| Error::sent(ErrorKind::Response(error), &outgoing, exchanged.attempts))
    }

    /// Reads bytes until the part has its full length or the content ends.
    async fn fill<A: AsyncRead + Unpin>(&self, part: &mut Part, reader: &mut A) -> Result<(), Error> {
        let rest = usize::try_from(self.total.saturating_sub(part.start)).unwrap_or(usize::MAX);
        let length = self.part_size.min(rest);
        if part.bytes.len() >= length {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(length);
        bytes.extend_from_slice(&part.bytes);
        let missing = u64::try_from(length - bytes.len()).unwrap_or(u64::MAX);
        let read = reader.take(missing).read_to_end(&mut bytes).await;
        let read = read.map_err(|error| self.error(ErrorKind::Io(error)))?;
        if u64::try_from(read).unwrap_or(u64::MAX) < missing {
            let message = format!("the reader ended before the length of the upload, {} bytes", self.total);
            return Err(self.error(ErrorKind::Io(io::Error::new(io::ErrorKind::UnexpectedEof, message))));
        }
        part.bytes = bytes.into();
        Ok(())
    }

    async fn put(&self, part: &Part) -> Result<Sent, Error> {
        let mut outgoing = self.outgoing(Method::PUT)?;
        let end = part.end().saturating_sub(1);
        let range = format!("bytes {}-{end}/{}", part.start, self.total);
        let range =
            HeaderValue::try_from(range).map_err(|_| RequestError::Header("content-range".to_owned()))?;
        outgoing.headers.insert(CONTENT_RANGE, range);
        outgoing.body = part.bytes.clone();
        let exchanged = match self.client.exchange(&outgoing).await {
            Ok(exchanged) => exchanged,
            Err(error) if matches!(error.kind(), ErrorKind::Connection(_) | ErrorKind::Timeout(_)) => {
                return Ok(Sent::Interrupted(error));
            }
            Err(error) => return Err(error),
        };
        let response = exchanged.received.response;
        let failed = |kind| Error::sent(kind, &outgoing, exchanged.attempts);
        match self.reader::<()>().read(&response) {
            Ok(_) if response.status() == StatusCode::ACCEPTED => {
                let offset = next_offset(response.body()).map_err(|error| failed(ErrorKind::Json(error)))?;
                // The service expects no more bytes if the application commits the upload (`deferCommit`).
                Ok(offset.map_or(Sent::Finished(response), Sent::Expected))
            }
            Ok(_) => Ok(Sent::Finished(response)),
            Err(error) if is_interruption(response.status()) => {
                Ok(Sent::Interrupted(failed(ErrorKind::Response(error))))
            }
            Err(error) => Err(failed(ErrorKind::Response(error))),
        }
    }

    fn report(&mut self, bytes: u64) {
        if let Some(function) = &mut self.on_progress {
            function(Progress { bytes, total: Some(self.total) });
        }
    }

    /// Returns a request that is never sent. The method `read` of the request reads a response as `Q`.
    fn reader<Q: ReadableResponse>(&self) -> Request<Q> {
        Request::get(self.client.service(), self.client.service().root())
    }

    /// Returns a request to the upload session, without the headers and the token of the service.
    fn outgoing(&self, method: Method) -> Result<Outgoing, RequestError> {
        let url: Url = self.url.parse().map_err(|_| RequestError::Url("uploadUrl".to_owned()))?;
        let is_secure = url.scheme() == "https" || !self.client.service().root().starts_with("https:");
        if !is_secure || !matches!(url.scheme(), "http" | "https") {
            return Err(RequestError::Url("uploadUrl".to_owned()));
        }
        Ok(Outgoing {
            // After a lost connection, the service may expect only the rest of a part.
            is_idempotent: method != Method::PUT,
            method,
            url,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            template: "{uploadUrl}".to_owned(),
            is_trusted: false,
            is_streamed: false,
        })
    }

    fn error(&self, kind: ErrorKind) -> Error {
        match self.outgoing(Method::PUT) {
            Ok(outgoing) => Error::sent(kind, &outgoing, 1),
            Err(error) => error.into(),
        }
    }
}

/// The result of sending a part.
enum Sent {
    Finished(http::Response<Bytes>),
    /// The offset of the first byte that the service expects.
    Expected(u64),
    /// The part may have been received completely, partially or not at all.
    Interrupted(Error),
}

/// Checks whether the upload can continue after a response with an error status: a server error, a conflict (409), or
/// an overlapping range (416).
fn is_interruption(status: StatusCode) -> bool {
    status.is_server_error() || matches!(status, StatusCode::CONFLICT | StatusCode::RANGE_NOT_SATISFIABLE)
}

impl<R> fmt::Debug for Upload<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("total", &self.total).finish_non_exhaustive()
    }
}
