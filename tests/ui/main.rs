//! What must not compile, and what its author is told: a file for each mistake, in a folder for each kind.
//!
//! `TRYBUILD=overwrite cargo test -p odata-tests --test ui` writes the expected output anew. Read it before it is committed:
//! would somebody who has never seen OData know what to do?

use std::fs;

#[test]
fn every_mistake_is_explained() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

/// The errors that the reference quotes, between double backticks.
fn quoted(reference: &str) -> impl Iterator<Item = &str> {
    let errors = reference.lines().filter(|line| line.starts_with("- "));
    errors.flat_map(|line| line.split("``").skip(1).step_by(2).map(str::trim))
}

#[test]
fn the_attribute_reference_quotes_errors_that_come() {
    let reference = include_str!("../../odata-core/docs/attributes.md");
    let outputs: String = fs::read_dir("ui")
        .expect("the folder of the cases")
        .flat_map(|kind| fs::read_dir(kind.expect("listed").path()).into_iter().flatten())
        .map(|case| case.expect("listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
        .map(|path| fs::read_to_string(path).expect("an expected output"))
        .collect();
    let (known, unknown): (Vec<_>, Vec<_>) = quoted(reference).partition(|error| outputs.contains(*error));
    assert!(known.len() > 40, "{known:?}");
    assert!(unknown.is_empty(), "no case has {unknown:#?}");
}
