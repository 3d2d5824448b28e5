//! From the text of a CSDL document to a [`Document`]: XML or JSON, of OData 4.0 or 4.01.

mod assemble;
mod error;
mod expression;
mod files;
mod foreign;
mod json;
mod problems;
mod xml;

pub use error::ReadError;
pub(crate) use expression::note;

use std::borrow::Cow;
use std::path::Path;

use crate::Document;

/// How deep elements, or the values of annotations, may stand in each other. The schemas of Graph go 13 deep.
const DEEPEST: usize = 64;

impl Document {
    /// Reads CSDL, XML or JSON: the first character tells.
    ///
    /// An element that isn't valid is skipped or replaced, and [`warnings`](Self::warnings) lists it.
    ///
    /// # Errors
    ///
    /// Returns an error if the document isn't well-formed or isn't CSDL, with its line and path. Document type declarations and deeply
    /// nested elements are rejected: CSDL doesn't use them.
    ///
    /// The message of an error names documents that are often mistaken for CSDL, such as an HTML page, a service document or the
    /// metadata of OData 2:
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let error = Document::read("<!DOCTYPE html><html><title>Sign in</title></html>").unwrap_err();
    /// assert!(error.to_string().starts_with("this is HTML, not CSDL: a page with the title `Sign in`"));
    /// ```
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with(['{', '[', '"']) {
            Self::from_json(text)
        } else {
            Self::from_xml(text)
        }
    }

    /// Reads CSDL XML.
    ///
    /// # Errors
    ///
    /// Those of [`Self::read`].
    pub fn from_xml(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}');
        xml::read(text).map_err(|error| error.or_foreign(text))
    }

    /// Reads CSDL JSON.
    ///
    /// # Errors
    ///
    /// Those of [`Self::read`].
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}');
        json::read(text).map_err(|error| error.or_foreign(text))
    }

    /// Reads a file of CSDL.
    ///
    /// # Errors
    ///
    /// Those of [`Self::read`], and that the file can't be read; with its name.
    pub fn read_file(path: impl AsRef<Path>) -> Result<Self, ReadError> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|error| ReadError::of_file(path, &error))?;
        Self::read_bytes(&bytes).map(|document| document.in_file(path)).map_err(|error| error.in_file(path))
    }

    /// Reads the bytes of a CSDL document: UTF-8, or UTF-16 with a byte order mark.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes aren't text, and the errors of [`Self::read`].
    pub fn read_bytes(bytes: &[u8]) -> Result<Self, ReadError> {
        match text(bytes) {
            Some(text) => Self::read(&text),
            None => Err(ReadError::of_document(foreign::message_of_bytes(bytes))),
        }
    }
}

/// Decodes a text. `PowerShell` writes the output of a command as UTF-16.
fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let decode = |units: &[u8], from_bytes: fn([u8; 2]) -> u16| {
        let units: Vec<u16> =
            units.chunks(2).map(|pair| Some(from_bytes([pair[0], *pair.get(1)?]))).collect::<Option<_>>()?;
        String::from_utf16(&units).ok().map(Cow::Owned)
    };
    match bytes {
        [0xff, 0xfe, units @ ..] => decode(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => decode(units, u16::from_be_bytes),
        _ => str::from_utf8(bytes).ok().map(Cow::Borrowed),
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
