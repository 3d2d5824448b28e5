//! What is wrong with a document, and where.

use core::fmt;
use std::path::Path;

use super::foreign;

/// A document that is not CSDL, or not well-formed; or a file that can't be read.
///
/// It shows the file, the line and the path to the element: ``metadata.xml: line 7, `Edmx/DataServices`: the entity `&lol;` is
/// defined nowhere ``. So it does for `{:?}`, which is what a build script that ends with an error shows.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadError {
    file: Option<String>,
    line: Option<usize>,
    path: String,
    message: String,
}

impl ReadError {
    /// An error at a byte of the text.
    pub(super) fn at(text: &str, position: usize, path: &str, message: impl fmt::Display) -> Self {
        let before = text.get(..position).unwrap_or(text);
        let line = 1 + before.matches('\n').count();
        Self { file: None, line: Some(line), path: path.to_owned(), message: message.to_string() }
    }

    /// Creates an error about the whole document.
    pub(super) fn of_document(message: impl fmt::Display) -> Self {
        Self { file: None, line: None, path: String::new(), message: message.to_string() }
    }

    /// A file that can't be read.
    pub(super) fn of_file(file: &Path, error: &std::io::Error) -> Self {
        Self::of_document(error).in_file(file)
    }

    /// Returns an error that names the format if the document isn't CSDL of OData 4.
    #[cold]
    pub(super) fn or_foreign(self, text: &str) -> Self {
        foreign::message(text).map_or(self, Self::of_document)
    }

    /// The same error, with the file that it is in.
    pub(super) fn in_file(mut self, file: &Path) -> Self {
        self.file = Some(file.display().to_string());
        self
    }

    /// The line, counted from 1. `None` if the file can't be read or isn't CSDL at all.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The names of the elements around the place: `clinic/prescription/dose`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        match (self.line, self.path.as_str()) {
            (Some(line), "") => write!(f, "line {line}: ")?,
            (Some(line), path) => write!(f, "line {line}, `{path}`: ")?,
            (None, _) => {}
        }
        f.write_str(&self.message)
    }
}

impl fmt::Debug for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for ReadError {}
