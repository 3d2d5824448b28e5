//! Integration tests of odata-core and odata-derive.

#![allow(unreachable_pub, reason = "a test binary exports nothing")]

mod allocations;
mod attributes;
mod bodies;
mod cap;
mod comparison;
mod conformance;
mod custom_values;
mod dates_and_times;
mod ediscovery_data;
mod enumerations;
mod envelopes;
mod errors;
mod formats;
mod fuzz_targets;
mod generated_model;
mod generics;
mod graph_documentation;
mod inheritance_chains;
mod json_comparison;
mod json_reading;
mod json_writing;
mod malicious_input;
mod metadata;
mod number_precision;
mod polymorphic;
mod queries;
mod related;
mod reports;
mod requests;
mod round_trips;
mod spatial;
mod support;
mod type_annotations;
mod updates;
mod valid_models;
mod values;
mod versions;
mod words;
