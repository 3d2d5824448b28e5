//! Parsing of CSDL XML and CSDL JSON documents of OData 4.0 and 4.01.

mod assemble;
mod error;
mod expression;
mod files;
mod foreign;
mod json;
mod problems;
mod xml;

pub use error::ReadError;
pub(crate) use expression::add_annotation;

use std::borrow::Cow;
use std::path::Path;

use crate::Document;

/// The maximum nesting depth of XML elements and of annotation values in JSON. For comparison, elements in the document
/// of Microsoft Graph are nested at most 13 levels deep.
const MAX_DEPTH: usize = 64;

impl Document {
    /// Parses CSDL XML or CSDL JSON. The first character of the document determines the format.
    ///
    /// Invalid elements are skipped or replaced. [`warnings`](Self::warnings) lists the invalid elements.
    ///
    /// # Errors
    ///
    /// Returns an error with the line and the path of the element if the document isn't well-formed or isn't CSDL. A document type
    /// declaration or deeply nested elements also cause an error, because CSDL documents don't need them.
    ///
    /// If the document is in another known format, such as an HTML page, a service document or the metadata of OData 2, the error message
    /// names the format:
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

    /// Parses CSDL XML.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`read`](Self::read).
    pub fn from_xml(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}');
        xml::read(text).map_err(|error| error.or_foreign(text))
    }

    /// Parses CSDL JSON.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`read`](Self::read).
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        let text = text.trim_start_matches('\u{feff}');
        json::read(text).map_err(|error| error.or_foreign(text))
    }

    /// Reads a CSDL document from a file.
    ///
    /// # Errors
    ///
    /// Returns an error with the name of the file if the file can't be read, or if [`read_bytes`](Self::read_bytes) returns an error.
    pub fn read_file(path: impl AsRef<Path>) -> Result<Self, ReadError> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|error| ReadError::of_file(path, &error))?;
        Self::read_bytes(&bytes).map(|document| document.in_file(path)).map_err(|error| error.in_file(path))
    }

    /// Parses the bytes of a CSDL document in UTF-8, or in UTF-16 with a byte order mark.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are neither UTF-8 nor UTF-16 with a byte order mark, or if [`read`](Self::read)
    /// returns an error.
    pub fn read_bytes(bytes: &[u8]) -> Result<Self, ReadError> {
        match decode(bytes) {
            Some(text) => Self::read(&text),
            None => Err(ReadError::of_document(foreign::message_of_bytes(bytes))),
        }
    }
}

/// Decodes UTF-8, or UTF-16 with a byte order mark. Returns `None` if the bytes are neither valid UTF-8 nor valid
/// UTF-16. UTF-16 is supported because `PowerShell` writes redirected output to files in UTF-16.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let decode_units = |units: &[u8], from_bytes: fn([u8; 2]) -> u16| {
        let units: Vec<u16> =
            units.chunks(2).map(|pair| Some(from_bytes([pair[0], *pair.get(1)?]))).collect::<Option<_>>()?;
        String::from_utf16(&units).ok().map(Cow::Owned)
    };
    match bytes {
        [0xff, 0xfe, units @ ..] => decode_units(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => decode_units(units, u16::from_be_bytes),
        _ => str::from_utf8(bytes).ok().map(Cow::Borrowed),
    }
}

/// Returns the error message about an unsupported OData version.
fn unknown_version(version: &str) -> String {
    format!("the OData version `{version}` isn't supported; the version must be 4.0 or 4.01")
}
