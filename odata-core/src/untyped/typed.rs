//! Conversions between [`Untyped`] and typed values.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::Untyped;
use crate::error;
use crate::incoming::Incoming;
use crate::json;
use crate::metadata::{TypeKind, ValueType};
use crate::read_error::ReadError;
use crate::value::{AsSerialize, ODataValue, ReadValue};

impl ODataValue for Untyped {
    const TYPE: ValueType = ValueType::new(TypeKind::Untyped).nullable();

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl<'de> ReadValue<'de> for Untyped {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        match value {
            Incoming::Pending(source) => match source.read_untyped() {
                Some(read) => read,
                None => Self::read(Incoming::Pending(source)),
            },
            value => Self::read(value),
        }
    }
}

impl Untyped {
    /// Deserializes this JSON value as a Rust type `T`, such as `NaiveDate`.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use odata_core::Untyped;
    ///
    /// let birthday = Untyped::from("1970-01-01");
    /// assert_eq!(birthday.read_as::<NaiveDate>()?, NaiveDate::from_ymd_opt(1970, 1, 1).unwrap());
    /// assert!(birthday.read_as::<i32>().is_err());
    /// # Ok::<(), odata_core::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if this JSON value doesn't match the type `T`.
    pub fn read_as<T: for<'de> ReadValue<'de>>(&self) -> Result<T, ReadError> {
        T::read(self.clone()).map_err(error::located)
    }
}

/// Serializes a value into a JSON string and parses the string as an `Untyped`. The digits of every number are
/// preserved.
pub(crate) fn written<T: ODataValue>(value: &T) -> json::Result<Untyped> {
    json::from_str(&json::to_string(&AsSerialize(value))?)
}
