//! Serialization of bodies.

use serde::ser::{Error, Serialize, SerializeMap, Serializer};

#[cfg(feature = "http")]
use super::InvalidBody;
use super::{Body, selection};
use crate::metadata::{PrimitiveType, Property, StructuredType, TypeKind, ValueType};
use crate::untyped::{Members, Untyped};
use crate::wire_format::WireFormat;

impl<T, P> Serialize for Body<T, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.check().map_err(S::Error::custom)?;
        self.serialize_unchecked(serializer)
    }
}

impl<T, P> Body<T, P> {
    fn serialize_unchecked<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Typed::members(self.members.current(), Some(self.metadata), serializer)
    }
}

/// A body for which [`Body::check`] returned no error. Serializing it doesn't check it again.
#[cfg(feature = "http")]
pub(crate) struct CheckedBody<T, P>(Body<T, P>);

#[cfg(feature = "http")]
impl<T, P> CheckedBody<T, P> {
    /// Checks a body.
    ///
    /// # Errors
    ///
    /// Returns the error of [`Body::check`].
    pub(crate) fn of(body: &Body<T, P>) -> Result<Self, InvalidBody> {
        body.check()?;
        Ok(Self(body.clone()))
    }
}

#[cfg(feature = "http")]
impl<T, P> Serialize for CheckedBody<T, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_unchecked(serializer)
    }
}

/// A JSON value in a body, with its declared type. The type determines how a number is written: with
/// `IEEE754Compatible=true`, numbers of the types `Edm.Int64` and `Edm.Decimal` are written as strings.
struct Typed<'v>(&'v Untyped, Option<ValueType>);

impl Typed<'_> {
    fn members<S: Serializer>(
        members: &Members,
        metadata: Option<&'static StructuredType>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(members.len()))?;
        for (name, value) in members {
            let property = metadata.and_then(|metadata| metadata.property_named(name));
            map.serialize_entry(name, &Typed(value, property.map(Property::value_type)))?;
        }
        map.end()
    }
}

/// Formats a value as JSON.
///
/// # Errors
///
/// Returns an error message if the value can't be serialized.
#[cfg(feature = "http")]
pub(crate) fn to_json(value: &Untyped, value_type: ValueType) -> Result<String, String> {
    crate::json::to_string(&Typed(value, Some(value_type))).map_err(|error| error.to_string())
}

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(value, value_type) = self;
        let kind = value_type.map(|value_type| value_type.kind());
        match (value, kind) {
            (
                Untyped::Number(number),
                Some(TypeKind::Primitive(PrimitiveType::Int64 | PrimitiveType::Decimal)),
            ) if WireFormat::current().is_ieee754_compatible => serializer.collect_str(number),
            (Untyped::Number(number), Some(TypeKind::Primitive(PrimitiveType::Decimal))) => {
                number.serialize_decimal(serializer)
            }
            (Untyped::Object(members), _) => {
                Self::members(members, selection::structured(*value_type, members), serializer)
            }
            (Untyped::Collection(elements), Some(TypeKind::Collection(element_type))) => {
                serializer.collect_seq(elements.iter().map(|element| Typed(element, Some(*element_type))))
            }
            (value, _) => value.serialize(serializer),
        }
    }
}
