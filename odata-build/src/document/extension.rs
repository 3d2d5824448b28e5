//! Content of a document that isn't part of CSDL 4.01.

use core::fmt;

/// An XML attribute or element, or a member of CSDL JSON, that isn't part of CSDL 4.01. For example, it is from another XML namespace.
///
/// The same attribute in several elements of the same kind is one extension.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extension {
    /// The name with its prefix, such as `sap:label`.
    pub name: String,
    /// The name of the parent element, such as `Property`.
    pub parent: String,
    /// The file, if the document was read from a file.
    pub file: Option<String>,
    /// The line of the first occurrence, counted from 1.
    pub line: usize,
    /// The number of occurrences.
    pub count: usize,
}

impl fmt::Display for Extension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        write!(
            f,
            "line {}: `{}` of `{}` is left out: it isn't part of CSDL 4.01",
            self.line, self.name, self.parent
        )?;
        match self.count {
            1 => Ok(()),
            count => write!(f, " ({count} times)"),
        }
    }
}
