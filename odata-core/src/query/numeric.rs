//! Traits for arithmetic operators such as `add`: the allowed operand types, and the result type of each operator.

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone};

use crate::value::Duration;

/// A Rust type for numbers, such as `i32` or `Option<f64>`.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a number: use a value of a numeric type such as `i32` or `f64`",
    label = "requires a numeric value such as `i32` or `f64`"
)]
pub trait NumericValue {}

impl<T: NumericValue> NumericValue for Option<T> {}

/// A Rust type with arithmetic operators: a number, a date, a date and time, a duration, or an `Option` of such a type.
#[diagnostic::on_unimplemented(
    message = "cannot calculate with a value of the type `{Self}`: use a number, a date, a date and time, or a duration",
    label = "requires a number, a date, a date and time, or a duration"
)]
pub trait ArithmeticValue {
    /// The type without `Option`, such as `i32` for an `Option<i32>`.
    type Bare;
}

impl<T: ArithmeticValue> ArithmeticValue for Option<T> {
    type Bare = T::Bare;
}

/// A type whose values can be combined with values of the type `W` by the operator `Op`, such as `add` (URL conventions
/// 4.01, clause 5.1.1.2).
#[diagnostic::on_unimplemented(
    message = "the operator `{Op}` isn't defined for the types `{Self}` and `{W}`: use numbers, or a date and a duration",
    label = "the left operand has the type `{Self}`, and the right operand has the type `{W}`",
    note = "numbers can be combined with numbers; durations can be added to dates, and multiplied by numbers"
)]
pub trait Arithmetic<Op, W> {
    /// The result type of the operator.
    type Result;
}

/// A number or a duration, which can be negated.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` can't be negated: use a number or a duration",
    label = "requires a number or a duration"
)]
pub trait Signed {}

impl Signed for TimeDelta {}
impl Signed for Duration {}

/// A numeric type, such as `i32`, that can be combined with the numeric type `W`, such as `f64`, in an arithmetic
/// operation.
pub trait Promoted<W> {
    /// The operand type with the larger range, such as `f64` for `i32` and `f64` (URL conventions 4.01, clause
    /// 5.1.1.14).
    type Number;
}

/// A numeric type that can be divided without truncation (the operator `divby`).
pub trait Divisible {
    /// The result type of `divby`, such as `f64` for `i32` operands.
    type Quotient;
}

/// The operator `add`.
#[derive(Debug)]
pub enum Add {}

/// The operator `sub`.
#[derive(Debug)]
pub enum Sub {}

/// The operator `mul`.
#[derive(Debug)]
pub enum Mul {}

/// The operator `div`.
#[derive(Debug)]
pub enum Div {}

/// The operator `divby`.
#[derive(Debug)]
pub enum DivBy {}

/// The operator `mod`.
#[derive(Debug)]
pub enum Mod {}

/// Implements [`Promoted`] for each pair of the given types. The types must be ordered by their ranges, such as `i8`
/// before `i16`.
macro_rules! promotions {
    ($type:ty $(, $larger:ty)*) => {
        impl Promoted<$type> for $type {
            type Number = $type;
        }

        $(
            impl Promoted<$larger> for $type {
                type Number = $larger;
            }

            impl Promoted<$type> for $larger {
                type Number = $larger;
            }
        )*

        promotions!($($larger),*);
    };
    () => {};
}

#[cfg(feature = "rust_decimal")]
promotions!(i8, u8, i16, i32, i64, rust_decimal::Decimal, f32, f64);
#[cfg(not(feature = "rust_decimal"))]
promotions!(i8, u8, i16, i32, i64, f32, f64);

macro_rules! numbers {
    ($($quotient:ty: $($type:ty),*;)*) => {$($(
        impl NumericValue for $type {}
        impl Signed for $type {}

        impl ArithmeticValue for $type {
            type Bare = Self;
        }

        impl Divisible for $type {
            type Quotient = $quotient;
        }
    )*)*};
}

numbers! { f64: i8, u8, i16, i32, i64, f32, f64; }
#[cfg(feature = "rust_decimal")]
numbers! { rust_decimal::Decimal: rust_decimal::Decimal; }

macro_rules! arithmetic {
    ($($left:ty, $operator:ident, $right:ty => $result:ty $(, $zone:ident)?;)*) => {$(
        impl $(<$zone: TimeZone>)? Arithmetic<$operator, $right> for $left {
            type Result = $result;
        }
    )*};
    ($($operator:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<V: NumericValue + Promoted<W>, W> Arithmetic<$operator, W> for V {
            type Result = V::Number;
        }
    )*};
}

arithmetic! { Add Sub Mul Div Mod }

#[diagnostic::do_not_recommend]
impl<V: NumericValue + Promoted<W, Number: Divisible>, W> Arithmetic<DivBy, W> for V {
    type Result = <V::Number as Divisible>::Quotient;
}

impl<Z: TimeZone> ArithmeticValue for DateTime<Z> {
    type Bare = Self;
}

impl<Z: TimeZone, Y: TimeZone> Arithmetic<Sub, DateTime<Y>> for DateTime<Z> {
    type Result = TimeDelta;
}

macro_rules! temporal {
    ($($type:ty),*) => {$(
        impl ArithmeticValue for $type {
            type Bare = Self;
        }
    )*};
}

temporal!(NaiveDate, TimeDelta, Duration);

macro_rules! durations {
    ($($duration:ty),*) => {$(
        arithmetic! {
            DateTime<Z>, Add, $duration => Self, Z;
            DateTime<Z>, Sub, $duration => Self, Z;
            NaiveDate, Add, $duration => Self;
            NaiveDate, Sub, $duration => Self;
            TimeDelta, Add, $duration => Self;
            TimeDelta, Sub, $duration => Self;
            Duration, Add, $duration => Self;
            Duration, Sub, $duration => Self;
        }

        #[diagnostic::do_not_recommend]
        impl<W: NumericValue> Arithmetic<Mul, W> for $duration {
            type Result = Self;
        }

        #[diagnostic::do_not_recommend]
        impl<W: NumericValue> Arithmetic<Div, W> for $duration {
            type Result = Self;
        }

        #[diagnostic::do_not_recommend]
        impl<W: NumericValue> Arithmetic<DivBy, W> for $duration {
            type Result = Self;
        }
    )*};
}

durations!(TimeDelta, Duration);

arithmetic! {
    NaiveDate, Sub, NaiveDate => TimeDelta;
}
