//! The raw JSON of a value, through the `RawValue` of `serde_json`.
//!
//! serde's data model has no type for the exact digits of a number. `serde_json` passes the raw JSON to a newtype
//! struct with a private name, as a map with a single member of that name:
//! `{"$serde_json::private::RawValue": "1.50"}`. Other formats ignore the name.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

/// The private name of the newtype struct and of the member.
pub(crate) const NAME: &str = "$serde_json::private::RawValue";

/// Checks whether a serializer writes a `RawValue` unchanged. Other serializers would write it as an object, or as a
/// double.
///
/// serde provides no way to detect the serializer, so this function checks the name of its type. If the name changes,
/// callers use the fallback for other serializers.
pub(crate) fn is_written_by<S>() -> bool {
    core::any::type_name::<S>().contains("serde_json::ser::")
}

/// Writes JSON unchanged.
pub(crate) fn write<S: Serializer>(text: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
}
