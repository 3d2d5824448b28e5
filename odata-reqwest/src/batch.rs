//! Batches.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method};
use odata_core::request::{Batch, BatchRequest, BatchResponse, RequestError};
use tracing::Instrument;

use crate::batch_outcome;
use crate::batch_plan;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::link_history::LinkHistory;
use crate::outgoing::Outgoing;
use crate::retry::Attempts;

/// Sends the requests of a batch in one or more batch requests, and collects the responses.
struct Sender<'b> {
    client: &'b Client,
    batch: &'b Batch,
    /// The responses to the requests that were sent.
    responses: BatchResponse,
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
    ///   request (`$1`) isn't sent again if the other request has already succeeded. A request that depends on a failed
    ///   request isn't sent again.
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
        let none = http::Response::new(br#"{"responses":[]}"#);
        let responses = batch.read(&none).map_err(|error| Error::unsent(ErrorKind::Response(error)))?;
        let sender = Sender { client: self, batch, responses };
        sender.send().instrument(tracing::info_span!("odata_batch")).await
    }
}

impl<'b> Sender<'b> {
    async fn send(mut self) -> Result<BatchResponse, Error> {
        match self.send_all().await {
            Ok(()) => Ok(self.responses),
            Err(error) => Err(error.with_batch_response(Some(self.responses))),
        }
    }

    /// Sends all requests, and then sends the throttled requests again.
    async fn send_all(&mut self) -> Result<(), Error> {
        let mut attempts = Attempts::new(self.client.retry);
        let mut requests: Vec<&BatchRequest> = self.batch.requests().iter().collect();
        loop {
            attempts.count += 1;
            let chunks = self.split(&requests)?;
            self.send_chunks(&chunks).await?;
            let throttled =
                batch_outcome::throttled(&self.responses, &chunks.concat(), self.batch.requests());
            let retry_after = batch_outcome::retry_after(&self.responses, &throttled);
            let delay = if throttled.is_empty() { None } else { attempts.next_delay(retry_after) };
            let Some(delay) = delay else { return Ok(()) };
            tracing::debug!(requests = throttled.len(), "throttled requests of the batch are sent again");
            tokio::time::sleep(delay).await;
            requests = throttled;
        }
    }

    fn split(&self, requests: &[&'b BatchRequest]) -> Result<Vec<Vec<&'b BatchRequest>>, Error> {
        batch_plan::split(requests, self.client.max_batch_size).map_err(|kind| {
            match self.outgoing(requests) {
                Ok(outgoing) => Error::sent(kind, &outgoing, 0),
                Err(error) => error.into(),
            }
        })
    }

    async fn send_chunks(&mut self, chunks: &[Vec<&BatchRequest>]) -> Result<(), Error> {
        for chunk in chunks {
            let outgoing = self.outgoing(chunk)?;
            let continues = continues_on_error(&outgoing.headers);
            let mut response = None;
            let result = self.exchange(outgoing, &mut response).await;
            let is_stopped =
                response.as_ref().is_some_and(|response| batch_outcome::is_stopped(response, chunk));
            if let Some(response) = response {
                self.responses.merge(response);
            }
            result?;
            if is_stopped && !continues {
                // The service stopped after a failed request, so the later requests must not be sent.
                return Ok(());
            }
        }
        Ok(())
    }

    /// Builds a batch request with some of the requests.
    fn outgoing(&self, requests: &[&BatchRequest]) -> Result<Outgoing, RequestError> {
        let ids: Vec<&str> = requests.iter().map(|request| request.id()).collect();
        let outgoing = Outgoing::of_http(self.batch.build_only(&ids)?, "/$batch", self.client.service())?;
        let is_idempotent = requests.iter().all(|request| request.method().is_idempotent());
        Ok(Outgoing { is_idempotent, ..outgoing })
    }

    /// Sends a batch request, and reads all pages of its response.
    async fn exchange(
        &self,
        mut outgoing: Outgoing,
        response: &mut Option<BatchResponse>,
    ) -> Result<(), Error> {
        let mut history = LinkHistory::new();
        loop {
            if !history.add(outgoing.url.as_str()) {
                return Err(Error::sent(ErrorKind::PageLoop(outgoing.url.to_string()), &outgoing, 0));
            }
            let exchanged = self.client.exchange(&outgoing).await?;
            let page = self
                .batch
                .read(&exchanged.received.response)
                .map_err(|error| exchanged.tried.error(ErrorKind::Response(error), &outgoing))?;
            let link = page.next_link().map(str::to_owned);
            match response {
                Some(response) => response.append(page),
                None => *response = Some(page),
            }
            let Some(link) = link else { return Ok(()) };
            outgoing = self.next(&outgoing, &link)?;
        }
    }

    /// Returns the request for the `@odata.nextLink` of a batch response, which reads the remaining responses.
    fn next(&self, outgoing: &Outgoing, link: &str) -> Result<Outgoing, RequestError> {
        let invalid = || RequestError::Url(link.to_owned());
        let url = outgoing.url.join(link).map_err(|_| invalid())?;
        let mut request = http::Request::new(Vec::new());
        *request.method_mut() = Method::GET;
        *request.uri_mut() = url.as_str().parse().map_err(|_| invalid())?;
        *request.headers_mut() = outgoing.headers.clone();
        request.headers_mut().remove(CONTENT_TYPE);
        Outgoing::of_http(request, "/$batch", self.client.service())
    }
}

/// Checks whether the service executes the remaining requests of a batch after a request fails (`Prefer: continue-on-error`).
fn continues_on_error(headers: &HeaderMap) -> bool {
    let preferences = headers.get_all("prefer").iter().filter_map(|value| value.to_str().ok());
    let mut preferences = preferences.flat_map(|list| list.split(',')).map(str::trim);
    preferences.any(|preference| {
        let name = preference.strip_prefix("odata.").unwrap_or(preference);
        matches!(name, "continue-on-error" | "continue-on-error=true")
    })
}
