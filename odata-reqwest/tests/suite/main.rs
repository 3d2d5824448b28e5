//! Tests against a loopback server that injects faults.

mod model;
mod server;

#[cfg(feature = "azure")]
mod azure;
mod batch_failures;
mod batch_sizes;
mod batches;
mod blocking;
mod bodies;
mod cancellation;
mod connections;
mod copies;
mod cuts;
mod deltas;
mod download_ranges;
mod downloads;
mod memory;
mod operations;
mod paging;
mod redirects;
mod refreshes;
mod secrets;
mod send;
mod throttling;
mod tokens;
mod traces;
mod upload_sessions;
mod uploads;
