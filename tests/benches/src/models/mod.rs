#![expect(missing_docs, reason = "the models are the service's")]
//! One model of three types, as this library has it and as its rivals do.

pub mod borrowed;
pub mod derived;
pub mod inlined;
pub mod scale;
pub mod tagged;
