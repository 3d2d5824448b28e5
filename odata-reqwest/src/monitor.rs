//! Asynchronous requests and their status monitors (OData 4.01 Protocol, clause 11.6).

use http::StatusCode;
use odata_core::request::{Monitored, ReadableResponse, Request, RequestError, Response, ResponseParts};

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;
use crate::poll::Start;
use crate::retry;

impl Client {
    /// Sends a request and waits for its result. If the service processes the request asynchronously (status code 202), the
    /// client reads the status monitor (`Operation-Location` or `Location`) until the result is available.
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # use odata_core::request::EntityPath;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Report { id: Option<String> }
    /// # async fn f(client: odata_reqwest::Client, report: EntityPath<Report>) -> Result<(), odata_reqwest::Error> {
    /// let report = client.monitor(&report.get().respond_async()).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Don't use this method for Microsoft Graph, whose status monitors are entities that describe the operation:
    /// [`send`](Self::send) the request, and [`poll`](Self::poll) the entity at
    /// [`monitor_url`](ResponseParts::monitor_url).
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`send`](Self::send) and [`poll`](Self::poll), or
    /// [`ErrorKind::NoMonitorUrl`] if the service processes the request asynchronously but returned no monitor URL. After the request was accepted,
    /// [`Error::url`] is the URL of the status monitor. To continue later, pass the URL to [`Request::get`] with the type
    /// [`Monitored`], and pass this request to [`wait`](Self::wait).
    pub async fn monitor<R: ReadableResponse>(&self, request: &Request<R>) -> Result<Response<R>, Error> {
        let outgoing = Outgoing::of(request, self.service())?;
        let mut exchanged = self.exchange(&outgoing).await?;
        let result = exchanged.read(request);
        let parts = result.as_ref().map_or_else(|error| error.parts(), Response::parts);
        let retry_after = retry::retry_after(parts.headers());
        let failed = |kind| exchanged.tried.error(kind, &outgoing);
        match accepted(request, parts)? {
            Some(monitor) => self.wait_from(&monitor, Start::After(retry_after)).await,
            None if result.is_ok() && parts.status() == StatusCode::ACCEPTED => {
                Err(failed(ErrorKind::NoMonitorUrl))
            }
            None => result.map_err(|error| failed(ErrorKind::Response(error))),
        }
    }

    /// Reads a status monitor until the result is available.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`poll`](Self::poll).
    pub async fn wait<R>(&self, monitor: &Request<Monitored<R>>) -> Result<Response<R>, Error> {
        self.wait_from(monitor, Start::Now).await
    }

    async fn wait_from<R>(
        &self,
        monitor: &Request<Monitored<R>>,
        start: Start,
    ) -> Result<Response<R>, Error> {
        let finish = |response: Response<Monitored<R>>| match response.into_parts() {
            (Monitored::Finished(value), parts) => Ok(Response::from_parts(value, parts)),
            (Monitored::Pending, parts) => Err(parts),
        };
        self.poll_response(monitor, start, finish).await
    }
}

/// Returns the request that reads the status monitor. Returns `None` if the status code isn't 202, or if the response
/// contains no monitor URL.
fn accepted<R: ReadableResponse>(
    request: &Request<R>,
    parts: &ResponseParts,
) -> Result<Option<Request<Monitored<R>>>, RequestError> {
    if parts.status() == StatusCode::ACCEPTED { request.monitor(parts) } else { Ok(None) }
}
