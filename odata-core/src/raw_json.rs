//! Reading and writing the unparsed JSON of a value with `serde_json::value::RawValue`.
//!
//! serde's data model has no type for the exact digits of a number, such as `1.50`. If a newtype struct has a certain
//! private name, `serde_json` passes the unparsed JSON to it as a map with a single member of the same name:
//! `{"$serde_json::private::RawValue": "1.50"}`. Other serde formats ignore the name of a newtype struct.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

/// The private name with which `serde_json` reads a newtype struct as unparsed JSON.
pub(crate) const NAME: &str = "$serde_json::private::RawValue";

/// Checks whether the serializer `S` is a serializer of `serde_json`, which writes a `RawValue` unchanged.
///
/// The serializers of other crates would write a `RawValue` as an object or as a double. serde provides no way to
/// detect the serializer, so this function checks the type name of `S`. If `serde_json` renames its serializer, this
/// function returns `false`, and numbers are written as with other serializers.
pub(crate) fn is_written_by<S>() -> bool {
    core::any::type_name::<S>().contains("serde_json::ser::")
}

/// Writes a string that contains JSON unchanged, as part of the output of a `serde_json` serializer.
pub(crate) fn write<S: Serializer>(text: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
}
