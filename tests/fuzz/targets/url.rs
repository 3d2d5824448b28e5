//! Builds paths with keys and function calls. An independent parser of the OData ABNF must read the intended segments, keys and parameters.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::url::check(payload));
