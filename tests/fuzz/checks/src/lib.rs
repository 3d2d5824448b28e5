//! The checks of the fuzz targets in `tests/fuzz`. Each check is a function of the bytes that the fuzzer creates, and
//! panics if odata-core or odata-build behaves incorrectly. The test suite runs the checks on the seeds, without
//! libFuzzer.

pub mod abnf;
pub mod collection;
pub mod csdl;
pub mod error;
pub mod generator;
pub mod json;
pub mod lexical;
mod model;
pub mod polymorphic;
pub mod query;
mod source;
pub mod url;

/// A check of a fuzz target.
pub type Check = fn(&[u8]);

/// The names of the fuzz targets, and their checks.
pub const TARGETS: [(&str, Check); 10] = [
    ("collection", collection::check),
    ("csdl_json", csdl::check_json),
    ("csdl_xml", csdl::check_xml),
    ("error", error::check),
    ("generator", generator::check),
    ("json", json::check),
    ("lexical", lexical::check),
    ("polymorphic", polymorphic::check),
    ("query", query::check),
    ("url", url::check),
];
