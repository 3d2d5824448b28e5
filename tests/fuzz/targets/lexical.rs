//! Reads values of every primitive type. A value must be equal after writing and reading, and its written form must not change
//! again. If chrono can also parse the string, it must return the same value.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::lexical::check(payload));
