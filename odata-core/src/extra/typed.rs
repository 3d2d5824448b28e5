//! Deserialization of undeclared members as typed values.

use serde::de::Error;

use super::Extra;
use crate::metadata::{PrimitiveType, TypeKind, ValueType, type_set};
use crate::read_error::ReadError;
use crate::value::ReadValue;

impl Extra {
    /// Deserializes a dynamic property as a Rust type `T`. The result is `None` if the `Extra` doesn't contain the
    /// dynamic property.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use odata_core::Extra;
    ///
    /// let extra = Extra::from_iter([("birthday@odata.type", "#Date"), ("birthday", "1970-01-01")]);
    /// assert_eq!(extra.read_as("birthday"), Some(Ok(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap())));
    /// assert_eq!(extra.read_as::<i32>("anniversary"), None);
    ///
    /// let error = extra.read_as::<String>("birthday").unwrap().unwrap_err();
    /// assert_eq!(error.to_string(), "`birthday` is of the type `Date`, not `Edm.String`");
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the value of the property doesn't match the type `T`. Returns an error if the property has
    /// an annotation such as `birthday@odata.type`, and the annotation names a primitive type other than the OData type
    /// of `T`.
    #[must_use]
    pub fn read_as<T: for<'de> ReadValue<'de>>(&self, property: &str) -> Option<Result<T, ReadError>> {
        let value = self.get(property)?;
        match self.property_type(property).filter(|name| is_other_primitive(name, T::TYPE)) {
            Some(name) => Some(Err(ReadError::custom(format_args!(
                "`{property}` is of the type `{name}`, not `{}`",
                T::TYPE
            )))),
            None => Some(value.read_as()),
        }
    }

    /// Deserializes an annotation of a property as a Rust type `T`. The result is `None` if the `Extra` doesn't contain
    /// the annotation.
    ///
    /// # Errors
    ///
    /// Returns an error if the value of the annotation doesn't match the type `T`.
    #[must_use]
    pub fn read_annotation_as<T: for<'de> ReadValue<'de>>(
        &self,
        property: &str,
        term: &str,
    ) -> Option<Result<T, ReadError>> {
        Some(self.annotation(property, term)?.read_as())
    }
}

/// Checks whether the primitive type `name` from an `@odata.type` annotation contradicts the expected type
/// `value_type`. For example, returns `true` if `name` is `Date` or `Edm.Date`, and `value_type` is `Edm.String`.
fn is_other_primitive(name: &str, value_type: ValueType) -> bool {
    let TypeKind::Primitive(primitive) = value_type.kind() else { return false };
    let is_primitive = type_set::is_primitive(name);
    let [name, expected] = [name, primitive.qualified_name()].map(|name| name.trim_start_matches("Edm."));
    let is_derived = match primitive {
        PrimitiveType::Geography | PrimitiveType::Geometry => name.starts_with(expected),
        _ => false,
    };
    is_primitive && name != expected && !is_derived
}
