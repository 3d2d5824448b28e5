//! What is wrong with a document, and where.

use core::fmt;
use std::path::Path;

/// A document that is not CSDL, or not well-formed; or a file that can't be read.
///
/// It shows the file, the line and the path to the element: ``metadata.xml: line 7, `clinic/prescription/dose`: `Property` has no
/// `Type` ``. So it does for `{:?}`, which is what a build script that ends with an error shows.
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

    /// A file that can't be read.
    pub(super) fn of_file(file: &Path, error: &std::io::Error) -> Self {
        let message = match error.kind() {
            std::io::ErrorKind::InvalidData => "not UTF-8, as CSDL is".to_owned(),
            _ => error.to_string(),
        };
        Self { file: None, line: None, path: String::new(), message }.in_file(file)
    }

    /// The same error, with the file that it is in.
    pub(super) fn in_file(mut self, file: &Path) -> Self {
        self.file = Some(file.display().to_string());
        self
    }

    /// The line, counted from 1. None of a file that can't be read.
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
