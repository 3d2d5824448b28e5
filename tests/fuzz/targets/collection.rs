//! Reads a collection: `Lenient` items and errors are complete, and collections and deltas are equal after writing and reading.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::collection::check(payload));
