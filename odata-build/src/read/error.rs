//! The error type for reading a document.

use core::fmt;
use std::path::Path;

use super::foreign;

/// The error returned when a document isn't CSDL or isn't well-formed, or when a file can't be read.
///
/// The `Display` output contains the file, the line and the path of the element:
/// ``metadata.xml: line 7, `Edmx/DataServices`: the entity `&lol;` isn't declared``. The `Debug` output is equal to the `Display` output,
/// because cargo shows the `Debug` output if a build script fails with this error.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadError {
    file: Option<String>,
    line: Option<usize>,
    path: String,
    message: String,
}

impl ReadError {
    /// Creates an error that contains the line number of the byte position `position` in the document.
    pub(super) fn at(text: &str, position: usize, path: &str, message: impl fmt::Display) -> Self {
        let before = text.get(..position).unwrap_or(text);
        let line = 1 + before.matches('\n').count();
        Self { file: None, line: Some(line), path: path.to_owned(), message: message.to_string() }
    }

    /// Creates an error that has no line number and no element path.
    pub(super) fn of_document(message: impl fmt::Display) -> Self {
        Self { file: None, line: None, path: String::new(), message: message.to_string() }
    }

    /// Creates an error about a file that can't be read.
    pub(super) fn of_file(file: &Path, error: &std::io::Error) -> Self {
        Self::of_document(error).in_file(file)
    }

    /// Replaces the error with an error that names the format of the document, if the document has a known format other
    /// than CSDL of OData 4, such as HTML.
    #[cold]
    pub(super) fn or_foreign(self, text: &str) -> Self {
        foreign::message(text).map_or(self, Self::of_document)
    }

    /// Adds the file name to the error.
    pub(super) fn in_file(mut self, file: &Path) -> Self {
        self.file = Some(file.display().to_string());
        self
    }

    /// Returns the line of the error, counted from 1. Returns `None` if the error isn't about a specific line, for example because the file
    /// can't be read.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// Returns the path of the invalid element, such as `clinic/prescription/dose`. The path is empty if the error isn't about an element.
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
