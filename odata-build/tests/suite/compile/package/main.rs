//! The main program of the package: prints the findings of the generated models.

#![deny(warnings)]

mod chain;
mod models;
mod redfish;
mod warnings;

use std::path::Path;

use odata_build::{Check, Document};
use odata_core::metadata::ValueType;

fn main() {
    chain::check();
    redfish::check();
    models::check();
}

/// Prints the findings of a model, and a line with the number of its types.
fn check(model: &str, paths: &[&str], is_merged: bool, types: Vec<ValueType>) {
    let document = Document::read_all(paths.iter().map(Path::new)).expect("CSDL");
    let document = if is_merged { document.merge_versions() } else { document };
    let findings = Check::new(&document).types(types).findings();
    for finding in &findings {
        println!("{model}\t{}\t{finding}", finding.path());
    }
    println!("{model}\ttypes\t{}", findings.type_count());
}
