//! Generation of models for the CSDL documents of real services.

use std::path::Path;

use odata_build::{Document, Generator};

/// The number of CSDL documents in the folder `metadata`.
const DOCUMENTS: usize = 17;

// C1, C3
#[test]
fn all_documents_generate_rust() {
    let Some(data) = std::env::var_os("ODATA_TEST_DATA") else {
        eprintln!("ODATA_TEST_DATA is not set: the documents of services are not generated");
        return;
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(data).join("metadata");
    let files = std::fs::read_dir(folder).expect("the folder of metadata");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    assert_eq!(files.len(), DOCUMENTS);
    for file in files {
        let document = Document::read_file(&file).expect("CSDL");
        let all = Generator::new(&document).follow_navigation().operations().accessors();
        for generator in [Generator::new(&document), all] {
            let source = generator.source().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            if let Err(error) = syn::parse_file(&source) {
                panic!("{}: {error}", file.display());
            }
            // The model contains all declared types.
            let count = document.structured_types().count() + document.enumeration_types().count();
            assert_eq!(generator.paths().expect("a model").len(), count);
        }
    }
}
