//! Models of different sizes, which the build script generates.

include!(concat!(env!("OUT_DIR"), "/scale.rs"));
