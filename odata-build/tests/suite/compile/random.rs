//! Models of random documents, most of which have invalid elements.

use std::fmt::Write;

use odata_build::{Document, Generator};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::package::Package;
use super::random_documents::document;

const DOCUMENTS: usize = 200;

/// Run this test with `cargo test -p odata-build --test generator random_documents -- --ignored`.
#[test]
#[ignore = "it compiles 200 models"]
fn models_of_random_documents_compile() {
    let package = Package::new("random");
    let mut modules = String::from("#![deny(warnings)]\n\nfn main() {}\n\n");
    let (mut types, mut warnings) = (0, 0);
    for (number, document) in documents().into_iter().enumerate() {
        let generator = generator(&document, number);
        let output = generator.generate().unwrap_or_else(|error| panic!("{error}\n{document:#?}"));
        types += generator.paths().expect("a model").len();
        warnings += output.warnings.len();
        package.write(&format!("src/model{number}.rs"), &output.source);
        let _ = writeln!(modules, "mod model{number};");
    }
    assert!(types > 1000 && warnings > 1000, "{types} types, {warnings} warnings");
    package.write("src/main.rs", &modules);
    package.check();
}

/// Returns random documents from a fixed seed, so that each run uses the same documents.
fn documents() -> Vec<Document> {
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let mut next = || document().new_tree(&mut runner).expect("a document").current();
    (0..DOCUMENTS).map(|_| next()).collect()
}

/// Returns a generator for the document with a given number. The options depend on the number.
fn generator(document: &Document, number: usize) -> Generator<'_> {
    let generator = Generator::new(document).follow_navigation();
    let generator =
        if number.is_multiple_of(2) { generator.default_values().alternate_keys() } else { generator };
    let generator =
        if number.is_multiple_of(3) { generator.accessors().inherited_constants() } else { generator };
    let generator = if number.is_multiple_of(4) { generator.operations() } else { generator.flat_enums() };
    let generator = if number.is_multiple_of(5) { generator.merge_versions() } else { generator };
    if number.is_multiple_of(7) { generator.related(true).non_exhaustive() } else { generator }
}
