//! The main program of the package: prints the findings of the generated models.

#![deny(warnings)]

mod chain;
mod models;
mod redfish;
mod warnings;

use std::path::Path;

use odata_build::{Check, Document};
use odata_core::metadata::{Container, Operation, ValueType};

fn main() {
    chain::check();
    redfish::check();
    models::check();
}

/// A generated model, and the document from which it was generated.
struct Model {
    name: &'static str,
    /// The files of the document.
    paths: &'static [&'static str],
    /// Whether the versions of types are merged.
    is_merged: bool,
    types: Vec<ValueType>,
    operations: Vec<&'static [&'static Operation]>,
    containers: Vec<&'static Container>,
}

/// Prints the findings of a model, and a line with the numbers of its types, operations and entity containers.
fn check(model: Model) {
    let Model { name, paths, is_merged, types, operations, containers } = model;
    let document = Document::read_all(paths.iter().map(Path::new)).expect("CSDL");
    let document = if is_merged { document.merge_versions() } else { document };
    let operations = operations.into_iter().flatten().copied();
    let check = Check::new(&document).types(types).operations(operations);
    let findings = containers.into_iter().fold(check, Check::container).findings();
    for finding in &findings {
        println!("{name}\t{}\t{finding}", finding.path());
    }
    let counts = [findings.type_count(), findings.operation_count(), findings.container_count()];
    println!("{name}\tcounts\t{}", counts.map(|count| count.to_string()).join(" "));
}
