//! Reading of several CSDL documents: the files in a folder, and referenced documents.

use std::collections::{HashSet, VecDeque};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::ReadError;
use crate::Document;
use crate::document::{Reference, Warning};

impl Document {
    /// Reads several documents and merges them into one.
    ///
    /// A path is a file, a folder, or `-` for standard input. In a folder, all `.xml`, `.json`, `.edmx` and `.csdl` files are read, but not
    /// the files in subfolders. If a document has a reference (`edmx:Reference`), the referenced document is read from a file in the same
    /// folder. The name of the referenced file must be the last path segment of the URI in the reference. Documents are never downloaded.
    ///
    /// If a referenced document isn't found, the [`warnings`](Self::warnings) of the returned document contain a warning. References to
    /// standard vocabularies, such as `Org.OData.Core.V1`, cause no warnings. A file in a folder, or a referenced file, is skipped with a
    /// warning if it can't be read or isn't CSDL.
    ///
    /// ```no_run
    /// use odata_build::Document;
    ///
    /// let document = Document::read_all(["metadata.xml", "schemas"])?;
    /// for warning in document.warnings() {
    ///     eprintln!("warning: {warning}");
    /// }
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if one of `paths` can't be read or isn't CSDL, or if a folder contains no CSDL document.
    pub fn read_all<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, ReadError> {
        let mut files = Files::default();
        for path in paths {
            files.add(path.as_ref())?;
        }
        files.read_references();
        Ok(files.finish())
    }

    /// Reads all documents in a folder and merges them into one. See [`read_all`](Self::read_all).
    ///
    /// # Errors
    ///
    /// Returns an error if the folder can't be read or contains no CSDL document.
    pub fn read_folder(path: impl AsRef<Path>) -> Result<Self, ReadError> {
        Self::read_all([path])
    }
}

/// The documents that have been read, and the references that haven't been resolved yet.
#[derive(Default)]
struct Files {
    document: Document,
    /// The canonical paths of files that have been read. No file is read twice, even if the references between documents form a cycle.
    known: HashSet<PathBuf>,
    /// References that haven't been resolved yet, with the folder of the document that contains the reference.
    references: VecDeque<(Option<PathBuf>, Reference)>,
    missing: Vec<Reference>,
}

impl Files {
    fn add(&mut self, path: &Path) -> Result<(), ReadError> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            let read = std::io::stdin().read_to_end(&mut bytes);
            read.map_err(|error| ReadError::of_file(Path::new("standard input"), &error))?;
            let document = Document::read_bytes(&bytes);
            let file = Path::new("standard input");
            self.append(document.map_err(|error| error.in_file(file))?.in_file(file), None);
            return Ok(());
        }
        if path.is_dir() { self.add_folder(path) } else { self.add_file(path) }
    }

    fn add_file(&mut self, path: &Path) -> Result<(), ReadError> {
        let canonical = path.canonicalize().map_err(|error| ReadError::of_file(path, &error))?;
        if self.known.insert(canonical) {
            let folder = path.parent().unwrap_or_else(|| Path::new(""));
            self.append(Document::read_file(path)?, Some(folder));
        }
        Ok(())
    }

    fn add_folder(&mut self, folder: &Path) -> Result<(), ReadError> {
        let of_folder = |error| ReadError::of_file(folder, &error);
        let entries = std::fs::read_dir(folder).map_err(of_folder)?;
        let paths =
            entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>().map_err(of_folder)?;
        let is_metadata = |path: &PathBuf| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            let extension = extension.map(str::to_ascii_lowercase);
            path.is_file() && matches!(extension.as_deref(), Some("xml" | "json" | "edmx" | "csdl"))
        };
        let mut paths: Vec<_> = paths.into_iter().filter(is_metadata).collect();
        // The order of directory entries depends on the file system.
        paths.sort();
        let mut errors = Vec::new();
        for path in &paths {
            errors.extend(self.add_file(path).err());
        }
        if errors.len() == paths.len() {
            return Err(errors.into_iter().next().unwrap_or_else(|| {
                ReadError::of_document("the folder contains no `.xml`, `.json`, `.edmx` or `.csdl` file")
                    .in_file(folder)
            }));
        }
        self.skip(errors);
        Ok(())
    }

    fn skip(&mut self, errors: impl IntoIterator<Item = ReadError>) {
        let skipped = errors.into_iter().map(|error| Warning::SkippedFile(error.to_string()));
        self.document.read_warnings.extend(skipped);
    }

    fn append(&mut self, document: Document, folder: Option<&Path>) {
        let references = document.references.iter();
        self.references.extend(references.map(|reference| (folder.map(Path::to_owned), reference.clone())));
        self.document.append(document);
    }

    /// Reads all referenced documents, and the documents that they reference, recursively.
    fn read_references(&mut self) {
        while let Some((folder, reference)) = self.references.pop_front() {
            let name = file_name(&reference.uri);
            let path = folder.zip(name).map(|(folder, name)| folder.join(name));
            match path.filter(|path| path.is_file()) {
                Some(path) => {
                    let error = self.add_file(&path).err();
                    self.skip(error);
                }
                None => self.missing.push(reference),
            }
        }
    }

    fn finish(mut self) -> Document {
        let namespaces: HashSet<&str> =
            self.document.schemas.iter().map(|schema| &*schema.namespace).collect();
        let is_available = |namespace: &str| namespaces.contains(namespace) || is_vocabulary(namespace);
        let mut uris = HashSet::new();
        let missing = self.missing.into_iter().filter(|reference| {
            let is_missing = reference.includes.is_empty() || !reference.namespaces().all(is_available);
            is_missing && uris.insert(reference.uri.clone())
        });
        let missing: Vec<_> = missing.map(|reference| Warning::MissingReference(reference.uri)).collect();
        self.document.read_warnings.extend(missing);
        self.document.apply_annotations();
        self.document
    }
}

/// Returns the last path segment of a URI, without the query and the fragment.
fn file_name(uri: &str) -> Option<&str> {
    let path = uri.split(['?', '#']).next()?;
    let name = path.rsplit(['/', '\\']).next()?;
    (!name.is_empty() && !matches!(name, "." | "..")).then_some(name)
}

/// Checks whether a namespace belongs to a standard vocabulary, such as `Org.OData.Core.V1`. References to vocabularies can be ignored,
/// because vocabularies contain no types of a service.
fn is_vocabulary(namespace: &str) -> bool {
    namespace.starts_with("Org.OData.") || namespace.contains(".vocabularies.")
}
