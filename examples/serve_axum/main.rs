//! Serves OData with axum: a service that creates, lists and reads orders. A client in the same process sends requests to it.
//!
//! ```text
//! cargo run --example serve_axum
//! ```

#![allow(unreachable_pub, reason = "an example exports nothing")]

mod client;
mod failure;
mod model;
mod server;

use std::error::Error;
use std::sync::Arc;

use odata_core::request::{KeyForm, Service};
use odata_reqwest::Client;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    run().await
}

async fn run() -> Outcome {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let root = format!("http://{}/shop", listener.local_addr()?);
    let routes = server::routes(Arc::new(server::Shop::new(&root)));
    tokio::spawn(async move { axum::serve(listener, routes).await });

    let client = Client::new(Service::new(&root)?.with_keys(KeyForm::Parentheses));
    client::create(&client).await?;
    client::read_pages(&client).await?;
    client::read_order(&client).await?;
    client::unsupported_option(&client).await?;
    client::invalid_bodies(&client).await
}

#[tokio::test]
async fn requests_run_without_errors() -> Outcome {
    run().await
}
