//! Downloads.

use core::fmt;
use core::future::Future;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::StatusCode;
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue};
use odata_core::request::Request;
use tokio::io::{AsyncWrite, AsyncWriteExt};

use crate::client::Client;
use crate::download_source::Source;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;
use crate::progress::{OnProgress, Progress};
use crate::stream;

/// The content of a file or of another media resource, as a stream of bytes: see [`Client::download`].
pub struct Download {
    status: StatusCode,
    headers: HeaderMap,
    total: Option<u64>,
    received: u64,
    on_progress: Option<OnProgress>,
    state: State,
}

enum State {
    Idle(Box<Source>),
    Reading(NextPart),
    Ended,
}

type NextPart = Pin<Box<dyn Future<Output = (Box<Source>, Result<Option<Bytes>, Error>)> + Send>>;

impl Client {
    /// Starts a download. The content isn't stored in memory: the [`Download`] is a stream of the parts of the content.
    ///
    /// ```no_run
    /// # use odata_core::request::MediaPath;
    /// # async fn f(client: odata_reqwest::Client, content: MediaPath) -> Result<(), odata_reqwest::Error> {
    /// # let mut file = tokio::io::sink();
    /// let download = client.download(&content.get()).await?;
    /// download.on_progress(|progress| println!("{} of {:?}", progress.bytes, progress.total)).write_to(&mut file).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// If the connection is lost, the download continues with a request for the remaining bytes (`Range`), provided
    /// that the service returned the length of the content, and a strong ETag or the time of the last modification
    /// (`Last-Modified`). The ETag and the time guarantee that the content hasn't changed (`If-Range`). For other services, call
    /// [`Download::resume_without_etag`]. The [`RetryPolicy`](crate::RetryPolicy) applies to each interruption. The client
    /// requests uncompressed content, because ranges of compressed content can't be combined.
    ///
    /// A redirect to another origin, such as the storage of a file, is followed without the token.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`send`](Self::send).
    pub async fn download<R>(&self, request: &Request<R>) -> Result<Download, Error> {
        self.open(request, 0, None).await
    }

    /// Continues a download at an offset, for example after the program was restarted. `etag` is the
    /// [ETag](Download::etag) of the interrupted download. If `offset` is the length of the content, the download has no bytes.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`send`](Self::send), or [`ErrorKind::ContentChanged`] if the content has another ETag.
    pub async fn resume_download<R>(
        &self,
        request: &Request<R>,
        offset: u64,
        etag: &str,
    ) -> Result<Download, Error> {
        self.open(request, offset, Some(etag)).await
    }

    async fn open<R>(
        &self,
        request: &Request<R>,
        offset: u64,
        etag: Option<&str>,
    ) -> Result<Download, Error> {
        let mut outgoing = Outgoing::of(request, self.service())?;
        outgoing.is_streamed = true;
        outgoing.headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        if let Some(etag) = etag {
            return Source::resume(self.clone(), outgoing, offset, etag.to_owned()).await.map(Download::new);
        }
        let exchanged = self.exchange(&outgoing).await?;
        if exchanged.received.stream.is_none() {
            let failed = |error| exchanged.tried.error(ErrorKind::Response(error), &outgoing);
            request.read(&exchanged.received.response).map_err(failed)?;
        }
        Ok(Download::new(Source::new(self.clone(), outgoing, exchanged.received)))
    }
}

impl Download {
    fn new(source: Source) -> Self {
        Self {
            status: source.status,
            headers: source.headers.clone(),
            total: source.total,
            received: source.offset,
            on_progress: None,
            state: State::Idle(Box::new(source)),
        }
    }

    /// Sets a function that is called after each part.
    #[must_use]
    pub fn on_progress(self, function: impl FnMut(Progress) + Send + 'static) -> Self {
        Self { on_progress: Some(Box::new(function)), ..self }
    }

    /// Continues the download after an interruption even if the service returned no strong ETag and no `Last-Modified`.
    /// If the content changes during the download but has the same length, the result is a mixture of the old and the
    /// new content, so compare its hash.
    #[must_use]
    pub fn resume_without_etag(mut self) -> Self {
        if let State::Idle(source) = &mut self.state {
            source.is_unverified = true;
        }
        self
    }

    /// Returns the status code of the first response: 200, or 204 if the content is null. After
    /// [`resume_download`](Client::resume_download): 206, or 416 if `offset` is the length of the content.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers of the first response.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the media type of the content.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// Returns the ETag of the content.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.headers.get(ETAG)?.to_str().ok()
    }

    /// Returns the length of the whole content, or `None` if the length is unknown.
    #[must_use]
    pub const fn total(&self) -> Option<u64> {
        self.total
    }

    /// Returns the number of bytes of the content that precede the next part.
    #[must_use]
    pub const fn offset(&self) -> u64 {
        self.received
    }

    /// Returns the next part, or `None` at the end. If the future is dropped, no part is lost.
    ///
    /// # Errors
    ///
    /// Returns an error if the connection is lost and the download can't continue. Returns
    /// [`ErrorKind::ContentChanged`] if the content has changed.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, Error> {
        stream::next(self).await.transpose()
    }

    /// Writes all parts to a writer, such as a file, and returns the number of bytes.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`try_next`](Self::try_next), or [`ErrorKind::Io`] if the writer fails.
    pub async fn write_to<W: AsyncWrite + Unpin + ?Sized>(mut self, writer: &mut W) -> Result<u64, Error> {
        let start = self.received;
        while let Some(part) = self.try_next().await? {
            writer.write_all(&part).await.map_err(|error| Error::unsent(ErrorKind::Io(error)))?;
        }
        writer.flush().await.map_err(|error| Error::unsent(ErrorKind::Io(error)))?;
        Ok(self.received - start)
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut future = match mem::replace(&mut self.state, State::Ended) {
            State::Idle(source) => Box::pin(source.next()),
            State::Reading(future) => future,
            State::Ended => return Poll::Ready(None),
        };
        let Poll::Ready((source, result)) = future.as_mut().poll(context) else {
            self.state = State::Reading(future);
            return Poll::Pending;
        };
        if let Ok(Some(_)) = &result {
            self.received = source.offset;
            let progress = Progress { bytes: source.offset, total: self.total };
            if let Some(function) = &mut self.on_progress {
                function(progress);
            }
            self.state = State::Idle(source);
        }
        Poll::Ready(result.transpose())
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("status", &self.status)
            .field("offset", &self.received)
            .field("total", &self.total)
            .finish_non_exhaustive()
    }
}
