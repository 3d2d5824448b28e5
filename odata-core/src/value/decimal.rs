//! `Edm.Decimal` as `rust_decimal::Decimal`.

use core::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::metadata::{PrimitiveType, ValueType};
use crate::raw_text;
use crate::wire_format::WireFormat;

impl ODataValue for Decimal {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Decimal);

    /// As a number. `serde_json`'s text writer takes its digits as they are, `10.50`; another serializer takes an integer, or a
    /// double that has the value, else a string, which is how `IEEE754Compatible=true` has it.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if WireFormat::current().is_ieee754_compatible {
            serializer.collect_str(self)
        } else if raw_text::is_written_by::<S>() {
            raw_text::write(self.to_string(), serializer)
        } else if let Some(integer) = self.is_integer().then(|| self.to_i64()).flatten() {
            serializer.serialize_i64(integer)
        } else if let Some(double) = as_double(self) {
            serializer.serialize_f64(double)
        } else {
            serializer.collect_str(self)
        }
    }
}

/// The double that is written with the same digits, if there is one.
fn as_double(decimal: &Decimal) -> Option<f64> {
    let double = decimal.to_f64()?;
    let written = serde_json::to_string(&double).ok()?;
    (Decimal::from_str_exact(&written).ok()? == *decimal).then_some(double)
}

/// From a number or, under `IEEE754Compatible=true`, a string; perhaps with an exponent. From `serde_json` it takes the digits
/// of the text, other formats deliver a number as a double.
impl<'de> ReadValue<'de> for Decimal {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(raw_text::NAME, DecimalVisitor)
    }
}

struct DecimalVisitor;

impl DecimalVisitor {
    fn parse<E: Error>(self, text: &str) -> Result<Decimal, E> {
        // `from_scientific` rounds what stands before the exponent, and nothing else.
        let exact = significand(text).is_some_and(|significand| Decimal::from_str_exact(significand).is_ok());
        let parsed =
            exact.then(|| Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok());
        let parsed = parsed.flatten();
        parsed.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// What stands before the exponent of `[+-]n[.n][e[+-]n]` (OData ABNF, `decimalValue`).
fn significand(text: &str) -> Option<&str> {
    fn unsigned(text: &str) -> &str {
        text.strip_prefix(['+', '-']).unwrap_or(text)
    }
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (significand, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = unsigned(significand).split_once('.').unwrap_or((unsigned(significand), "0"));
    (is_digits(whole) && is_digits(fraction) && is_digits(unsigned(exponent))).then_some(significand)
}

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.Decimal` of up to 28 digits")
    }

    /// `serde_json`: the text of the value.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        if map.next_key::<String>()?.as_deref() != Some(raw_text::NAME) {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        }
        let text: String = map.next_value()?;
        match serde_json::from_str(&text) {
            Ok(serde_json::Value::String(text)) => self.parse(&text),
            Ok(serde_json::Value::Number(_)) => self.parse(&text),
            _ => Err(A::Error::custom(format_args!(
                "invalid type: `{text}`, expected {}",
                &self as &dyn serde::de::Expected
            ))),
        }
    }

    /// Other formats: the value.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    /// The shortest digits that make this double.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Decimal, E> {
        self.parse(&serde_json::to_string(&value).map_err(E::custom)?)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        self.parse(text)
    }
}
