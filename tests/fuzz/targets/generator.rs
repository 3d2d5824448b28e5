//! Generates models of documents with unusual names, types, keys and options. The generated source must be valid Rust syntax.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::generator::check(payload));
