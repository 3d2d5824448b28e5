//! Asynchronous requests and their status monitors (OData 4.01 Protocol, clause 11.6).

use super::build::Request;
use super::readable_response::ReadableResponse;
use super::request_error::RequestError;
use super::response_body::Received;
use super::response_parts::ResponseParts;
use crate::json;
use crate::metadata::ValueType;

/// The value of a response from a status monitor: see [`Request::monitor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Monitored<R> {
    /// The result of the asynchronous request.
    Finished(R),
    /// The service hasn't finished the request (status code 202). Send the request to the status monitor again after the time
    /// in the header `Retry-After`.
    Pending,
}

impl<R> Monitored<R> {
    /// Returns the result, or `None` if the service hasn't finished the request.
    pub fn finished(self) -> Option<R> {
        match self {
            Self::Finished(value) => Some(value),
            Self::Pending => None,
        }
    }

    /// Returns `true` if the service is still processing the request.
    #[must_use]
    pub const fn is_pending(&self) -> bool {
        matches!(self, Self::Pending)
    }
}

impl<R> Request<R> {
    /// Sets `Prefer: respond-async`, so that the service may process the request asynchronously (OData 4.01 Protocol,
    /// 8.2.8.8).
    ///
    /// If the service processes the request asynchronously, the response has the status code 202, and
    /// [`monitor`](Self::monitor) returns a request for the result. To let the service wait for the result for some
    /// seconds, also call `prefer("wait=10")`.
    pub fn respond_async(self) -> Self {
        self.prefer("respond-async")
    }
}

impl<R: ReadableResponse> Request<R> {
    /// Returns a request that reads the result of this asynchronous request from the status monitor. Returns `None` if
    /// the status of `response` isn't 202, or if `response` contains no [monitor URL](ResponseParts::monitor_url).
    ///
    /// Pass the [`ResponseParts`] of the response with the status code 202, in which the service sends the monitor URL. If
    /// [`Request::read`] returns [`ResponseError::NoContent`](super::ResponseError::NoContent) for the status code 202, pass
    /// the [`parts`](super::ResponseError::parts) of the error to `monitor`.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(Debug, PartialEq, ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Report { id: Option<i32> }
    /// use odata_core::request::Monitored;
    ///
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let get = service.entity_set::<Report>("reports").key(7).get().respond_async();
    /// let received = http::Response::builder().status(202).header("Location", "https://host/service/monitor/1").body("")?;
    /// let error = get.read(&received).unwrap_err();
    ///
    /// let monitor = get.monitor(error.parts())?.expect("a URL of a status monitor");
    /// assert_eq!(monitor.url()?, "https://host/service/monitor/1");
    /// let received = http::Response::builder().status(202).header("Retry-After", "5").body("")?;
    /// assert_eq!(monitor.read(&received)?.into_value(), Monitored::Pending);
    /// let received = http::Response::builder().status(200).header("AsyncResult", "200").body(r#"{"id": 7}"#)?;
    /// assert_eq!(monitor.read(&received)?.into_value().finished(), Some(Report { id: Some(7) }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// If the status monitor sends the header `AsyncResult`, the value of this header is the status code of the result.
    /// `monitor` also supports OData 4.0 services, whose status monitors send the result as an HTTP message in the body
    /// (`application/http`).
    ///
    /// Don't use `monitor` for Microsoft Graph, whose status monitors return an entity with the state of the operation
    /// instead of the result of the operation. To read this entity, pass the monitor URL to [`Request::get`].
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Request::next_page`].
    pub fn monitor(&self, response: &ResponseParts) -> Result<Option<Request<Monitored<R>>>, RequestError> {
        let Some(link) = response.monitor_url() else { return Ok(None) };
        let url = self.service.trusted_url(link, &self.url()?)?;
        let request = self.at_url_with(url, Monitored::from_received);
        Ok(Some(Request { is_monitor: true, ..request }))
    }
}

/// Reads the response of a status monitor. For example, call [`Request::get`] with a stored [monitor
/// URL](ResponseParts::monitor_url).
impl<R: ReadableResponse> ReadableResponse for Monitored<R> {
    const VALUE_TYPE: Option<ValueType> = R::VALUE_TYPE;
    const ACCEPT: Option<&'static str> = R::ACCEPT;
    const IS_MONITOR: bool = true;

    fn from_received(received: Received<'_>) -> json::Result<Self> {
        if received.is_accepted {
            return Ok(Self::Pending);
        }
        R::from_received(received).map(Self::Finished)
    }
}
