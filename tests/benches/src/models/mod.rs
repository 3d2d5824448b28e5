#![expect(missing_docs, reason = "the service documents the models")]
//! A model of three operation types, with odata-derive and with serde.

pub mod borrowed;
pub mod derived;
pub mod inlined;
pub mod scale;
pub mod tagged;
