//! Formatting, parsing, serializing and deserializing `Flags`.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::token::Token;
use super::{Flag, Flags};
use crate::arbitrary_precision;
use crate::error;
use crate::exact_digits;
use crate::metadata::{TypeKind, ValueType};
use crate::value::kind::{PropertyType, ReadKind, WriteKind};
use crate::value::{ODataValue, ReadValue};

/// Writes the same string as serialization: the members separated by commas (`originalFiles,tags`), or `0` for an empty
/// set.
impl<E: Flag> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.tokens.is_empty() {
            return f.write_str("0");
        }
        for (index, token) in self.tokens.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "," })?;
            match token {
                Token::Member(position) => f.write_str(E::METADATA.members()[*position].name())?,
                Token::Number(number) => write!(f, "{number}")?,
                Token::Unknown(name) => f.write_str(name)?,
            }
        }
        Ok(())
    }
}

impl<E: Flag> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags({self})")
    }
}

/// Parses the member names and numbers in a comma-separated string, such as `originalFiles,tags`. Spaces around commas
/// are ignored. Parsing never fails, because a name that isn't declared becomes an unknown member.
impl<E: Flag> FromStr for Flags<E> {
    type Err = core::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut flags = Self::new();
        flags.push_text(text);
        Ok(flags)
    }
}

/// The implementation of serialization and deserialization for [`Flags`].
#[derive(Debug)]
pub struct FlagsKind(());

impl<E> PropertyType for Flags<E> {
    type Kind = FlagsKind;
}

impl<E: Flag> WriteKind<Flags<E>> for FlagsKind {
    const TYPE: ValueType = ValueType::new(TypeKind::Enumeration(E::metadata));

    fn write<S: Serializer>(flags: &Flags<E>, serializer: S) -> Result<S::Ok, S::Error> {
        match *flags.tokens {
            [Token::Member(position)] => serializer.serialize_str(E::METADATA.members()[position].name()),
            _ => serializer.collect_str(flags),
        }
    }
}

impl<'de, E: Flag> ReadKind<'de, Flags<E>> for FlagsKind {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Flags<E>, D::Error> {
        deserializer.deserialize_any(FlagsVisitor(PhantomData))
    }
}

impl<E: Flag> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(serializer)
    }
}

impl<'de, E: Flag> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer).map_err(error::located)
    }
}

struct FlagsVisitor<E>(PhantomData<E>);

impl<'de, F: Flag> Visitor<'de> for FlagsVisitor<F> {
    type Value = Flags<F>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "members of `{}`", F::METADATA.qualified_name())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Flags<F>, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Flags<F>, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Flags<F>, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Flags<F>, E> {
        match exact_digits::integer(number) {
            Ok(number) => self.visit_str(&number.to_string()),
            Err(_) => Err(E::invalid_type(Unexpected::Float(number), &self)),
        }
    }

    /// Reads a number such as `2.0` that `serde_json` passes as a map, because the feature `arbitrary_precision` of
    /// `serde_json` is enabled.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Flags<F>, A::Error> {
        let digits = arbitrary_precision::digits(map, &self)?;
        let double = exact_digits::double(&digits)?;
        exact_digits::with_digits(&digits, || self.visit_f64(double))
    }
}
