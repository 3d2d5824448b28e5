//! The time and the memory to check large models: `cargo bench -p odata-benches --bench scale`.
//!
//! odata-build generates each model. The rival is a model with the same types and properties and the derives of serde. The model of
//! Microsoft Graph needs the variable `ODATA_TEST_DATA`, the folder that contains `graph-v1.0.csdl.xml`. The benchmark takes several
//! minutes.

mod document;
mod project;
mod rival;

use std::path::Path;

use odata_build::{Document, Generator};

use project::{Measured, Project};

fn main() {
    // `cargo test --benches` only checks whether it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!(
        "| model | types | properties | odata-derive | serde | ratio | memory | memory, serde | ratio |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    compare("entity types with 400 properties", &document::with_types(35, 400));
    compare("14,000 properties", &document::with_types(700, 20));
    match std::env::var("ODATA_TEST_DATA") {
        Ok(folder) => {
            let file = Path::new(&folder).join("graph-v1.0.csdl.xml");
            compare("Microsoft Graph v1.0", &Document::read_file(file).expect("CSDL"));
        }
        Err(_) => println!("| Microsoft Graph v1.0: skipped, because `ODATA_TEST_DATA` isn't set |"),
    }
}

/// Prints one line of the table.
fn compare(model: &str, document: &Document) {
    let derived = Generator::new(document).source().expect("a model");
    let [derived, serde] = [("derived", derived), ("serde", rival::source(document))]
        .map(|(name, source)| Project::new(name, source));
    let [derived, serde] = project::measure([&derived, &serde]);
    let types = document.structured_types().count() + document.enumeration_types().count();
    let properties: usize = document.structured_types().map(|structured| structured.properties.len()).sum();
    println!(
        "| {model} | {types} | {properties} | {:.1} s | {:.1} s | {:.2} | {} | {} | {:.2} |",
        derived.seconds,
        serde.seconds,
        derived.seconds / serde.seconds,
        megabytes(derived),
        megabytes(serde),
        derived.kilobytes / serde.kilobytes,
    );
}

fn megabytes(measured: Measured) -> String {
    format!("{:.0} MB", measured.kilobytes / 1e3)
}
