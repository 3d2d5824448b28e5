//! Content of a document that isn't part of CSDL 4.01.

use core::fmt;

/// An XML attribute or element, or a member of CSDL JSON, that isn't part of CSDL 4.01. For example, `sap:label` is an attribute from an
/// XML namespace that CSDL doesn't define.
///
/// If an extension such as `sap:label` occurs in several `Property` elements, one `Extension` counts all occurrences.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extension {
    /// The name of the attribute, element or member. The name includes the XML prefix, as in `sap:label`.
    pub name: String,
    /// The kind of the element that contains the extension, such as `Property`.
    pub parent: String,
    /// The path of the file that contains the extension, if the document was read from a file.
    pub file: Option<String>,
    /// The line of the extension's first occurrence, counted from 1.
    pub line: usize,
    /// The number of occurrences of the extension.
    pub count: usize,
}

impl fmt::Display for Extension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        write!(
            f,
            "line {}: `{}` of `{}` isn't written: it isn't part of CSDL 4.01",
            self.line, self.name, self.parent
        )?;
        match self.count {
            1 => Ok(()),
            count => write!(f, " ({count} times)"),
        }
    }
}
