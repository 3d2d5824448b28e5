//! Tests of code that must not compile, and of the expected error messages. Each file `*/*.rs` is a case with an error, and the folder
//! is the kind of error.
//!
//! `TRYBUILD=overwrite cargo test -p odata-ui-tests` updates the expected output. Review it before you commit it. A user who is new
//! to OData must understand how to fix the error.

use std::fs;

#[test]
fn error_messages_match_expected_output() {
    trybuild::TestCases::new().compile_fail("*/*.rs");
}

/// The number of errors of each case with more than one error. Most of these cases contain several mistakes. For the other cases, rustc
/// reports additional errors.
const ERROR_COUNTS: &[(&str, usize)] = &[
    ("attributes/duplicate_key", 2),
    ("attributes/misplaced_key", 2),
    ("attributes/name_malformed", 3),
    ("attributes/namespace_malformed", 2),
    ("attributes/namespace_missing", 3),
    ("attributes/several_incomplete_attributes", 5),
    ("attributes/value_missing", 2),
    ("attributes/unknown_key_access", 2),
    ("polymorphic/polymorphic_declared_type", 2),
    ("polymorphic/variant_without_a_derive", 2),
    ("polymorphic/variant_without_a_type", 3),
    ("structs/duplicate_property_names", 3),
    ("structs/key_on_the_base", 3),
    ("structs/many_mistakes_at_once", 9),
    ("structs/missing_required_attribute", 2),
    ("structs/several_types_without_a_size", 2),
    ("types/base_of_another_kind", 2),
    ("types/base_that_is_itself", 2),
    ("types/base_without_a_derive_beside_a_mistake", 2),
    ("types/cycle_of_bases", 7),
    ("types/property_of_an_unsupported_number", 4),
];

#[test]
fn each_mistake_causes_one_error() {
    for (case, output) in outputs() {
        let errors = output.lines().filter(|line| line.starts_with("error")).count();
        let expected = ERROR_COUNTS.iter().find(|(listed, _)| *listed == case).map_or(1, |(_, count)| *count);
        assert_eq!(errors, expected, "{case}");
    }
}

/// Returns the name and the expected output of each case.
fn outputs() -> impl Iterator<Item = (String, String)> {
    fs::read_dir(".")
        .expect("the folder of the cases")
        .flat_map(|kind| fs::read_dir(kind.expect("listed").path()).into_iter().flatten())
        .map(|case| case.expect("listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
        .map(|path| {
            let case = path.with_extension("");
            let name = case.strip_prefix(".").expect("in the folder").to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(path).expect("an expected output"))
        })
}

/// Returns the error messages that the attribute reference quotes between double backticks.
fn quoted(reference: &str) -> impl Iterator<Item = &str> {
    let errors = reference.lines().filter(|line| line.starts_with("- "));
    errors.flat_map(|line| line.split("``").skip(1).step_by(2).map(str::trim))
}

#[test]
fn attribute_reference_quotes_actual_messages() {
    let reference = include_str!("../../odata-core/docs/attributes.md");
    let outputs: String = outputs().map(|(_, output)| output).collect();
    let (known, unknown): (Vec<_>, Vec<_>) = quoted(reference).partition(|error| outputs.contains(*error));
    assert!(known.len() > 40, "{known:?}");
    assert!(unknown.is_empty(), "no expected output contains {unknown:#?}");
}
