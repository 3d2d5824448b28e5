//! Tests requests to a real OData service (SAP CAP) with the model that odata-build generates from its `$metadata`.
//!
//! The tests run if `ODATA_TEST_CAP` contains the root URL of the service, `http://127.0.0.1:4004/odata/v4/catalog`. The
//! tests change the data of the service, so restart the service before each run. This command regenerates the
//! model from the service's `$metadata`:
//!
//! ```text
//! cargo run -p odata-build -- generate metadata.edmx --follow-navigation --operations -o tests/suite/cap/model.rs
//! ```

mod batches;
mod bodies;
mod checklist;
mod client;
mod drafts;
mod keys;
#[rustfmt::skip]
#[allow(missing_docs, reason = "the service doesn't document every element")]
mod model;
mod operations;
mod protocol;
mod queries;
mod responses;

use checklist::Checklist;
use client::Client;

#[test]
fn cap_service_passes_checklist() {
    let Ok(root) = std::env::var("ODATA_TEST_CAP") else {
        println!("`ODATA_TEST_CAP` is not set: the tests with the CAP service were skipped");
        return;
    };
    let client = Client::new(&root);
    let mut checklist = Checklist::default();
    keys::check(&client, &mut checklist);
    bodies::check(&client, &mut checklist);
    responses::check(&client, &mut checklist);
    queries::check(&client, &mut checklist);
    operations::check(&client, &mut checklist);
    batches::check(&client, &mut checklist);
    drafts::check(&client, &mut checklist);
    protocol::check(&client, &mut checklist);
    checklist.finish();
}

#[test]
fn committed_model_is_current() {
    let Some(data) = std::env::var_os("ODATA_TEST_DATA") else { return };
    let path = std::path::Path::new("..").join(data).join("../servers/cap/metadata.edmx");
    let Ok(document) = odata_build::Document::read_file(&path) else {
        println!("there is no `{}`: the model of the CAP service was not checked", path.display());
        return;
    };
    let source =
        odata_build::Generator::new(&document).follow_navigation().operations().source().expect("a model");
    assert!(source == include_str!("model.rs"), "`model.rs` is out of date: regenerate it");
}
