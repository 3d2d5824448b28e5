//! Generated models compile without warnings, and [`Check`](odata_build::Check) finds no unexpected difference between a model and its
//! document.
//!
//! The models are modules of one package, so that the test compiles only one package.

mod documents;
mod findings;
mod models;
mod operations;
mod option_sets;
mod package;
mod programs;
mod random;
mod random_documents;

use package::Package;

#[test]
fn generated_models_compile_and_match_their_documents() {
    let documents = documents::all();
    let models = models::all(&documents);
    let package = Package::new("compile");
    programs::write(&package);
    models::write(&models, &package);
    let output = package.run();
    findings::assert_expected(&models, &output);
}
