#![cfg_attr(docsrs, feature(doc_cfg))]
//! Sends the requests of [`odata_core::request`] with reqwest.
//!
//! A [`Client`] combines a [`Service`](odata_core::request::Service) with an HTTP client. The paths of the service
//! create requests, and the methods of the client send the requests:
//!
//! ```no_run
//! # use odata_core::{Extra, ODataEntity};
//! # #[derive(Debug, ODataEntity)]
//! # #[odata(namespace = "microsoft.graph")]
//! # struct User { id: Option<String>, display_name: Option<String>, #[odata(extra)] extra: Extra }
//! use core::time::Duration;
//! use odata_core::request::Service;
//! use odata_reqwest::{AccessToken, Client};
//!
//! # async fn request_token() -> Result<String, std::io::Error> { Ok(String::new()) }
//! # async fn run() -> Result<(), odata_reqwest::Error> {
//! let client = Client::new(Service::graph("https://graph.microsoft.com/v1.0")?)
//!     .with_token_provider(|_claims| async {
//!         Ok(AccessToken::new(request_token().await?).expires_in(Duration::from_secs(3600)))
//!     });
//! let users = client.service().entity_set::<User>("users");
//!
//! let user = client.send(&users.key("1").get()).await?.into_value();
//! println!("{:?}", user.display_name);
//!
//! let mut all = client.items(users.list().max_page_size(100));
//! while let Some(user) = all.try_next().await? {
//!     println!("{:?}", user.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! | Task | Method |
//! |---|---|
//! | send a request of any type | [`Client::send`] |
//! | read all pages or all items of a collection | [`Client::pages`], [`Client::items`] |
//! | read the changes since the last run | [`Client::changes`], [`Error::resync`] |
//! | send a batch | [`Client::send_batch`] |
//! | wait for an asynchronous request or a long-running operation | [`Client::monitor`], [`Client::poll`] |
//! | download and upload files | [`Client::download`], [`Client::upload`] |
//! | provide tokens | [`Client::with_token_provider`] |
//! | limit attempts, time and concurrency | [`Client::with_retry`], [`Client::with_attempt_timeout`], [`Client::with_max_concurrency`] |
//!
//! # Retries
//!
//! The client sends a request again after the status codes 429, 503 and 504, and after connection errors: see
//! [`RetryPolicy`]. A request whose method isn't idempotent, such as `POST` or `PATCH`, is sent again only if the service
//! didn't process the request.
//!
//! # Cancellation
//!
//! Every future can be dropped at any time. If the future of a stream's `try_next` is dropped, the stream doesn't lose an
//! item. If a future is dropped while it requests a new token, the next request to the service requests the token again. If
//! the future of a request is dropped, the service may already have processed the request.
//!
//! # Security
//!
//! - The token is sent only to the origin of the service and to the origins of
//!   [`Service::allow_origin`](odata_core::request::Service::allow_origin).
//! - The client follows redirects itself, because reqwest would send secret headers such as an API key to other hosts.
//!   A request to another origin contains only the headers `Accept`, `Accept-Encoding`, `If-Range`, `Range` and
//!   `User-Agent`, and no body.
//! - Tokens never appear in `Debug` output, errors or traces. If an error response contains the token of the request, the
//!   token is replaced. The URLs of upload sessions and of redirects to another origin may contain secrets, so messages
//!   and traces don't contain these URLs.
//!
//! # Traces
//!
//! Each request has a span `odata_request` of the crate `tracing` with the fields `http.request.method`, `url.template` (without
//! keys), `client_request_id`, `http.response.status_code`, `attempts` and `duration_ms`. Each request has a random
//! `client-request-id`, which Microsoft Graph writes to its logs.
//!
//! # Blocking programs
//!
//! A program without an async runtime can create a `tokio` runtime to run each future:
//!
//! ```no_run
//! # use odata_core::request::Service;
//! # use odata_reqwest::Client;
//! let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
//! let client = Client::new(Service::graph("https://graph.microsoft.com/v1.0")?);
//! let count = runtime.block_on(client.send(&client.service().entity_set::<()>("users").count()))?.into_value();
//!
//! let mut pages = client.pages(client.service().entity_set::<User>("users").list());
//! while let Some(page) = runtime.block_on(pages.try_next())? {
//!     println!("{} users", page.value.len());
//! }
//! # use odata_core::ODataEntity;
//! # #[derive(ODataEntity)]
//! # #[odata(namespace = "microsoft.graph")]
//! # struct User { id: Option<String> }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! | Feature | Effect |
//! |---|---|
//! | `rustls`, `rustls-no-provider`, `native-tls` | TLS: the features of reqwest with the same names. An `https` URL requires one of them. |
//! | `http2`, `gzip` | the features of reqwest with the same names |
//! | `azure` | `AzureCredential`: tokens from the `TokenCredential` of `azure_core` |
//!
//! No feature is enabled by default.

mod access_token;
mod attempt;
#[cfg(feature = "azure")]
mod azure;
mod batch;
mod batch_outcome;
mod batch_plan;
mod challenge;
mod changes;
mod client;
mod download;
mod download_source;
mod error;
mod error_kind;
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
mod redact;
mod redirect;
mod request_id;
mod resync;
mod retry;
mod send;
mod stream;
mod token_cache;
mod token_provider;
mod upload;
mod upload_part;
mod upload_request;
mod upload_session;

pub use access_token::AccessToken;
#[cfg(feature = "azure")]
pub use azure::AzureCredential;
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

/// Compiles the examples in the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
