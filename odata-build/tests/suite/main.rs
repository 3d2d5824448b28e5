//! Tests of odata-build.

mod alternate_keys;
mod check;
mod compile;
mod computed;
mod configuration;
mod configuration_files;
mod containers;
mod conversion;
mod default_values;
mod documentation;
mod documents;
mod emit;
mod files;
mod files_per_namespace;
mod foreign;
mod generate;
mod invalid;
mod nesting;
mod operations;
mod options;
mod round_trips;
mod services;
mod shop;
mod targets;
mod versions;
mod warning_models;
mod warnings;

/// Returns the CSDL document of Microsoft Graph from the folder `ODATA_TEST_DATA`, or `None` if this environment variable isn't set. A
/// relative path in the variable is resolved against the workspace, because tests run in the directory of their package.
fn document_of_graph() -> Option<odata_build::Document> {
    let folder = std::env::var_os("ODATA_TEST_DATA");
    if folder.is_none() {
        eprintln!("ODATA_TEST_DATA is not set: the document of Graph is not read");
    }
    let workspace = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = workspace.join(folder?).join("graph-v1.0.csdl.xml");
    Some(odata_build::Document::read_file(file).expect("the document of Graph"))
}
