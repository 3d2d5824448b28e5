//! Numeric types: `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32`, `Edm.Int64`, `Edm.Single` and `Edm.Double`.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::arbitrary_precision;
use crate::exact_digits;
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;
use crate::scientific::NoInteger;
use crate::wire_format::WireFormat;

/// A Rust integer type that represents an integer type of OData, such as `i64` for `Edm.Int64`.
trait Integer: Sized {
    const TYPE: PrimitiveType;

    /// Whether a string of digits, such as `"42"`, is accepted instead of a JSON number. `MAY_BE_STRING` is `true` for
    /// `Edm.Int64`, because a service writes an `Edm.Int64` as a string with `IEEE754Compatible=true`.
    const MAY_BE_STRING: bool;

    fn from_signed(value: i64) -> Option<Self>;

    fn from_unsigned(value: u64) -> Option<Self>;

    fn from_wide(value: i128) -> Option<Self>;
}

macro_rules! integers {
    ($($integer:ident: $edm:ident, $may_be_string:literal, $write:ident;)*) => {$(
        impl Integer for $integer {
            const TYPE: PrimitiveType = PrimitiveType::$edm;
            const MAY_BE_STRING: bool = $may_be_string;

            fn from_signed(value: i64) -> Option<Self> {
                value.try_into().ok()
            }

            fn from_unsigned(value: u64) -> Option<Self> {
                value.try_into().ok()
            }

            fn from_wide(value: i128) -> Option<Self> {
                value.try_into().ok()
            }
        }

        impl ODataValue for $integer {
            const TYPE: ValueType = ValueType::primitive(PrimitiveType::$edm).with_deserialize_any(true);

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if $may_be_string && WireFormat::current().is_ieee754_compatible {
                    return serializer.collect_str(self);
                }
                serializer.$write(*self)
            }
        }

        impl<'de> ReadValue<'de> for $integer {
            fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(IntegerVisitor(PhantomData))
            }

            fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
                match value.integer().and_then(|number| number.try_into().ok()) {
                    Some(number) => Ok(number),
                    None => Self::read(value),
                }
            }

            const USES_DESERIALIZE_ANY: bool = true;
        }
    )*};
}

integers! {
    u8: Byte, false, serialize_u8;
    i8: SByte, false, serialize_i8;
    i16: Int16, false, serialize_i16;
    i32: Int32, false, serialize_i32;
    i64: Int64, true, serialize_i64;
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<'de, T: Integer> Visitor<'de> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", T::TYPE.qualified_name())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::from_signed(value).ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::from_unsigned(value).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    /// Reads an integer that the deserializer passes as a double, such as `12.0` or `1e2`. Returns an error if the
    /// number has a fraction, such as `12.5`, or if the double is so large that it represents several integers, such as
    /// 2⁵³ and 2⁵³ + 1.
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        let integer = exact_digits::integer(value)
            .and_then(|integer| T::from_wide(integer).ok_or(NoInteger::OutOfRange));
        integer.map_err(|reason| not_exact(value, reason, T::TYPE))
    }

    /// Reads a number that `serde_json` passes as a map with the digits of the number. If the feature
    /// `arbitrary_precision` of `serde_json` is enabled, `serde_json` passes a number that isn't a 64-bit integer as a
    /// map.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let digits = arbitrary_precision::digits(map, &self)?;
        let double = exact_digits::double(&digits)?;
        exact_digits::with_digits(&digits, || self.visit_f64(double))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        if !T::MAY_BE_STRING {
            return Err(E::invalid_type(Unexpected::Str(value), &self));
        }
        value
            .parse()
            .ok()
            .and_then(T::from_signed)
            .ok_or_else(|| E::invalid_value(Unexpected::Str(value), &self))
    }
}

/// Returns the error for a double that can't be converted into the type `integer`, with the given `reason`.
#[cold]
fn not_exact<E: Error>(double: f64, reason: NoInteger, integer: PrimitiveType) -> E {
    let digits = exact_digits::digits_of(double).map(|digits| format!("floating point `{digits}`"));
    let unexpected = digits.as_deref().map_or(Unexpected::Float(double), Unexpected::Other);
    let expected = format!("`{}`", integer.qualified_name());
    match reason {
        NoInteger::Fraction => E::invalid_type(unexpected, &expected.as_str()),
        NoInteger::OutOfRange => E::invalid_value(unexpected, &expected.as_str()),
        NoInteger::Ambiguous => {
            let expected = format!(
                "{expected}: the format passed a double, and a double of 2^53 or more doesn't identify a single integer"
            );
            E::invalid_value(unexpected, &expected.as_str())
        }
    }
}

/// A Rust floating-point type. Infinity and NaN are written as the strings `"INF"`, `"-INF"` and `"NaN"`, because JSON
/// numbers are finite.
trait Float: Copy {
    const TYPE: PrimitiveType;
    const INFINITY: Self;
    const NEG_INFINITY: Self;
    const NAN: Self;

    fn from_double(value: f64) -> Option<Self>;

    fn text(self) -> Option<&'static str>;
}

macro_rules! floats {
    ($($float:ident: $edm:ident, $write:ident, $from_double:expr;)*) => {$(
        impl Float for $float {
            const TYPE: PrimitiveType = PrimitiveType::$edm;
            const INFINITY: Self = $float::INFINITY;
            const NEG_INFINITY: Self = $float::NEG_INFINITY;
            const NAN: Self = $float::NAN;

            fn from_double(value: f64) -> Option<Self> {
                $from_double(value)
            }

            fn text(self) -> Option<&'static str> {
                if self.is_finite() {
                    None
                } else if self.is_nan() {
                    Some("NaN")
                } else if self > 0.0 {
                    Some("INF")
                } else {
                    Some("-INF")
                }
            }
        }

        impl ODataValue for $float {
            const TYPE: ValueType = ValueType::primitive(PrimitiveType::$edm).with_deserialize_any(true);

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self.text() {
                    None => serializer.$write(*self),
                    Some(text) => serializer.serialize_str(text),
                }
            }
        }

        impl<'de> ReadValue<'de> for $float {
            fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(FloatVisitor(PhantomData))
            }

            fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
                Self::read(value)
            }

            const USES_DESERIALIZE_ANY: bool = true;
        }
    )*};
}

floats! {
    f64: Double, serialize_f64, Some;
    f32: Single, serialize_f32, single_from_double;
}

/// Rounds a double to the nearest `f32`. Returns `None` if the double is finite but out of the range of `f32`.
fn single_from_double(value: f64) -> Option<f32> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounding is intended, and the range is checked afterwards"
    )]
    let single = value as f32;
    (single.is_finite() || !value.is_finite()).then_some(single)
}

struct FloatVisitor<T>(PhantomData<T>);

impl<'de, T: Float> Visitor<'de> for FloatVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", T::TYPE.qualified_name())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        T::from_double(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    #[expect(clippy::cast_precision_loss, reason = "a JSON integer in a floating-point property is rounded")]
    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.visit_f64(value as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "a JSON integer in a floating-point property is rounded")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.visit_f64(value as f64)
    }

    /// Reads a number that `serde_json` passes as a map with the digits of the number, if the feature
    /// `arbitrary_precision` of `serde_json` is enabled.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let digits = arbitrary_precision::digits(map, &self)?;
        self.visit_f64(exact_digits::double(&digits)?)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        match value {
            "INF" => Ok(T::INFINITY),
            "-INF" => Ok(T::NEG_INFINITY),
            "NaN" => Ok(T::NAN),
            _ => Err(E::invalid_value(Unexpected::Str(value), &self)),
        }
    }
}
