//! Reads CSDL JSON. Reading must not panic, and a converted document must be read as the same document.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::csdl::check_json(payload));
