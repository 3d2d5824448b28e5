//! Sends requests over an HTTP connection.

use odata_core::request::{KeyForm, Request, Response, ResponseError, Service};
use tokio::runtime::{Builder, Runtime};

use super::model::catalog::EntityContainer;

/// An HTTP client for the service.
pub struct Client {
    pub catalog: EntityContainer,
    sender: reqwest::Client,
    runtime: Runtime,
}

impl Client {
    pub fn new(root: &str) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let service = Service::new(root).expect("a root").with_keys(KeyForm::Parentheses);
        Self { catalog: EntityContainer::new(service), sender: reqwest::Client::new(), runtime }
    }

    /// Sends a request and returns the raw response.
    pub fn exchange(&self, request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
        self.runtime.block_on(async {
            let request = request.try_into().expect("a request of reqwest");
            let received = self.sender.execute(request).await.expect("a response");
            let mut response = http::Response::builder().status(received.status());
            response.headers_mut().expect("headers").extend(received.headers().clone());
            response.body(received.bytes().await.expect("a body").to_vec()).expect("a response of http")
        })
    }

    /// Sends a request and reads its response. Panics with the raw response if it can't be read.
    #[track_caller]
    pub fn send<R>(&self, request: &Request<R>) -> Response<R> {
        let built = request.build().expect("a request");
        let sent = format!("{} {}\n{}", built.method(), built.uri(), String::from_utf8_lossy(built.body()));
        let received = self.exchange(built);
        request.read(&received).unwrap_or_else(|error| {
            let body = String::from_utf8_lossy(received.body());
            panic!("{error}\n{sent}\n{:?} {:?}\n{body}", received.status(), received.headers())
        })
    }

    /// Sends a request that the service must reject, and returns the error.
    #[track_caller]
    pub fn send_rejected<R>(&self, request: &Request<R>) -> ResponseError {
        let received = self.exchange(request.build().expect("a request"));
        match request.read(&received) {
            Ok(_) => panic!("accepted: {:?}", String::from_utf8_lossy(received.body())),
            Err(error) => error,
        }
    }
}
