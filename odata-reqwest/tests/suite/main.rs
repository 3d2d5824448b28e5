//! Tests against a loopback server that injects faults.

mod model;
mod server;

mod connections;
mod deltas;
mod memory;
mod paging;
mod redirects;
mod send;
mod throttling;
mod tokens;
mod traces;
