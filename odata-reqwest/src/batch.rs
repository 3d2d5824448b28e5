//! Batches.

use http::Method;
use odata_core::request::{Batch, BatchResponse};
use tracing::Instrument;

use crate::batch_outcome::Outcome;
use crate::batch_part::Part;
use crate::batch_plan;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::exchange::Exchanged;
use crate::link_history::LinkHistory;
use crate::outgoing::Outgoing;
use crate::retry::Attempts;

/// Sends the requests of a batch in one or more batch requests, and collects the responses.
struct Sender<'b> {
    client: &'b Client,
    batch: &'b Batch,
    /// The batch request with all requests, before it is split into several batch requests.
    outgoing: Outgoing,
    outcome: Outcome,
    /// The last batch response.
    last: Option<http::Response<bytes::Bytes>>,
}

impl Client {
    /// Sends a batch and returns the responses to all its requests.
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// use odata_core::request::Batch;
    ///
    /// # async fn f(client: odata_reqwest::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let users = client.service().entity_set::<User>("users");
    /// let mut batch = Batch::new(client.service());
    /// let parts = (0..100).map(|key| batch.add(&users.key(key.to_string()).get())).collect::<Result<Vec<_>, _>>()?;
    /// let responses = client.send_batch(&batch).await?;
    /// for part in &parts {
    ///     println!("{:?}", responses.read(part)?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// - A batch with more than [20](Self::with_max_batch_size) requests is split into several batch requests. Requests that
    ///   depend on each other, and requests of the same atomicity group, are sent together.
    /// - If the response to a request of the batch has the status code 429 or 503, the client sends the request again.
    ///   After the status code 504, the client sends the request again only if its method is idempotent. The client also
    ///   sends the other requests in the same atomicity group again, and the requests that the service didn't execute
    ///   because this request failed. The [`RetryPolicy`] limits the attempts. A request that uses the result of another
    ///   request (`$1`) isn't sent again if the other request has already succeeded.
    /// - If a batch response contains an `@odata.nextLink`, the client follows the link to read the remaining
    ///   responses.
    ///
    /// # Errors
    ///
    /// Returns an error if a batch request can't be sent, or if more than 20 requests must be sent together. If the service has
    /// already executed other requests of the batch, [`Error::batch_response`] contains their responses.
    ///
    /// [`RetryPolicy`]: crate::RetryPolicy
    pub async fn send_batch(&self, batch: &Batch) -> Result<BatchResponse, Error> {
        let outgoing = Outgoing::of_http(batch.build()?, "/$batch", self.service())?;
        let sender = Sender { client: self, batch, outgoing, outcome: Outcome::default(), last: None };
        sender.send().instrument(tracing::info_span!("odata_batch")).await
    }
}

impl Sender<'_> {
    async fn send(mut self) -> Result<BatchResponse, Error> {
        let result = self.send_all().await;
        let response = self.response();
        match result {
            Ok(()) => response.map_err(|kind| Error::sent(kind, &self.outgoing, 1)),
            Err(error) => Err(error.with_batch_response(response.ok())),
        }
    }

    /// Sends all requests, and then sends the throttled requests again.
    async fn send_all(&mut self) -> Result<(), Error> {
        let client = self.client;
        let mut attempts = Attempts::new(client.retry);
        let mut parts =
            Part::parse_all(&self.outgoing.body).map_err(|error| self.error(ErrorKind::Json(error)))?;
        loop {
            attempts.count += 1;
            self.send_parts(parts.clone()).await?;
            let mut throttled = self.outcome.throttled(&parts);
            let retry_after = self.outcome.retry_after(&throttled);
            let delay = if throttled.is_empty() { None } else { attempts.next_delay(retry_after) };
            let Some(delay) = delay else { return Ok(()) };
            tracing::debug!(requests = throttled.len(), "throttled requests of the batch are sent again");
            tokio::time::sleep(delay).await;
            let others = throttled.clone();
            let depend = throttled.iter_mut().try_for_each(|part| part.depend_only_on(&others));
            depend.map_err(|error| self.error(ErrorKind::Json(error)))?;
            parts = throttled;
        }
    }

    async fn send_parts(&mut self, parts: Vec<Part>) -> Result<(), Error> {
        let chunks = batch_plan::split(parts, self.client.max_batch_size).map_err(|kind| self.error(kind))?;
        for chunk in chunks {
            let body = Part::body_of(&chunk).map_err(|error| self.error(ErrorKind::Json(error)))?;
            let is_idempotent = chunk.iter().all(|part| part.is_idempotent);
            let outgoing = Outgoing { body: body.into(), is_idempotent, ..self.outgoing.clone() }.renewed();
            self.exchange(outgoing, &chunk).await?;
            if !self.outcome.has_all(&chunk) {
                // The service stopped after a failed request, so the later requests must not be sent.
                return Ok(());
            }
        }
        Ok(())
    }

    /// Sends a batch request, and reads the remaining pages of its response.
    async fn exchange(&mut self, mut outgoing: Outgoing, chunk: &[Part]) -> Result<(), Error> {
        let mut history = LinkHistory::new();
        let mut is_first = true;
        loop {
            if !history.add(outgoing.url.as_str()) {
                return Err(self.error(ErrorKind::PageLoop(outgoing.url.to_string())));
            }
            let Exchanged { received, attempts, .. } = self.client.exchange(&outgoing).await?;
            let failed = |kind| Error::sent(kind, &outgoing, attempts);
            self.batch.read(&received.response).map_err(|error| failed(ErrorKind::Response(error)))?;
            if is_first {
                self.outcome.remove(chunk);
            }
            let link =
                self.outcome.add(received.response.body()).map_err(|error| failed(ErrorKind::Json(error)))?;
            self.last = Some(received.response);
            let Some(link) = link else { return Ok(()) };
            outgoing = self.next(&outgoing, &link)?;
            is_first = false;
        }
    }

    /// Returns the request for the `@odata.nextLink` of a batch response, which reads the remaining responses.
    fn next(&self, outgoing: &Outgoing, link: &str) -> Result<Outgoing, Error> {
        let invalid = || odata_core::request::RequestError::Url(link.to_owned());
        let url = outgoing.url.join(link).map_err(|_| invalid())?;
        let mut request = http::Request::new(Vec::new());
        *request.method_mut() = Method::GET;
        *request.uri_mut() = url.as_str().parse().map_err(|_| invalid())?;
        *request.headers_mut() = outgoing.headers.clone();
        request.headers_mut().remove(http::header::CONTENT_TYPE);
        Ok(Outgoing::of_http(request, "/$batch", self.client.service())?)
    }

    /// Combines all received responses in one [`BatchResponse`].
    fn response(&self) -> Result<BatchResponse, ErrorKind> {
        let mut response = http::Response::new(self.outcome.to_body().map_err(ErrorKind::Json)?);
        if let Some(last) = &self.last {
            *response.status_mut() = last.status();
            *response.headers_mut() = last.headers().clone();
        }
        self.batch.read(&response).map_err(ErrorKind::Response)
    }

    fn error(&self, kind: ErrorKind) -> Error {
        Error::sent(kind, &self.outgoing, 0)
    }
}
