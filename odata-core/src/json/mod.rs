//! Functions to read and write JSON, as an alternative to `serde_json`.
//!
//! [`from_str`] and [`from_slice`] accept the same JSON as the functions of `serde_json` and report errors with the
//! same messages and positions. For types with a derive macro of this crate, and for types of this crate such as
//! [`Collection`](crate::Collection), these functions are faster than `serde_json`. Any other type that implements
//! serde's `Deserialize`, such as `serde_json::Value`, is read with `serde_json`.
//!
//! [`to_string`], [`to_vec`] and [`to_writer`] write the same JSON as the functions of `serde_json`.
//!
//! ```
//! use odata_core::{Collection, ODataComplex, json};
//!
//! #[derive(ODataComplex)]
//! #[odata(namespace = "microsoft.graph")]
//! struct ResultInfo {
//!     code: i32,
//! }
//!
//! let page: Collection<ResultInfo> = json::from_str(r#"{"value": [{"code": 7}]}"#)?;
//! assert_eq!(page.value[0].code, 7);
//! assert_eq!(json::to_string(&page)?, r#"{"value":[{"code":7}]}"#);
//! # Ok::<(), json::Error>(())
//! ```

pub(crate) mod document;
mod error;
pub(crate) mod position;
mod reader;
pub(crate) mod writer;

use std::io::Write;

use serde::de::Deserialize;
use serde::ser::Serialize;

use document::Document;
pub use error::{Category, Error};
pub(crate) use reader::plain;
use writer::Writer;

/// The result of a function of this module.
pub type Result<T> = core::result::Result<T, Error>;

/// Reads a value from a JSON text.
///
/// # Errors
///
/// Returns an error if the text isn't valid JSON, or a value doesn't match its expected type.
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T> {
    crate::error::take_located_path();
    T::deserialize(Document(text)).map_err(Error::categorized)
}

/// Reads a value from a JSON text in UTF-8. The value can borrow strings from `bytes`.
///
/// # Errors
///
/// Returns an error if `bytes` isn't UTF-8, the text isn't valid JSON, or a value doesn't match its expected type.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    from_str(core::str::from_utf8(bytes).map_err(|error| Error::not_utf8(bytes, error))?)
}

/// Writes a value as a JSON text.
///
/// # Errors
///
/// Returns an error if the value can't be represented in JSON.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Writer::write(value)
}

/// Writes a value as a JSON text in UTF-8.
///
/// # Errors
///
/// Returns an error if the value can't be represented in JSON.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Writer::write(value).map(String::into_bytes)
}

/// Writes a value as a JSON text in UTF-8 to `writer`. The JSON text is created in memory first.
///
/// # Errors
///
/// Returns an error if the writer fails or the value can't be represented in JSON.
pub fn to_writer<W: Write, T: Serialize + ?Sized>(mut writer: W, value: &T) -> Result<()> {
    writer.write_all(Writer::write(value)?.as_bytes()).map_err(|error| Error::of_output(&error))
}
