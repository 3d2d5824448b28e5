#![cfg_attr(docsrs, feature(doc_cfg))]
//! Sends the requests of odata-core with reqwest.

mod access_token;
mod attempt;
mod batch;
mod batch_outcome;
mod batch_part;
mod batch_plan;
mod challenge;
mod changes;
mod client;
mod download;
mod download_source;
mod error;
mod exchange;
mod items;
mod link_history;
mod monitor;
mod outgoing;
mod pages;
mod poll;
mod poll_policy;
mod progress;
mod range;
mod redirect;
mod request_id;
mod resync;
mod retry;
mod send;
mod stream;
mod token_cache;
mod token_provider;
mod upload;
mod upload_session;

pub use access_token::AccessToken;
pub use changes::Changes;
pub use client::Client;
pub use download::Download;
pub use error::{Error, ErrorKind};
pub use items::Items;
pub use pages::Pages;
pub use poll_policy::PollPolicy;
pub use progress::Progress;
pub use resync::{Resync, ResyncAction};
pub use retry::RetryPolicy;
pub use token_provider::TokenProvider;
pub use upload::Upload;

/// The HTTP client that sends the requests.
pub use reqwest;
