//! Models, payloads and cases of the benchmarks.

pub mod cases;
pub mod models;
pub mod package;
pub mod payload;
