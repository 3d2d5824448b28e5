//! From the text of a CSDL document to a [`Document`]: XML or JSON, of OData 4.0 or 4.01.

mod assemble;
mod error;
mod expression;
mod json;
mod xml;

pub use error::ReadError;

use std::path::Path;

use crate::Document;

/// How deep elements, or the values of annotations, may stand in each other. The schemas of Graph go 13 deep.
const DEEPEST: usize = 64;

impl Document {
    /// Reads CSDL, XML or JSON: the first character tells.
    ///
    /// # Errors
    ///
    /// What is not well-formed, or not CSDL, with its line and path. A document type declaration is refused, and so is what
    /// stands too deep: no CSDL has them.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('{') { Self::from_json(text) } else { Self::from_xml(text) }
    }

    /// Reads CSDL XML.
    ///
    /// # Errors
    ///
    /// Those of [`Self::read`].
    pub fn from_xml(text: &str) -> Result<Self, ReadError> {
        xml::read(text.trim_start_matches('\u{feff}'))
    }

    /// Reads CSDL JSON.
    ///
    /// # Errors
    ///
    /// Those of [`Self::read`].
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        json::read(text.trim_start_matches('\u{feff}'))
    }

    /// Reads a file of CSDL.
    ///
    /// # Errors
    ///
    /// Those of the file system, and those of [`Self::read`] with the name of the file.
    pub fn read_file(path: impl AsRef<Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let named = |error: &dyn core::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path)
            .map_err(|error| std::io::Error::new(error.kind(), named(&error)))?;
        Self::read(&text).map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, named(&error)))
    }
}
