//! The CSDL documents whose models are compiled.

use std::fs;
use std::path::{Path, PathBuf};

use odata_build::Document;

/// A document, and the files from which the document is read.
pub(super) struct Source {
    /// The name of the model's module, without the name of the option set.
    pub(super) name: String,
    /// The files or folders of the document. The compiled package also reads them.
    pub(super) paths: Vec<PathBuf>,
    pub(super) document: Document,
}

/// The number of CSDL documents in the folder `metadata`.
const DOCUMENTS: usize = 17;

/// Returns the CSDL documents in this repository, and the documents of real services if `ODATA_TEST_DATA` is set.
pub(super) fn all() -> Vec<Source> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let generated = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/generated");
    let mut sources = vec![
        Source::new(
            "shop",
            [tests.join("shop.csdl.xml"), generated.join("orders.csdl.xml"), generated.join("odd.csdl.xml")],
        ),
        Source::new("clinic", [tests.join("clinic.csdl.json")]),
        Source::new("options", [tests.join("options.csdl.xml")]),
        Source::new("operations", [tests.join("operations.csdl.xml")]),
    ];
    match std::env::var_os("ODATA_TEST_DATA") {
        Some(data) => sources
            .extend(services(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(data).join("metadata"))),
        None => eprintln!("ODATA_TEST_DATA is not set: the models of services are not compiled"),
    }
    sources
}

/// Returns the documents in a folder. The vocabularies are merged into one document.
fn services(folder: &Path) -> Vec<Source> {
    let entries = fs::read_dir(folder).expect("the folder of metadata");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    assert_eq!(files.len(), DOCUMENTS);
    let stem =
        |file: &Path| file.file_stem().expect("a name").to_string_lossy().replace('-', "_").to_lowercase();
    let mut sources: Vec<_> = files.iter().map(|file| Source::new(&stem(file), [file.clone()])).collect();
    let vocabularies: Vec<_> = files.into_iter().filter(|file| stem(file).starts_with("voc_")).collect();
    assert_eq!(vocabularies.len(), 4);
    sources.push(Source::new("vocabularies", vocabularies));
    sources
}

impl Source {
    fn new(name: &str, paths: impl Into<Vec<PathBuf>>) -> Self {
        let paths = paths.into();
        let document = Document::read_all(&paths).unwrap_or_else(|error| panic!("{name}: {error}"));
        Self { name: name.to_owned(), paths, document }
    }
}
