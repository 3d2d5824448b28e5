//! Reads text with `odata_core::json` and with `serde_json`. The values and the errors must be equal.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::json::check(payload));
