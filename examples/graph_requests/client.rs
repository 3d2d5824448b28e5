//! Sends requests with reqwest, and prints every request and response.

use std::error::Error;

use http::Response;
use odata_core::request::{self, Request, RequestError, ResponseError};

/// Sends a request and reads its response.
pub async fn send<R>(
    request: &Request<R>,
) -> Result<Result<request::Response<R>, ResponseError>, Box<dyn Error>> {
    let response = exchange(request.build()?).await?;
    Ok(request.read(&response))
}

/// Sends an `http::Request`, which a `Request` or a `Batch` has built.
pub async fn exchange(request: http::Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Box<dyn Error>> {
    show_request(&request);
    let received = reqwest::Client::new().execute(request.try_into()?).await?;
    let mut response = Response::new(Vec::new());
    *response.status_mut() = received.status();
    *response.headers_mut() = received.headers().clone();
    *response.body_mut() = received.bytes().await?.to_vec();
    show_response(&response);
    Ok(response)
}

fn show_request(request: &http::Request<Vec<u8>>) {
    println!("\n{} {}", request.method(), request.uri());
    for (name, value) in request.headers() {
        // The header with the token is marked as sensitive.
        println!("{name}: {}", if value.is_sensitive() { "…" } else { value.to_str().unwrap_or("?") });
    }
    show_body(request.body());
}

fn show_response(response: &Response<Vec<u8>>) {
    println!("→ {}", response.status());
    for name in ["location", "preference-applied", "request-id"] {
        if let Some(value) = response.headers().get(name) {
            println!("  {name}: {}", value.to_str().unwrap_or("?"));
        }
    }
    show_body(response.body());
}

fn show_body(body: &[u8]) {
    if !body.is_empty() {
        println!("  {}", String::from_utf8_lossy(body));
    }
}

/// Returns and prints the error if a request can't be built.
pub fn build_error<R>(request: &Request<R>) -> Option<RequestError> {
    let error = request.build().err();
    if let Some(error) = &error {
        println!("\nnot sent: {error}");
    }
    error
}
