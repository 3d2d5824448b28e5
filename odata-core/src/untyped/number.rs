//! JSON numbers.

use core::fmt;
use core::hash::{Hash, Hasher};

use serde::ser::{Serialize, Serializer};

use crate::raw_json;
use crate::scientific::{NoInteger, Scientific, integer_of_double};

/// A JSON number. If [`json`](crate::json) or `serde_json` reads a number and writes it again, the value is unchanged,
/// even if a double can't represent all digits. Other formats represent a number that isn't a 64-bit integer as a double.
/// A number with up to 15 digits is written in its shortest form: `1.50` is written as `1.5`. A number with more than 15
/// digits is written exactly as it was read.
///
/// A number is stored as an integer, a double or a string of digits. Two numbers are equal only if they are stored in
/// the same way: the integer `1` isn't equal to the double `1.0`.
///
/// ```
/// use odata_core::Untyped;
///
/// let precise: Untyped = serde_json::from_str("0.1234567890123456789")?;
/// assert_eq!(precise.as_f64(), Some(0.123_456_789_012_345_68));
/// assert_eq!(serde_json::to_string(&precise)?, "0.1234567890123456789");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Representation);

#[derive(Clone, PartialEq)]
enum Representation {
    Signed(i64),
    /// An integer that is greater than the largest `i64`.
    Unsigned(u64),
    /// A finite double.
    Double(f64),
    /// The decimal digits of a number that neither a 64-bit integer nor a double can represent exactly. The string is
    /// boxed to keep the enum small.
    #[expect(clippy::box_collection, reason = "a thin pointer")]
    Digits(Box<String>),
}

/// `Eq` is valid, because the double in a [`Representation`] is never `NaN`.
impl Eq for Representation {}

impl Hash for Representation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        core::mem::discriminant(self).hash(state);
        match self {
            Self::Signed(number) => number.hash(state),
            Self::Unsigned(number) => number.hash(state),
            // Adding zero maps -0.0 to 0.0, since the two are equal.
            Self::Double(number) => (number + 0.0).to_bits().hash(state),
            Self::Digits(digits) => digits.hash(state),
        }
    }
}

/// A [`Number`] after the conversion into one of serde's number types.
pub(super) enum SerdeNumber {
    Signed(i64),
    Unsigned(u64),
    Double(f64),
}

impl Number {
    /// The number of decimal digits that a double always preserves. A number with more than 15 digits can lose digits
    /// when it is converted into a double.
    const DIGITS_OF_A_DOUBLE: usize = f64::DIGITS as usize;

    /// Returns the number as an `i64` if it is an integer in the range of `i64`. `12.0` and `1.2e1` are also the
    /// integer `12`.
    ///
    /// Returns `None` for a double of 2^53 or more, because several integers round to the same double. A number that
    /// was read with [`json`](crate::json) or `serde_json` has all its digits, so `as_i64` returns the exact integer even
    /// if it is 2^53 or more.
    ///
    /// ```
    /// use odata_core::{Number, Untyped};
    ///
    /// let integer = |text| match serde_json::from_str(text) {
    ///     Ok(Untyped::Number(number)) => number.as_i64(),
    ///     _ => None,
    /// };
    /// assert_eq!(integer("12.0"), Some(12));
    /// assert_eq!(integer("9007199254740993.0"), Some(9_007_199_254_740_993));
    /// assert_eq!(integer("12.5"), None);
    /// assert_eq!(Untyped::from(1e18).as_i64(), None);
    /// ```
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self.0 {
            Representation::Signed(number) => Some(number),
            _ => self.to_integer().and_then(|number| number.try_into().ok()),
        }
    }

    /// Returns the number as a `u64` if it is an integer in the range of `u64`. See [`Self::as_i64`] for doubles of
    /// 2^53 or more.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.to_integer()?.try_into().ok()
    }

    fn to_integer(&self) -> Option<i128> {
        match &self.0 {
            Representation::Signed(number) => Some((*number).into()),
            Representation::Unsigned(number) => Some((*number).into()),
            Representation::Double(number) => integer_of_double(*number).ok(),
            Representation::Digits(digits) => Scientific::parse(digits)?.to_integer().ok(),
        }
    }

    /// Returns the `f64` that is closest to the number.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "documented")]
    pub fn as_f64(&self) -> f64 {
        match self.to_serde() {
            SerdeNumber::Signed(number) => number as f64,
            SerdeNumber::Unsigned(number) => number as f64,
            SerdeNumber::Double(number) => number,
        }
    }

    pub(crate) const fn from_signed(number: i64) -> Self {
        Self(Representation::Signed(number))
    }

    pub(crate) const fn from_unsigned(number: u64) -> Self {
        if number > i64::MAX as u64 {
            Self(Representation::Unsigned(number))
        } else {
            Self::from_signed(number.cast_signed())
        }
    }

    /// Creates a number from a double. Returns `None` for infinity and NaN, which aren't JSON numbers.
    pub(super) fn from_double(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(Representation::Double(number)))
    }

    /// Creates a number from a JSON number such as `1.50`. Returns `None` if the magnitude of the number is greater
    /// than the largest double.
    pub(crate) fn from_digits(digits: &str) -> Option<Self> {
        if digits != "-0" {
            let signed = digits.parse().map(Self::from_signed);
            if let Ok(integer) = signed.or_else(|_| digits.parse().map(Self::from_unsigned)) {
                return Some(integer);
            }
        }
        let double: f64 = digits.parse().ok().filter(|double: &f64| double.is_finite())?;
        Some(Self(if is_exact(digits, double) && !changes_form(digits, double) {
            Representation::Double(double)
        } else {
            Representation::Digits(Box::new(digits.to_owned()))
        }))
    }

    pub(super) fn to_serde(&self) -> SerdeNumber {
        match &self.0 {
            Representation::Signed(number) => SerdeNumber::Signed(*number),
            Representation::Unsigned(number) => SerdeNumber::Unsigned(*number),
            Representation::Double(number) => SerdeNumber::Double(*number),
            // `from_digits` checks that the digits represent a finite double.
            Representation::Digits(digits) => SerdeNumber::Double(digits.parse().unwrap_or(f64::NAN)),
        }
    }

    /// Returns the digits of a number that is stored as a string of digits, such as `0.1234567890123456789`. Returns
    /// `None` for a number that is stored as an integer or a double, such as `1.5`.
    pub(super) fn digits(&self) -> Option<&str> {
        match &self.0 {
            Representation::Digits(digits) => Some(digits),
            _ => None,
        }
    }

    /// Returns `true` if a number may have to be stored as a string of digits, such as `0.1234567890123456789` or
    /// `0.000001`. Returns `false` for a short number such as `1.5`, which is stored as a double.
    pub(super) fn may_be_long(digits: &str) -> bool {
        digits.len() > Self::DIGITS_OF_A_DOUBLE
            || digits.contains(['e', 'E'])
            || digits.trim_start_matches('-').starts_with("0.0000")
    }
}

/// Checks whether a number can be stored as `double` without changing its value. `digits` is the number as it was read,
/// and `double` is the closest double. For example, the result is `true` for the number `1.50`, and usually `false` for
/// a number with 30 digits, because a double can't represent all digits.
fn is_exact(digits: &str, double: f64) -> bool {
    let significant = significant_digits(digits);
    significant == 0
        || (significant <= Number::DIGITS_OF_A_DOUBLE && double.is_normal())
        || serde_json::to_string(&double).is_ok_and(|written| written == digits)
}

/// Checks whether a number must be stored as the string `digits`, although a double can represent the number exactly.
///
/// Returns `true` for a small number such as `0.000001`. The double would be written as `1e-6`, but by default, an
/// `Edm.Decimal` can't have an exponent.
///
/// Returns `true` for a large integer such as `1e18`, because [`Number::as_i64`] returns `None` for a double of 2^53 or
/// more.
fn changes_form(digits: &str, double: f64) -> bool {
    let is_small = double != 0.0 && double.abs() < 1e-5;
    (is_small && !digits.contains(['e', 'E']))
        || (integer_of_double(double) == Err(NoInteger::Ambiguous)
            && Scientific::parse(digits).is_some_and(|number| number.to_integer().is_ok()))
}

/// Returns how many digits a number has before its exponent, without leading zeros.
fn significant_digits(number: &str) -> usize {
    let digits = number.bytes().take_while(|byte| !matches!(byte, b'e' | b'E')).filter(u8::is_ascii_digit);
    digits.skip_while(|digit| *digit == b'0').count()
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(digits) = self.digits().filter(|_| raw_json::is_written_by::<S>()) {
            return raw_json::write(digits.to_owned(), serializer);
        }
        match self.to_serde() {
            SerdeNumber::Signed(number) => serializer.serialize_i64(number),
            SerdeNumber::Unsigned(number) => serializer.serialize_u64(number),
            SerdeNumber::Double(number) => serializer.serialize_f64(number),
        }
    }
}

impl Number {
    /// Writes the number as an `Edm.Decimal`. If the serializer would lose digits or write an exponent, the number is
    /// written as a string.
    pub(crate) fn serialize_decimal<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.digits().is_some() && !raw_json::is_written_by::<S>() {
            return serializer.collect_str(self);
        }
        self.serialize(serializer)
    }
}

impl From<Number> for serde_json::Number {
    fn from(number: Number) -> Self {
        if let Some(exact) = number.digits().and_then(|digits| digits.parse().ok()) {
            return exact;
        }
        match number.to_serde() {
            SerdeNumber::Signed(number) => number.into(),
            SerdeNumber::Unsigned(number) => number.into(),
            SerdeNumber::Double(number) => Self::from_f64(number).unwrap_or_else(|| 0.into()),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Representation::Signed(number) => number.fmt(f),
            Representation::Unsigned(number) => number.fmt(f),
            // `serde_json` and the standard library can format a double with different digits. `is_exact` compares the
            // digits from `serde_json`.
            Representation::Double(number) => {
                let text = serde_json::to_string(number).map_err(|_| fmt::Error)?;
                f.write_str(&text.replace("e+", "e"))
            }
            Representation::Digits(digits) => digits.fmt(f),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
