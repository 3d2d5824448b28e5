//! Sends the requests that Graph documents for case operations to a local server, which behaves as documented. The client
//! creates all requests from the model.
//!
//! ```text
//! cargo run --example graph_requests
//! ```

#![allow(unreachable_pub, reason = "an example exports nothing")]

mod client;
mod scenarios;
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
    scenarios::without_a_token(&service).await?;
    scenarios::create(&service).await?;
    scenarios::list(&service).await?;
    scenarios::get_and_update(&service).await?;
    scenarios::legacy_operations(&service).await?;
    scenarios::errors(&service).await?;
    scenarios::delete(&service).await?;
    scenarios::case_actions(&service).await?;
    scenarios::search_actions(&service).await?;
    scenarios::review_set_actions(&service).await?;
    println!("\nall responses are as documented");
    Ok(())
}

#[tokio::test]
async fn scenarios_run_without_errors() -> Outcome {
    run().await
}
