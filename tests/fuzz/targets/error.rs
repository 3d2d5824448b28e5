//! Reads an error response. Any object with an object `error` must be read, and must be equal after writing and reading.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::error::check(payload));
