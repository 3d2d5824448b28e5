//! What is wrong with a document, and where.

use core::fmt;

/// A document that is not CSDL, or not well-formed.
///
/// It shows the line and the path to the element: ``line 7, `clinic/prescription/dose`: a property needs a `Type` ``.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    line: usize,
    path: String,
    message: String,
}

impl ReadError {
    /// An error at a byte of the text.
    pub(super) fn at(text: &str, position: usize, path: &str, message: impl fmt::Display) -> Self {
        let before = text.get(..position).unwrap_or(text);
        let line = 1 + before.matches('\n').count();
        Self { line, path: path.to_owned(), message: message.to_string() }
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
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
        let Self { line, path, message } = self;
        match path.as_str() {
            "" => write!(f, "line {line}: {message}"),
            path => write!(f, "line {line}, `{path}`: {message}"),
        }
    }
}

impl core::error::Error for ReadError {}
