//! `Edm.Decimal` as `rust_decimal::Decimal`.

use core::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::raw_json;
use crate::read_error::ReadError;
use crate::scientific::{self, Scientific};
use crate::untyped::{Untyped, number_from};
use crate::wire_format::WireFormat;

impl ODataValue for Decimal {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Decimal);

    /// Writes an `Edm.Decimal` without an exponent, because OData allows an exponent only with the format parameter
    /// `ExponentialDecimals=true`.
    ///
    /// `serde_json::to_string` and [`json::to_string`](crate::json::to_string) write the decimal as a number with the
    /// exact digits, such as `10.50`. Other serializers, for example for CBOR, write an integer such as `10` as a
    /// 64-bit integer, and a decimal with a fraction, such as `10.5`, as a double. If a double would lose digits of the
    /// decimal or be written with an exponent, the decimal is written as a string. With `IEEE754Compatible=true`, every
    /// decimal is written as a string.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if WireFormat::current().is_ieee754_compatible {
            serializer.collect_str(self)
        } else if raw_json::is_written_by::<S>() {
            raw_json::write(self.to_string(), serializer)
        } else if let Some(integer) = self.is_integer().then(|| self.to_i64()).flatten() {
            serializer.serialize_i64(integer)
        } else if let Some(integer) = self.is_integer().then(|| self.to_u64()).flatten() {
            serializer.serialize_u64(integer)
        } else if let Some(double) = as_double(self) {
            serializer.serialize_f64(double)
        } else {
            serializer.collect_str(self)
        }
    }
}

/// Converts a `Decimal` into a JSON number with the same digits and without an exponent.
impl From<Decimal> for Untyped {
    fn from(decimal: Decimal) -> Self {
        number_from(&decimal.to_string())
    }
}

/// Converts a decimal into a double that `serde_json` writes as the same number, without an exponent. For example,
/// returns `None` for `0.0000001`, because `serde_json` would write the double as `1e-7`, which isn't a valid
/// `Edm.Decimal` by default.
fn as_double(decimal: &Decimal) -> Option<f64> {
    let double = decimal.to_f64()?;
    let written = serde_json::to_string(&double).ok()?;
    // `from_str_exact` doesn't accept an exponent.
    (Decimal::from_str_exact(&written).ok()? == *decimal).then_some(double)
}

/// Reads an `Edm.Decimal` from a number or a string, with or without an exponent. With `IEEE754Compatible=true`,
/// services send an `Edm.Decimal` as a string. For a number with a fraction, `serde_json` passes the exact digits, and
/// deserializers of other formats pass a double.
impl<'de> ReadValue<'de> for Decimal {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(raw_json::NAME, DecimalVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        match value {
            Incoming::Pending(source) => {
                let mut decimal = Self::ZERO;
                let read = source.read_raw(&mut |text| {
                    decimal = DecimalVisitor.parse_raw(text)?;
                    Ok(())
                });
                match read {
                    Some(read) => read.map(|()| decimal),
                    None => Self::read(Incoming::Pending(source)),
                }
            }
            value => Self::read(value),
        }
    }
}

struct DecimalVisitor;

impl DecimalVisitor {
    /// The maximum number of digits of a `rust_decimal::Decimal`.
    const MOST_DIGITS: usize = 29;

    /// Parses an `Edm.Decimal`, with or without an exponent (OData ABNF, `decimalValue`). Returns an error if a
    /// `Decimal` can't represent the number exactly.
    fn parse<E: Error>(self, text: &str) -> Result<Decimal, E> {
        let exact = scientific::parts(text).and_then(|_| Decimal::from_str_exact(text).ok());
        let parsed = exact.or_else(|| Self::parse_scientific(text));
        parsed.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    /// Parses the raw JSON of a number or string.
    fn parse_raw<E: Error>(self, text: &str) -> Result<Decimal, E> {
        match serde_json::from_str(text) {
            Ok(serde_json::Value::String(text)) => self.parse(&text),
            Ok(serde_json::Value::Number(_)) => self.parse(text),
            _ => Err(E::custom(format_args!(
                "invalid type: `{text}`, expected {}",
                &self as &dyn serde::de::Expected
            ))),
        }
    }

    #[cold]
    fn parse_scientific(text: &str) -> Option<Decimal> {
        let plain = Scientific::parse(text)?.to_plain(Self::MOST_DIGITS)?;
        Decimal::from_str_exact(&plain).ok()
    }
}

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.Decimal` of up to 28 digits")
    }

    /// Reads a map such as `{"$serde_json::private::RawValue": "1.50"}`, which `serde_json` passes in place of a number
    /// or string. The map contains unparsed JSON, and therefore all digits of a number such as `1.50`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        if map.next_key::<String>()?.as_deref() != Some(raw_json::NAME) {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        }
        self.parse_raw(&map.next_value::<String>()?)
    }

    /// Reads a number or string from a format such as CBOR. For JSON, `serde_json` calls `visit_map` instead of
    /// `visit_newtype_struct`.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    /// Converts a double into a decimal number. If several decimal numbers round to the same double, the result is the
    /// number with the fewest digits.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Decimal, E> {
        self.parse(&serde_json::to_string(&value).map_err(E::custom)?)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        self.parse(text)
    }
}
