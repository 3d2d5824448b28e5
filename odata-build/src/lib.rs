//! From the CSDL of an OData service to a model, and a model held against the CSDL.

mod check;
pub mod document;
mod generate;
mod model;
mod read;
mod write;

pub use check::{Check, Finding, Findings, Weight};
pub use document::Document;
pub use generate::{GenerateError, Generator};
pub use read::ReadError;
