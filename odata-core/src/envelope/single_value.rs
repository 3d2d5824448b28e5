//! The JSON format of a single value in a response body.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::complex_value::{read_complex, write_complex};
use super::{read_value, write_value};
use crate::extra::Extra;
use crate::metadata::{StructuredKind, TypeKind};
use crate::value::{ODataValue, ReadValue};

/// A single value in a response body, such as the value of a property or the result of an operation (OData 4.01 JSON
/// format, clause 11).
///
/// The response body of a primitive value is a JSON object with a member `value`, such as `{"value": "Pat"}`.
///
/// ```
/// use odata_core::SingleValue;
///
/// let name: SingleValue<String> = serde_json::from_str(r#"{"@odata.context": "…/users('1')/displayName", "value": "Pat"}"#)?;
/// assert_eq!(name.value, "Pat");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The response body of a complex value is usually the value itself, such as `{"timeZone": "UTC"}`. Some services send
/// a complex value in a wrapper object, such as `{"value": {"timeZone": "UTC"}}`. A complex value, an entity or an
/// untyped value can be read with or without the wrapper object `{"value": …}`. If the type declares a property
/// `value`, the wrapper object isn't supported, because its member `value` is read as this property.
///
/// ```
/// use odata_core::{ODataComplex, SingleValue};
///
/// #[derive(Debug, PartialEq, ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct MailboxSettings {
///     time_zone: Option<String>,
/// }
///
/// for payload in [r#"{"@odata.context": "…", "timeZone": "UTC"}"#, r#"{"@odata.context": "…", "value": {"timeZone": "UTC"}}"#] {
///     let settings: SingleValue<MailboxSettings> = serde_json::from_str(payload)?;
///     assert_eq!(settings.value.time_zone.as_deref(), Some("UTC"));
///     assert_eq!(settings.extra.context(), Some("…"));
///     assert_eq!(serde_json::to_string(&settings)?, r#"{"@odata.context":"…","timeZone":"UTC"}"#);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SingleValue<T> {
    /// The value in the response.
    pub value: T,
    /// The annotations of the response: `@odata.context`, and all annotations next to the member `value`. If the
    /// response body is a complex value itself, this field contains only `@odata.context`, and the [`Extra`] field of
    /// the complex type contains all other annotations.
    pub extra: Extra,
}

impl<T> From<T> for SingleValue<T> {
    fn from(value: T) -> Self {
        Self { value, extra: Extra::new() }
    }
}

impl<T: ODataValue> Serialize for SingleValue<T> {
    /// Writes a complex value as the response body itself, such as `{"timeZone":"UTC"}`, as the OData standard
    /// requires. Writes any value that isn't a complex value, such as a string, in a wrapper object such as
    /// `{"value":"UTC"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match T::TYPE.structured() {
            Some(metadata) if metadata.kind() == StructuredKind::Complex => {
                write_complex(&self.value, &self.extra, metadata, serializer)
            }
            _ => write_value(&self.value, &self.extra, serializer),
        }
    }
}

impl<'de, T: ReadValue<'de>> Deserialize<'de> for SingleValue<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (value, extra) = match T::TYPE.kind() {
            TypeKind::Structured(_) | TypeKind::Polymorphic(..) | TypeKind::Untyped => {
                read_complex(deserializer)
            }
            _ => read_value(deserializer, "a single value: an object with a member `value`"),
        }?;
        Ok(Self { value, extra })
    }
}
