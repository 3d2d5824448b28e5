//! The crates around `odata-core`.

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

// E
#[test]
fn types_of_reexported_crates_are_values() {
    let payload = r#"{"day":"2024-02-29","id":"359c4f92-4f92-359c-924f-9c35924f9c35","price":1.5}"#;
    let visit: Visit = read(payload);
    assert_eq!(write(&visit), payload);
    // They are the crates that a client would depend on itself.
    let day: Option<chrono::NaiveDate> = visit.day;
    let status: http_of_runtime::StatusCode = http::StatusCode::OK;
    assert!(day.is_some() && status.is_success());
}

// E
#[test]
fn the_derive_has_exactly_the_version_of_the_runtime() {
    let manifest = fs::read_to_string("../Cargo.toml").expect("the manifest of the workspace");
    let dependency = concat!("odata-derive = { version = \"=", env!("CARGO_PKG_VERSION"), "\"");
    assert!(manifest.contains(dependency), "{dependency}");
}

// E
#[test]
fn errors_can_be_made_though_fields_may_be_added_to_them() {
    let mut error = ODataError::new("NotFound", "It doesn't exist.");
    error.extra = Extra::from_iter([("a", 1)]);
    assert_eq!(write(&error), r#"{"error":{"code":"NotFound","message":"It doesn't exist.","a":1}}"#);
}
