//! The text of a JSON value, as `serde_json` delivers and takes it for its `RawValue`.
//!
//! Only the text has all the digits of a number; serde itself has no callback for them. A newtype struct of a name that
//! `serde_json` keeps to itself is delivered as a map with one member of that name, and the text as a string:
//! `{"$serde_json::private::RawValue": "1.50"}`. Every other format delivers the value as always.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

/// The name to ask for the text by, as a newtype struct, and the name of the member that holds it.
pub(crate) const NAME: &str = "$serde_json::private::RawValue";

/// Whether a serializer writes a `RawValue` as it stands: any other makes an object of it, or a double.
///
/// serde gives no way to ask. The name of a type is for humans; should this one change, callers fall back on what they do
/// for the other serializers.
pub(crate) fn is_written_by<S>() -> bool {
    core::any::type_name::<S>().contains("serde_json::ser::")
}

/// Writes a JSON text as it stands.
pub(crate) fn write<S: Serializer>(text: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
}
