//! From the CSDL of an OData service to a model, and a model held against the CSDL.

pub mod document;
mod read;

pub use document::Document;
pub use read::ReadError;
