//! Reads CSDL JSON. Reading must not panic, and a converted document must be read as the same document.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../csdl.rs"]
mod csdl;

fuzz_target!(|payload: &[u8]| {
    if let Ok(text) = str::from_utf8(payload)
        && let Ok(document) = odata_build::Document::from_json(text)
    {
        csdl::check(&document);
    }
});
