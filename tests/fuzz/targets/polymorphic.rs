//! Reads a polymorphic value from bytes, a reader and an `Untyped` value. The value must be equal after writing and reading.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::polymorphic::check(payload));
