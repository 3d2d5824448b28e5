//! A client for the service.

use odata_core::ODataError;
use odata_core::request::{KeyForm, Request, Service};
use odata_interop::observatory::EntityContainer;
use odata_reqwest::{Client, Error};

use crate::server::Server;

/// The client, and the entity container with the paths of the service.
pub(crate) struct Session {
    pub(crate) client: Client,
    pub(crate) observatory: EntityContainer,
}

impl Session {
    pub(crate) fn new(server: &Server) -> Self {
        let service = Service::new(&server.root()).expect("a root URL").with_keys(KeyForm::Parentheses);
        Self { client: Client::new(service.clone()), observatory: EntityContainer::new(service) }
    }

    /// Sends a request that the service must reject, and returns the error.
    pub(crate) async fn send_rejected<R>(&self, request: &Request<R>) -> Error {
        self.client.send(request).await.err().expect("the service accepted the request")
    }
}

/// Returns the error of the service.
#[track_caller]
pub(crate) fn service_error(error: &Error) -> &ODataError {
    error.response_error().and_then(|error| error.odata_error()).expect("an OData error")
}
