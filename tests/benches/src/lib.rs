//! What the benchmarks measure: models of case operations in several ways, and payloads of them.

pub mod cases;
pub mod models;
pub mod payload;
