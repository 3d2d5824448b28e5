//! Conversions of Booleans, numbers and strings into `Untyped`.

use std::borrow::Cow;
use std::sync::Arc;

use crate::untyped::{Number, Untyped};

impl From<bool> for Untyped {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

macro_rules! integers {
    ($($integer:ty: $via:ident, $from:ident;)*) => {$(
        impl From<$integer> for Untyped {
            fn from(value: $integer) -> Self {
                Self::Number(Number::$from($via::from(value)))
            }
        }
    )*};
}

integers! {
    i8: i64, from_signed;
    i16: i64, from_signed;
    i32: i64, from_signed;
    i64: i64, from_signed;
    u8: u64, from_unsigned;
    u16: u64, from_unsigned;
    u32: u64, from_unsigned;
    u64: u64, from_unsigned;
}

/// Converts an `f64` into a number. Infinity and NaN are converted into the strings `"INF"`, `"-INF"` and `"NaN"`,
/// because JSON can't represent them as numbers.
impl From<f64> for Untyped {
    fn from(value: f64) -> Self {
        match Number::from_double(value) {
            Some(number) => Self::Number(number),
            None if value.is_nan() => Self::from("NaN"),
            None if value > 0.0 => Self::from("INF"),
            None => Self::from("-INF"),
        }
    }
}

/// Converts an `f32` into a number with the shortest digits that represent the `f32`, such as `0.1` instead of
/// `0.10000000149011612`. Infinity and NaN are converted into the strings `"INF"`, `"-INF"` and `"NaN"`.
impl From<f32> for Untyped {
    fn from(value: f32) -> Self {
        let written = value.to_string().parse().ok().filter(|_| value.is_finite());
        Self::from(written.unwrap_or_else(|| f64::from(value)))
    }
}

/// Converts decimal digits into a number. A number greater than the largest double is converted into a string, because
/// `serde_json` without its feature `arbitrary_precision` can't represent the number.
pub(crate) fn number_from(digits: &str) -> Untyped {
    Number::from_digits(digits).map_or_else(|| Untyped::from(digits), Untyped::Number)
}

macro_rules! strings {
    ($($string:ty),*) => {$(
        impl From<$string> for Untyped {
            fn from(value: $string) -> Self {
                Self::String(value.into())
            }
        }
    )*};
}

strings!(&str, String, Box<str>, Cow<'_, str>);

impl From<Arc<str>> for Untyped {
    fn from(value: Arc<str>) -> Self {
        Self::from(&*value)
    }
}
