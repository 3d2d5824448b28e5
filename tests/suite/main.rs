//! The promises of the library, a module for each kind.

#![allow(unreachable_pub, reason = "a test binary exports nothing")]

mod allocations;
mod attributes;
mod bodies;
mod cap;
mod comparison;
mod conformance;
mod dates_and_times;
mod ediscovery_data;
mod enumerations;
mod envelopes;
mod errors;
mod exactness;
mod formats;
mod generics;
mod hostile;
mod laws;
mod legal;
mod lines;
mod lossless;
mod metadata;
mod own_values;
mod polymorphic;
mod queries;
mod related;
mod reports;
mod requests;
mod seeds;
mod spatial;
mod support;
mod tags;
mod updates;
mod values;
mod versions;
mod words;
