//! Builds query options. An independent parser of the OData ABNF must read the intended options, operators and values.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| odata_fuzz_checks::query::check(payload));
