//! Uploads to an upload session of Microsoft Graph.

use core::fmt;
use core::marker::PhantomData;
use std::io;

use bytes::Bytes;
use http::{Method, StatusCode};
use odata_core::request::{ReadableResponse, Response};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::progress::{OnProgress, Progress};
use crate::retry::Attempts;
use crate::upload_part::Part;
use crate::upload_request::Sent;
use crate::upload_session::{Expected, expected};

/// 320 KiB in bytes. The length of every part except the last must be a multiple of 320 KiB.
const UNIT: usize = 320 * 1024;

/// An upload to an upload session of Microsoft Graph: see [`Client::upload`].
pub struct Upload<R> {
    response: PhantomData<fn() -> R>,
    pub(crate) client: Client,
    pub(crate) url: String,
    pub(crate) total: u64,
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

    /// Sends the whole content, and returns the response to the last part. The client reads only `length` bytes of the
    /// reader, where `length` is the argument of [`Client::upload`].
    ///
    /// If the session has already received the start of the content, the client skips these bytes of the reader. To continue
    /// with a reader that starts at a later byte, use [`send_from`](Self::send_from).
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
        let (mut attempts, mut end) = (Attempts::new(self.client.retry), None);
        loop {
            self.fill(&mut part, &mut reader).await?;
            attempts.count += 1;
            let expected = match self.put(&part.up_to(end), end.is_some()).await? {
                Sent::Finished(response) => {
                    self.report(self.total);
                    let result = self.client.reader::<R>().read(&response);
                    return result.map_err(|error| self.error(ErrorKind::Response(error)));
                }
                Sent::Expected(expected) => expected,
                Sent::Interrupted(error) => self.expected_after(error, &attempts).await?,
            };
            if expected.start > part.start {
                attempts = Attempts::new(self.client.retry);
            } else if attempts.next_delay(None).is_none() {
                return Err(self.error(ErrorKind::UploadOffset(expected.start)));
            }
            self.advance(&mut part, expected.start, &mut reader).await?;
            end = expected.end.filter(|end| *end < self.total);
            self.report(expected.start);
        }
    }

    /// Waits after the upload of a part was interrupted, and returns the range that the service expects. Returns `error` if a
    /// limit of the policy is reached, or if the service expects no more bytes.
    async fn expected_after(&self, error: Error, attempts: &Attempts) -> Result<Expected, Error> {
        let Some(delay) = attempts.next_delay(None) else { return Err(error) };
        tracing::debug!("the upload was interrupted and continues");
        tokio::time::sleep(delay).await;
        match self.expected().await {
            Ok(Some(expected)) if expected.start < self.total => Ok(expected),
            // If the service expects no more bytes, the response to the last part is lost and can't be requested again.
            Ok(_) => Err(error),
            // The session may end because of the conflict, for example if a file with the same name exists.
            Err(_) if error.status() == Some(StatusCode::CONFLICT) => Err(error),
            Err(error) => Err(error),
        }
    }

    /// Moves the start of a part to an offset. If the service has already received the bytes after the part, the bytes are
    /// skipped.
    async fn advance<A: AsyncRead + Unpin>(
        &self,
        part: &mut Part,
        offset: u64,
        reader: &mut A,
    ) -> Result<(), Error> {
        if offset >= self.total {
            return Err(self.error(ErrorKind::UploadOffset(offset)));
        }
        let Some(skipped) = offset.checked_sub(part.end()) else {
            return part.advance_to(offset).map_err(|kind| self.error(kind));
        };
        let copied = tokio::io::copy(&mut reader.take(skipped), &mut tokio::io::sink()).await;
        if copied.map_err(|error| self.error(ErrorKind::Io(error)))? < skipped {
            return Err(self.too_short());
        }
        *part = Part { start: offset, bytes: Bytes::new() };
        Ok(())
    }

    /// Returns the offset of the first byte that the service expects.
    ///
    /// # Errors
    ///
    /// Returns an error if the request can't be sent, or if the upload session has expired (status code 404).
    pub async fn offset(&self) -> Result<u64, Error> {
        Ok(self.expected().await?.map_or(self.total, |expected| expected.start))
    }

    async fn expected(&self) -> Result<Option<Expected>, Error> {
        let outgoing = self.outgoing(Method::GET)?;
        let exchanged = self.client.exchange(&outgoing).await?;
        let failed = |kind| exchanged.tried.error(kind, &outgoing);
        let response = exchanged.received.response;
        self.client.reader::<()>().read(&response).map_err(|error| failed(ErrorKind::Response(error)))?;
        expected(response.body()).map_err(|error| failed(ErrorKind::Json(error)))
    }

    /// Deletes the upload session and the bytes that were sent.
    ///
    /// # Errors
    ///
    /// Returns an error if the request can't be sent, or if the upload session doesn't exist.
    pub async fn cancel(self) -> Result<(), Error> {
        let outgoing = self.outgoing(Method::DELETE)?;
        let exchanged = self.client.exchange(&outgoing).await?;
        let result = self.client.reader::<()>().read(&exchanged.received.response);
        result.map(drop).map_err(|error| exchanged.tried.error(ErrorKind::Response(error), &outgoing))
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
            return Err(self.too_short());
        }
        part.bytes = bytes.into();
        Ok(())
    }

    fn too_short(&self) -> Error {
        let message = format!("the reader ended before the length of the upload, {} bytes", self.total);
        self.error(ErrorKind::Io(io::Error::new(io::ErrorKind::UnexpectedEof, message)))
    }

    fn report(&mut self, bytes: u64) {
        if let Some(function) = &mut self.on_progress {
            function(Progress { bytes, total: Some(self.total) });
        }
    }
}

impl<R> fmt::Debug for Upload<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("total", &self.total).finish_non_exhaustive()
    }
}
