//! Comparisons of an `Untyped` with Booleans, numbers and strings.

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
    bool: "Compares an `Untyped` with a Boolean. They are equal if the `Untyped` is the same Boolean value.", |value, other| value.as_bool() == Some(other);
    i8: "Compares an `Untyped` with an integer. They are equal if [`as_i64`](Untyped::as_i64) returns the same integer.", |value, other| *value == i64::from(other);
    i16: "Compares an `Untyped` with an integer. They are equal if [`as_i64`](Untyped::as_i64) returns the same integer.", |value, other| *value == i64::from(other);
    i32: "Compares an `Untyped` with an integer. They are equal if [`as_i64`](Untyped::as_i64) returns the same integer.", |value, other| *value == i64::from(other);
    i64: "Compares an `Untyped` with an integer. They are equal if [`as_i64`](Untyped::as_i64) returns the same integer.", |value, other| value.as_i64() == Some(other);
    u8: "Compares an `Untyped` with an integer. They are equal if [`as_u64`](Untyped::as_u64) returns the same integer.", |value, other| *value == u64::from(other);
    u16: "Compares an `Untyped` with an integer. They are equal if [`as_u64`](Untyped::as_u64) returns the same integer.", |value, other| *value == u64::from(other);
    u32: "Compares an `Untyped` with an integer. They are equal if [`as_u64`](Untyped::as_u64) returns the same integer.", |value, other| *value == u64::from(other);
    u64: "Compares an `Untyped` with an integer. They are equal if [`as_u64`](Untyped::as_u64) returns the same integer.", |value, other| value.as_u64() == Some(other);
    f32: "Compares an `Untyped` with an `f32`. They are equal if the `Untyped` is a number that rounds to the same `f32`.", |value, other| value.as_f64().map(rounded) == Some(other);
    f64: "Compares an `Untyped` with an `f64`. They are equal if [`as_f64`](Untyped::as_f64) returns the same number.", |value, other| value.as_f64() == Some(other);
}

#[expect(clippy::cast_possible_truncation, reason = "rounding is intended")]
fn rounded(number: f64) -> f32 {
    number as f32
}
