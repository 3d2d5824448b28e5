//! Runs through the pages that describe case operations, over a real connection: a server on loopback that behaves as they
//! say, and a client that makes every request from the model.
//!
//! ```text
//! cargo run --example graph_requests
//! ```

#![allow(unreachable_pub, reason = "an example exports nothing")]

mod client;
mod pages;
mod server;
mod store;

use std::error::Error;

use odata_core::request::{Service, Token};

type Outcome = Result<(), Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    run().await
}

async fn run() -> Outcome {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let root = format!("http://{}/v1.0", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, server::routes()).await });

    let service = Service::graph(&root)?.with_token(Token::new(server::TOKEN));
    pages::without_a_token(&service).await?;
    pages::create(&service).await?;
    pages::list(&service).await?;
    pages::get_and_update(&service).await?;
    pages::earlier_operations(&service).await?;
    pages::refusals(&service).await?;
    pages::delete(&service).await
}

/// The example asserts what it shows.
#[tokio::test]
async fn the_pages_work_over_a_real_connection() -> Outcome {
    run().await
}
