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
    /// Those of [`Self::read`], and that the file can't be read; with its name.
    pub fn read_file(path: impl AsRef<Path>) -> Result<Self, ReadError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|error| ReadError::of_file(path, &error))?;
        Self::read(&text).map_err(|error| error.in_file(path))
    }
}

/// Whether a version is one that is read here.
fn is_known_version(version: &str) -> bool {
    matches!(version, "4.0" | "4.01")
}

/// What is said of any other.
fn unknown_version(version: &str) -> String {
    format!("a document of OData 4 has the version 4.0 or 4.01, not `{version}`")
}
