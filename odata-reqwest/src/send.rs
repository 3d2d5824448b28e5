//! Sends a request and reads its response.

use odata_core::request::{Request, Response};

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;

impl Client {
    /// Sends a request and reads its response, which contains the value, the status code and the headers.
    ///
    /// The request is sent again after a temporary error, see [`RetryPolicy`](crate::RetryPolicy). If the future is dropped,
    /// the request is cancelled, and nothing else changes.
    ///
    /// # Errors
    ///
    /// Returns an error if the request is invalid, if no response was received, or if the service returned an error.
    pub async fn send<R>(&self, request: &Request<R>) -> Result<Response<R>, Error> {
        let outgoing = Outgoing::of(request, self.service())?;
        let exchanged = self.exchange(&outgoing).await?;
        let result = request.read(&exchanged.received.response);
        result.map_err(|error| Error::sent(ErrorKind::Response(error), &outgoing, exchanged.attempts))
    }
}
