//! JSON numbers.

use core::fmt;

use crate::raw_text;

/// A JSON number. Its value is not lost, neither reading nor writing, as long as `serde_json` reads and writes it: other
/// formats deliver and take as a double what is no integer of 64 bits. Of a number with up to 15 digits the value is kept and
/// not the spelling, so that `1.50` is written as `1.5`; one with more keeps its text.
///
/// ```
/// use odata_core::Untyped;
///
/// let precise: Untyped = serde_json::from_str("0.1234567890123456789")?;
/// assert_eq!(precise.as_f64(), Some(0.123_456_789_012_345_68));
/// assert_eq!(serde_json::to_string(&precise)?, "0.1234567890123456789");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Number(Representation);

#[derive(Clone, PartialEq)]
enum Representation {
    Signed(i64),
    /// Beyond the largest `i64`.
    Unsigned(u64),
    /// Finite.
    Double(f64),
    /// What none of the others is written with. Such numbers are rare, so that they shall not make the others larger.
    #[expect(clippy::box_collection, reason = "a thin pointer")]
    Digits(Box<String>),
}

/// A [`Number`] as serde knows them.
pub(super) enum SerdeNumber {
    Signed(i64),
    Unsigned(u64),
    Double(f64),
}

impl Number {
    /// How many digits a double has in every case: a number with more may be written with others once it was one.
    const DIGITS_OF_A_DOUBLE: usize = f64::DIGITS as usize;

    /// The number as an `i64`, when it is an integer in that range.
    #[must_use]
    pub const fn as_i64(&self) -> Option<i64> {
        match self.0 {
            Representation::Signed(number) => Some(number),
            _ => None,
        }
    }

    /// The number as a `u64`, when it is an integer in that range.
    #[must_use]
    pub const fn as_u64(&self) -> Option<u64> {
        match self.0 {
            Representation::Signed(number) if number >= 0 => Some(number.cast_unsigned()),
            Representation::Unsigned(number) => Some(number),
            _ => None,
        }
    }

    /// The number as an `f64`, the nearest where it has more digits.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "documented")]
    pub fn as_f64(&self) -> f64 {
        match self.to_serde() {
            SerdeNumber::Signed(number) => number as f64,
            SerdeNumber::Unsigned(number) => number as f64,
            SerdeNumber::Double(number) => number,
        }
    }

    pub(super) const fn from_signed(number: i64) -> Self {
        Self(Representation::Signed(number))
    }

    pub(crate) const fn from_unsigned(number: u64) -> Self {
        if number > i64::MAX as u64 {
            Self(Representation::Unsigned(number))
        } else {
            Self::from_signed(number.cast_signed())
        }
    }

    /// The number, unless it is not finite: JSON has no such numbers.
    pub(super) fn from_double(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(Representation::Double(number)))
    }

    /// A number as JSON writes it, unless it is beyond the largest double.
    pub(super) fn from_digits(digits: &str) -> Option<Self> {
        if digits != "-0" {
            let signed = digits.parse().map(Self::from_signed);
            if let Ok(integer) = signed.or_else(|_| digits.parse().map(Self::from_unsigned)) {
                return Some(integer);
            }
        }
        let double: f64 = digits.parse().ok().filter(|double: &f64| double.is_finite())?;
        let significant = significant_digits(digits);
        let is_exact = significant == 0
            || (significant <= Self::DIGITS_OF_A_DOUBLE && double.is_normal())
            || serde_json::to_string(&double).is_ok_and(|written| written == digits);
        Some(Self(if is_exact {
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
            // It was a finite double when it was read.
            Representation::Digits(digits) => SerdeNumber::Double(digits.parse().unwrap_or(f64::NAN)),
        }
    }

    /// The digits of a number that serde can't deliver.
    pub(super) fn digits(&self) -> Option<&str> {
        match &self.0 {
            Representation::Digits(digits) => Some(digits),
            _ => None,
        }
    }

    /// Whether [`from_digits`](Self::from_digits) may keep the digits: a number this short is what serde delivers.
    pub(super) fn may_be_long(digits: &str) -> bool {
        digits.len() > Self::DIGITS_OF_A_DOUBLE || digits.contains("e-") || digits.contains("E-")
    }
}

/// How many digits a number has before its exponent, from the first that is not zero.
fn significant_digits(number: &str) -> usize {
    let digits = number.bytes().take_while(|byte| !matches!(byte, b'e' | b'E')).filter(u8::is_ascii_digit);
    digits.skip_while(|digit| *digit == b'0').count()
}

impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(digits) = self.digits().filter(|_| raw_text::is_written_by::<S>()) {
            return raw_text::write(digits.to_owned(), serializer);
        }
        match self.to_serde() {
            SerdeNumber::Signed(number) => serializer.serialize_i64(number),
            SerdeNumber::Unsigned(number) => serializer.serialize_u64(number),
            SerdeNumber::Double(number) => serializer.serialize_f64(number),
        }
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
            // `1e300`, as JSON has it: `Display` writes 300 zeros.
            Representation::Double(number) => fmt::Debug::fmt(number, f),
            Representation::Digits(digits) => digits.fmt(f),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
