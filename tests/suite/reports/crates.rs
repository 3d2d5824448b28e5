//! Tests the crates that odata-core re-exports, and its dependency on odata-derive.

use std::fs;

use odata_core::{Extra, ODataComplex, ODataError};
use odata_core::{chrono as chrono_of_runtime, http as http_of_runtime, rust_decimal::Decimal, uuid::Uuid};

use crate::support::{read, write};

#[derive(Debug, ODataComplex)]
#[odata(namespace = "n")]
struct Visit {
    day: Option<chrono_of_runtime::NaiveDate>,
    id: Option<Uuid>,
    price: Option<Decimal>,
}

#[test]
fn types_of_reexported_crates_are_values() {
    let payload = r#"{"day":"2024-02-29","id":"359c4f92-4f92-359c-924f-9c35924f9c35","price":1.5}"#;
    let visit: Visit = read(payload);
    assert_eq!(write(&visit), payload);
    // The types are the same as in a direct dependency.
    let day: Option<chrono::NaiveDate> = visit.day;
    let status: http_of_runtime::StatusCode = http::StatusCode::OK;
    assert!(day.is_some() && status.is_success());
}

#[test]
fn odata_derive_has_same_version_as_odata_core() {
    let manifest = fs::read_to_string("../Cargo.toml").expect("the manifest of the workspace");
    let dependency = concat!("odata-derive = { version = \"=", env!("CARGO_PKG_VERSION"), "\"");
    assert!(manifest.contains(dependency), "{dependency}");
}

#[test]
fn non_exhaustive_error_has_constructor() {
    let mut error = ODataError::new("NotFound", "It doesn't exist.");
    error.extra = Extra::from_iter([("a", 1)]);
    assert_eq!(write(&error), r#"{"error":{"code":"NotFound","message":"It doesn't exist.","a":1}}"#);
}
