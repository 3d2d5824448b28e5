//! Two models of the same service: [`generated`] is generated from `metadata.xml`, and [`handwritten`] is written by hand.

pub mod handwritten;

/// The model that the build script generates from `metadata.xml`.
pub mod generated {
    include!(concat!(env!("OUT_DIR"), "/model.rs"));
}
