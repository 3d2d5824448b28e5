//! Reading and writing the unparsed JSON of a value with `serde_json::value::RawValue`.
//!
//! Unparsed JSON preserves the exact digits of a number such as `1.50`, which serde's data model represents as the
//! `f64` 1.5. To read unparsed JSON, this crate calls `deserialize_newtype_struct` with the name
//! `$serde_json::private::RawValue`, which is private to `serde_json`. `serde_json` passes the unparsed JSON to the
//! visitor as a map: `{"$serde_json::private::RawValue": "1.50"}`. With serde, only `serde_json` preserves the exact digits
//! of a number.

use serde::ser::{Error, Serialize, SerializeStruct, Serializer};
use serde_json::value::RawValue;

/// A private name of `serde_json`: reading a newtype struct with this name returns unparsed JSON.
pub(crate) const NAME: &str = "$serde_json::private::RawValue";

/// Checks whether the serializer `S` writes a `RawValue` unchanged, as the text serializers of `serde_json` and of
/// [`crate::json`] do.
///
/// Other serializers must not receive a `RawValue`: `serde_json::to_value` converts its number into a double, and
/// serializers of other crates write an object. Because serde provides no way to detect the serializer, `is_written_by`
/// checks the type name of `S`. If a future version of `serde_json` renames its serializer, `is_written_by` returns
/// `false`, and a number such as `1.50` is written as a double.
pub(crate) fn is_written_by<S>() -> bool {
    let name = core::any::type_name::<S>();
    name.contains("serde_json::ser::") || name.contains("odata_core::json::writer::")
}

/// Checks whether `M`, the `SerializeMap` of a serializer, writes compact JSON without whitespace and with the usual
/// escapes. `serde_json` also has formatters that write whitespace or other escapes. As for [`is_written_by`], the
/// function checks the type name of `M`.
#[inline]
pub(crate) fn is_compact<M>() -> bool {
    let name = core::any::type_name::<M>();
    name.starts_with("odata_core::json::writer::")
        || (name.starts_with("serde_json::ser::Compound<")
            && name.ends_with(", serde_json::ser::CompactFormatter>"))
}

/// Writes the JSON in `text` unchanged to the output of a serializer for which [`is_written_by`] returns `true`.
pub(crate) fn write<S: Serializer>(text: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
}

/// Writes the JSON in `text` unchanged, like [`write`], but without checking whether `text` is valid JSON.
pub(crate) fn write_valid<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut structure = serializer.serialize_struct(NAME, 1)?;
    structure.serialize_field(NAME, text)?;
    structure.end()
}
