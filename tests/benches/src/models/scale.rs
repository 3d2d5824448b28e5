//! Models for the scale, which the build script writes.

include!(concat!(env!("OUT_DIR"), "/scale.rs"));
