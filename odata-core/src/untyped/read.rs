//! Reading any JSON.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Members, NameIndex, Number, Representation, Untyped};
use crate::arbitrary_precision;
use crate::metadata::{TypeKind, ValueType};
use crate::value::{ODataValue, ReadValue};

impl<'de> ReadValue<'de> for Untyped {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UntypedVisitor)
    }
}

impl<'de> Deserialize<'de> for Untyped {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer)
    }
}

impl ODataValue for Untyped {
    const TYPE: ValueType = ValueType::new(TypeKind::Untyped).nullable();

    fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(self, serializer)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl Number {
    /// The number, unless it is not finite: JSON has no such numbers.
    pub(super) fn from_double(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(Representation::Double(number)))
    }

    pub(super) const fn from_unsigned(number: u64) -> Self {
        if number > i64::MAX as u64 {
            Self(Representation::Unsigned(number))
        } else {
            Self::from_signed(number.cast_signed())
        }
    }

    pub(super) const fn from_signed(number: i64) -> Self {
        Self(Representation::Signed(number))
    }

    fn from_digits(digits: &str) -> Option<Self> {
        let integer =
            digits.parse().map(Self::from_signed).or_else(|_| digits.parse().map(Self::from_unsigned));
        integer.ok().or_else(|| digits.parse().ok().and_then(Self::from_double))
    }
}

struct UntypedVisitor;

impl<'de> Visitor<'de> for UntypedVisitor {
    type Value = Untyped;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Untyped, E> {
        Ok(Untyped::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Untyped, E> {
        Ok(Untyped::Number(Number::from_signed(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Untyped, E> {
        Ok(Untyped::Number(Number::from_unsigned(value)))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "more than 64 bits are a double, as from any other format"
    )]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Untyped, E> {
        self.visit_f64(value as f64)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "more than 64 bits are a double, as from any other format"
    )]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Untyped, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Untyped, E> {
        Number::from_double(value)
            .map(Untyped::Number)
            .ok_or_else(|| E::custom(format_args!("`{value}` is not a JSON number")))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Untyped, E> {
        Ok(Untyped::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Untyped, E> {
        Ok(Untyped::String(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Untyped, E> {
        Ok(Untyped::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Untyped, E> {
        Ok(Untyped::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Untyped, D::Error> {
        Untyped::read(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Untyped, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = sequence.next_element()? {
            elements.push(element);
        }
        Ok(Untyped::Collection(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Untyped, A::Error> {
        let mut members = Members::default();
        let mut index = NameIndex::default();
        while let Some((name, value)) = map.next_entry::<String, Untyped>()? {
            let digits = value.as_str().filter(|_| arbitrary_precision::is_number(&name));
            if let Some(number) = digits.and_then(Number::from_digits) {
                return Ok(Untyped::Number(number));
            }
            members.push_new(name.into(), value, &mut index).map_err(A::Error::custom)?;
        }
        Ok(Untyped::Object(members))
    }
}
