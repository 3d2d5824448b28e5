//! The time and the memory to check large models: `cargo bench -p odata-benches --bench scale`.
//!
//! An argument selects one model, for example `-- Graph`. odata-build generates each model. The rival is a model with the same types and properties and the derives of serde. The model of
//! Microsoft Graph needs the variable `ODATA_TEST_DATA`, the folder that contains `graph-v1.0.csdl.xml`. The benchmark takes several
//! minutes.

mod document;
mod project;
mod rival;

use std::path::Path;

use odata_build::{Document, Generator};

use project::{Measured, Project};

/// Returns the document of a model, or `None` if it isn't available.
type Source = fn() -> Option<Document>;

fn main() {
    // `cargo test --benches` only checks whether it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!(
        "| model | types | properties | odata-derive | serde | ratio | memory | memory, serde | ratio |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let models: [(&str, Source); 3] = [
        ("entity types with 400 properties", || Some(document::with_types(35, 400))),
        ("14,000 properties", || Some(document::with_types(700, 20))),
        ("Microsoft Graph v1.0", graph),
    ];
    let selected = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    for (model, document) in models {
        if selected.as_deref().is_some_and(|selected| !model.contains(selected)) {
            continue;
        }
        match document() {
            Some(document) => compare(model, &document),
            None => println!("| {model}: skipped, because `ODATA_TEST_DATA` isn't set |"),
        }
    }
}

fn graph() -> Option<Document> {
    let file = Path::new(&std::env::var_os("ODATA_TEST_DATA")?).join("graph-v1.0.csdl.xml");
    Some(Document::read_file(file).expect("CSDL"))
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
