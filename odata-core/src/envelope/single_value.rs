//! `SingleValue<T>`: the envelope around one property, or what an operation returns.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{read_value, write_value};
use crate::extra::Extra;
use crate::value::{ODataValue, ReadValue};

/// A single value as a service sends it when a property is asked for by itself, or an operation returns one (OData 4.01
/// JSON format, clause 11). An entity or complex value stands without this envelope.
///
/// ```
/// use odata_core::SingleValue;
///
/// let name: SingleValue<String> = serde_json::from_str(r#"{"@odata.context": "…/users('1')/displayName", "value": "Pat"}"#)?;
/// assert_eq!(name.value, "Pat");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SingleValue<T> {
    /// The value.
    pub value: T,
    /// Context and other annotations.
    pub extra: Extra,
}

impl<T> From<T> for SingleValue<T> {
    fn from(value: T) -> Self {
        Self { value, extra: Extra::new() }
    }
}

impl<T: ODataValue> Serialize for SingleValue<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_value(&self.value, &self.extra, serializer)
    }
}

impl<'de, T: ReadValue<'de>> Deserialize<'de> for SingleValue<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (value, extra) = read_value(deserializer, "a single value: an object with `value`")?;
        Ok(Self { value, extra })
    }
}
