//! Comparisons with booleans, numbers and strings.

use crate::untyped::Untyped;

impl PartialEq<str> for Untyped {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Untyped {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl PartialEq<String> for Untyped {
    fn eq(&self, other: &String) -> bool {
        self == other.as_str()
    }
}

macro_rules! compared {
    ($($type:ty: $doc:literal, $eq:expr;)*) => {$(
        #[doc = $doc]
        impl PartialEq<$type> for Untyped {
            fn eq(&self, other: &$type) -> bool {
                let eq: fn(&Untyped, $type) -> bool = $eq;
                eq(self, *other)
            }
        }

        #[doc = $doc]
        impl PartialEq<$type> for &Untyped {
            fn eq(&self, other: &$type) -> bool {
                **self == *other
            }
        }
    )*};
}

compared! {
    bool: "Compares with a boolean.", |value, other| value.as_bool() == Some(other);
    i8: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| *value == i64::from(other);
    i16: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| *value == i64::from(other);
    i32: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| *value == i64::from(other);
    i64: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| value.as_i64() == Some(other);
    u8: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| *value == u64::from(other);
    u16: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| *value == u64::from(other);
    u32: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| *value == u64::from(other);
    u64: "Compares with the integer that a number is exactly, see [`as_i64`](Untyped::as_i64).", |value, other| value.as_u64() == Some(other);
    f32: "Compares with a number, rounded to an `f32`.", |value, other| value.as_f64().map(rounded) == Some(other);
    f64: "Compares with a number, see [`as_f64`](Untyped::as_f64).", |value, other| value.as_f64() == Some(other);
}

#[expect(clippy::cast_possible_truncation, reason = "rounding is intended")]
fn rounded(number: f64) -> f32 {
    number as f32
}
