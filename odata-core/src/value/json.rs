//! Properties that contain any JSON value: `Json<T>` and `serde_json::Value`.

use core::ops::{Deref, DerefMut};

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::kind::{PropertyType, ReadKind, WriteKind};
use super::{ODataValue, ReadValue};
use crate::metadata::{TypeKind, ValueType};

/// The value of an `Edm.Untyped` property. A `Json<T>` is serialized and deserialized with serde's `Serialize` and
/// `Deserialize` of `T`.
///
/// ```
/// use odata_core::{Json, ODataComplex};
/// use std::collections::BTreeMap;
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "example")]
/// struct Chart {
///     options: Option<Json<BTreeMap<String, bool>>>,
/// }
///
/// let chart: Chart = serde_json::from_str(r#"{"options": {"legend": true}}"#)?;
/// assert!(chart.options.unwrap()["legend"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Json<T>(pub T);

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// The implementation of serialization and deserialization for `Json<T>`, which calls serde's `Serialize` and
/// `Deserialize` of `T`.
#[derive(Debug)]
pub struct JsonKind(());

impl<T> PropertyType for Json<T> {
    type Kind = JsonKind;
}

impl<T: Serialize> WriteKind<Json<T>> for JsonKind {
    const TYPE: ValueType = ValueType::new(TypeKind::Untyped);

    fn write<S: Serializer>(value: &Json<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.0.serialize(serializer)
    }
}

impl<'de, T: Serialize + Deserialize<'de>> ReadKind<'de, Json<T>> for JsonKind {
    const USES_DESERIALIZE_ANY: bool = false;

    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Json<T>, D::Error> {
        T::deserialize(deserializer).map(Json)
    }
}

impl ODataValue for serde_json::Value {
    const TYPE: ValueType = ValueType::new(TypeKind::Untyped).nullable();

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl<'de> ReadValue<'de> for serde_json::Value {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}
