//! Entities that describe long-running operations.

use core::time::Duration;

use odata_core::request::{Request, Response, ResponseParts};

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;
use crate::poll_policy::Polls;
use crate::retry;

/// The time of the first request for the state of an operation.
#[derive(Clone, Copy)]
pub(crate) enum Start {
    Now,
    /// After the time in `Retry-After`, or after the delay of the [`PollPolicy`](crate::PollPolicy) if the value is
    /// `None`.
    After(Option<Duration>),
}

impl Client {
    /// Reads a resource repeatedly until the function `until` returns `true`, and returns the last response. `until` is
    /// called with each value, so it can also report the progress.
    ///
    /// Microsoft Graph describes a long-running operation by an entity, such as a case operation:
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # use odata_core::request::EntityPath;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph.security")]
    /// # struct CaseOperation { id: Option<String>, status: Option<String>, percent_progress: Option<i32> }
    /// # async fn f(client: odata_reqwest::Client, operation: EntityPath<CaseOperation>) -> Result<(), odata_reqwest::Error> {
    /// let finished = client
    ///     .poll(&operation.get(), |operation| {
    ///         println!("{} %", operation.percent_progress.unwrap_or(0));
    ///         !matches!(operation.status.as_deref(), Some("notStarted" | "running"))
    ///     })
    ///     .await?;
    /// assert_eq!(finished.status.as_deref(), Some("succeeded"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// [`PollPolicy`](crate::PollPolicy) sets the time between the requests. `until` must also return `true` for a failed
    /// operation.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`send`](Self::send), or [`ErrorKind::Unfinished`] if `until` hasn't returned
    /// `true` within [`PollPolicy::max_time`](crate::PollPolicy::max_time).
    pub async fn poll<R>(
        &self,
        request: &Request<R>,
        mut until: impl FnMut(&R) -> bool,
    ) -> Result<Response<R>, Error> {
        let finish = |response: Response<R>| {
            if until(response.value()) { Ok(response) } else { Err(response.into_parts().1) }
        };
        self.poll_response(request, Start::Now, finish).await
    }

    /// Reads a resource until `finish` returns `Ok` with the result. While the operation is running, `finish` returns
    /// `Err` with the headers, because `Retry-After` determines the delay.
    pub(crate) async fn poll_response<R, Q>(
        &self,
        request: &Request<R>,
        mut start: Start,
        mut finish: impl FnMut(Response<R>) -> Result<Response<Q>, ResponseParts>,
    ) -> Result<Response<Q>, Error> {
        let mut polls = Polls::new(&self.polling);
        loop {
            if let Start::After(retry_after) = start {
                let delay = polls.next_delay(retry_after).map_err(|time| self.unfinished(request, time))?;
                tokio::time::sleep(delay).await;
            }
            match finish(self.send(request).await?) {
                Ok(response) => return Ok(response),
                Err(parts) => start = Start::After(retry::retry_after(parts.headers())),
            }
        }
    }

    fn unfinished<R>(&self, request: &Request<R>, time: Duration) -> Error {
        match Outgoing::of(request, self.service()) {
            Ok(outgoing) => Error::sent(ErrorKind::Unfinished(time), &outgoing, 1),
            Err(error) => error.into(),
        }
    }
}
