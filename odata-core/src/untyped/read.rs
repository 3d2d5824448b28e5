//! Deserialization of an `Untyped` from any JSON value.

use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::long_numbers::ExactNumbers;
use super::transfer;
use super::{Members, NameIndex, Number, Untyped};
use crate::json::document;
use crate::member_name::MemberName;
use crate::value::ReadValue;
use crate::value::read::read_with;
use crate::{arbitrary_precision, raw_json};

impl<'de> Deserialize<'de> for Untyped {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if document::is_document::<D>() {
            return read_with(deserializer, false, Self::read_incoming);
        }
        transfer::receive(|| {
            deserializer.deserialize_newtype_struct(raw_json::NAME, UntypedVisitor::RAW_JSON)
        })
    }
}

/// A serde visitor that reads any JSON value.
#[derive(Clone, Copy)]
struct UntypedVisitor<'n> {
    /// Whether this visitor receives unparsed JSON from `serde_json`, because the visitor was passed to
    /// `deserialize_newtype_struct` with the name [`raw_json::NAME`].
    expects_raw_json: bool,
    exact: Option<&'n ExactNumbers>,
}

impl UntypedVisitor<'_> {
    const RAW_JSON: Self = Self { expects_raw_json: true, exact: None };

    fn inner(self) -> Self {
        Self { expects_raw_json: false, ..self }
    }

    fn number<E: Error>(self, number: Option<Number>) -> Result<Untyped, E> {
        let number = self.exact.and_then(ExactNumbers::next_long).or(number);
        number.map(Untyped::Number).ok_or_else(|| E::custom("number out of range"))
    }
}

/// Parses a JSON value and preserves all digits of its numbers.
fn read_text<E: Error>(text: &str) -> Result<Untyped, E> {
    if let Some(scalar) = scalar(text) {
        return Ok(scalar);
    }
    let exact = ExactNumbers::of(text);
    let visitor = UntypedVisitor { expects_raw_json: false, exact: exact.as_ref() };
    let read = visitor.deserialize(&mut serde_json::Deserializer::from_str(text));
    read.map_err(|error: serde_json::Error| {
        // The line and column in the message refer to `text`. The format from which `text` was read adds the line and
        // column in the whole payload.
        let position = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        E::custom(message.strip_suffix(&position).unwrap_or(&message))
    })
}

/// Parses `null`, a Boolean, a number or a string without escapes. Returns `None` for a value that must be parsed with
/// `serde_json`: an object, an array, or a string with escapes such as `\n`. The function doesn't check that `text` is
/// valid JSON, because `serde_json` has already checked it.
fn scalar(text: &str) -> Option<Untyped> {
    match text.as_bytes() {
        [b'n', ..] => Some(Untyped::Null),
        [b't', ..] => Some(Untyped::Boolean(true)),
        [b'f', ..] => Some(Untyped::Boolean(false)),
        [b'-' | b'0'..=b'9', ..] => Number::from_digits(text).map(Untyped::Number),
        [b'"', .., b'"'] => {
            let inside = &text[1..text.len() - 1];
            (!inside.as_bytes().contains(&b'\\')).then(|| Untyped::String(inside.to_owned()))
        }
        _ => None,
    }
}

/// A serde seed that parses raw JSON without copying the JSON string.
struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Untyped;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Untyped, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TextSeed {
    type Value = Untyped;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the raw text of a JSON value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Untyped, E> {
        read_text(text)
    }
}

impl<'de> DeserializeSeed<'de> for UntypedVisitor<'_> {
    type Value = Untyped;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Untyped, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for UntypedVisitor<'_> {
    type Value = Untyped;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Untyped, D::Error> {
        self.inner().deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Untyped, E> {
        Ok(Untyped::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Untyped, E> {
        self.number(Some(Number::from_signed(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Untyped, E> {
        self.number(Some(Number::from_unsigned(value)))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Untyped, E> {
        self.number(Number::from_digits(&value.to_string()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Untyped, E> {
        self.number(Number::from_digits(&value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Untyped, E> {
        self.number(Number::from_double(value))
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
        self.inner().deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Untyped, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = sequence.next_element_seed(self.inner())? {
            elements.push(element);
        }
        Ok(Untyped::Collection(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Untyped, A::Error> {
        let mut members = Members::default();
        let mut index = NameIndex::default();
        while let Some(name) = map.next_key::<MemberName<'de>>()?.map(|name| name.0) {
            if self.expects_raw_json && name == raw_json::NAME {
                return map.next_value_seed(TextSeed);
            }
            let value = map.next_value_seed(self.inner())?;
            if let Some(digits) = value.as_str().filter(|_| arbitrary_precision::is_number(&name)) {
                return self.number(Number::from_digits(digits));
            }
            members.push_new(name.into(), value, &mut index).map_err(A::Error::custom)?;
        }
        Ok(Untyped::Object(members))
    }
}
