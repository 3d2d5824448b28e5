//! What must not compile, and what its author is told: a file for each mistake, in a folder for each kind.
//!
//! `TRYBUILD=overwrite cargo test -p odata-tests --test ui` writes the expected output anew. Read it before it is committed:
//! would somebody who has never seen OData know what to do?

use std::fs;

#[test]
fn every_mistake_is_explained() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

/// The cases with more mistakes than one, and those of one mistake that rustc has more to say about: how many errors they give.
const SEVERAL: &[(&str, usize)] = &[
    ("attributes/duplicate_key", 2),
    ("attributes/misplaced_key", 2),
    ("attributes/name_malformed", 3),
    ("attributes/namespace_malformed", 2),
    ("attributes/namespace_missing", 3),
    ("attributes/several_half_typed", 5),
    ("attributes/value_missing", 2),
    ("attributes/unknown_key_access", 2),
    ("polymorphic/declared_type_of_several", 2),
    ("polymorphic/variant_without_a_derive", 2),
    ("polymorphic/variant_without_a_type", 3),
    ("structs/duplicate_property_names", 3),
    ("structs/key_on_the_base", 3),
    ("structs/many_mistakes_at_once", 9),
    ("structs/refinement_without_its_attribute", 2),
    ("structs/several_types_without_a_size", 2),
    ("types/base_of_another_kind", 2),
    ("types/base_that_is_itself", 2),
    ("types/base_without_a_derive_beside_a_mistake", 2),
    ("types/cycle_of_bases", 7),
    ("types/property_of_an_unsupported_number", 4),
];

#[test]
fn one_mistake_gives_one_error() {
    for (case, output) in outputs() {
        let errors = output.lines().filter(|line| line.starts_with("error")).count();
        let expected = SEVERAL.iter().find(|(several, _)| *several == case).map_or(1, |(_, count)| *count);
        assert_eq!(errors, expected, "{case}");
    }
}

/// The expected outputs, by the names of their cases.
fn outputs() -> impl Iterator<Item = (String, String)> {
    fs::read_dir("ui")
        .expect("the folder of the cases")
        .flat_map(|kind| fs::read_dir(kind.expect("listed").path()).into_iter().flatten())
        .map(|case| case.expect("listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
        .map(|path| {
            let case = path.with_extension("");
            let name = case.strip_prefix("ui").expect("in the folder").to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(path).expect("an expected output"))
        })
}

/// The errors that the reference quotes, between double backticks.
fn quoted(reference: &str) -> impl Iterator<Item = &str> {
    let errors = reference.lines().filter(|line| line.starts_with("- "));
    errors.flat_map(|line| line.split("``").skip(1).step_by(2).map(str::trim))
}

#[test]
fn the_attribute_reference_quotes_errors_that_come() {
    let reference = include_str!("../../odata-core/docs/attributes.md");
    let outputs: String = outputs().map(|(_, output)| output).collect();
    let (known, unknown): (Vec<_>, Vec<_>) = quoted(reference).partition(|error| outputs.contains(*error));
    assert!(known.len() > 40, "{known:?}");
    assert!(unknown.is_empty(), "no case has {unknown:#?}");
}
