//! Conversions between `Binary` and base64 strings.

use core::fmt;
use core::str::FromStr;

use base64::display::Base64Display;
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Binary;
use super::base64_form::Form;
use crate::error;
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;
use crate::untyped::Untyped;
use crate::value::{ODataValue, ReadValue};

/// Formats the bytes as a base64 string. If no base64 alphabet was set or detected for the `Binary`, the string is in
/// the service's alphabet.
impl fmt::Display for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let engine = self.form.engine(self.current_alphabet());
        fmt::Display::fmt(&Base64Display::new(&self.bytes, engine), f)
    }
}

impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({self})")
    }
}

/// Parses a base64 string in the base64url alphabet or in the standard alphabet, with or without padding.
impl FromStr for Binary {
    type Err = InvalidBinary;

    fn from_str(text: &str) -> Result<Self, InvalidBinary> {
        let (bytes, form) = Form::decode(text).ok_or(InvalidBinary(()))?;
        Ok(Self { bytes, form })
    }
}

/// The error returned when a string isn't a valid base64 string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidBinary(());

impl fmt::Display for InvalidBinary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an `Edm.Binary`: expected a base64url string")
    }
}

impl core::error::Error for InvalidBinary {}

impl ODataValue for Binary {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Binary).with_deserialize_any(true);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> ReadValue<'de> for Binary {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(BinaryVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        Self::read(value)
    }

    const USES_DESERIALIZE_ANY: bool = true;
}

/// Converts a `Binary` into a base64 string. The string uses the alphabet that was set or detected for the `Binary`,
/// and base64url by default. If the service requires the standard alphabet, call
/// [`with_alphabet`](Binary::with_alphabet) before the conversion, because the conversion ignores the settings of the
/// service.
impl From<Binary> for Untyped {
    fn from(binary: Binary) -> Self {
        Self::String(binary.to_string())
    }
}

impl Serialize for Binary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(serializer)
    }
}

impl<'de> Deserialize<'de> for Binary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer).map_err(error::located)
    }
}

struct BinaryVisitor;

impl Visitor<'_> for BinaryVisitor {
    type Value = Binary;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.Binary`, a base64url string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Binary, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}
