//! Exact values of decimal numbers.

use core::iter;

/// A decimal number `±digits × 10^exponent`, where `digits` has no leading or trailing zeros. For the number zero,
/// `digits` is empty.
#[derive(Debug, PartialEq)]
pub(crate) struct Scientific {
    is_negative: bool,
    digits: String,
    exponent: i64,
}

/// The reason why a number can't be converted into a 64-bit integer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NoInteger {
    /// The number has a fraction, or it isn't finite.
    Fraction,
    /// The number is too large or too small for a 64-bit integer.
    OutOfRange,
    /// The serde format parsed the number as a double, and several integers round to this double.
    Ambiguous,
}

impl Scientific {
    /// The maximum number of digits of a 64-bit integer.
    const MOST_INTEGER_DIGITS: usize = 20;

    /// Parses a decimal number with the syntax `[+-]n[.n][e[+-]n]` (OData ABNF, `decimalValue`).
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let [whole, fraction, exponent] = parts(text)?;
        let all = [whole, fraction].concat();
        let without_trailing = all.trim_end_matches('0');
        let trailing = all.len() - without_trailing.len();
        Some(Self {
            is_negative: text.starts_with('-'),
            digits: without_trailing.trim_start_matches('0').to_owned(),
            exponent: parse_exponent(exponent).saturating_add(length(trailing) - length(fraction.len())),
        })
    }

    /// Converts a number without a fraction, such as `12.0` or `1e2`, into an integer. Returns an error if the number
    /// has a fraction, or if the integer has more than 20 digits.
    pub(crate) fn to_integer(&self) -> Result<i128, NoInteger> {
        if self.digits.is_empty() {
            return Ok(0);
        }
        let zeros = usize::try_from(self.exponent).map_err(|_| match self.exponent {
            ..0 => NoInteger::Fraction,
            0.. => NoInteger::OutOfRange,
        })?;
        if self.digits.len().saturating_add(zeros) > Self::MOST_INTEGER_DIGITS {
            return Err(NoInteger::OutOfRange);
        }
        let digits = self.digits.bytes().chain(iter::repeat_n(b'0', zeros));
        let integer = digits.fold(0, |integer, digit| integer * 10 + i128::from(digit - b'0'));
        Ok(if self.is_negative { -integer } else { integer })
    }

    /// Formats the number without an exponent, such as `0.000005`. Returns `None` if the result has more digits than
    /// the limit `most`.
    #[cfg(feature = "rust_decimal")]
    pub(crate) fn to_plain(&self, most: usize) -> Option<String> {
        let sign = if self.is_negative { "-" } else { "" };
        if self.digits.is_empty() {
            return Some(format!("{sign}0"));
        }
        let places = usize::try_from(self.exponent.unsigned_abs()).ok().filter(|places| *places <= most)?;
        let digits = &self.digits;
        if digits.len() > most {
            None
        } else if self.exponent >= 0 {
            Some(format!("{sign}{digits}{}", "0".repeat(places)))
        } else if digits.len() > places {
            let (whole, fraction) = digits.split_at(digits.len() - places);
            Some(format!("{sign}{whole}.{fraction}"))
        } else {
            Some(format!("{sign}0.{digits:0>places$}"))
        }
    }
}

/// Splits a decimal number at the decimal point and at the exponent. For example, `1.50e-3` is split into `1`, `50` and
/// `-3`. Returns `None` if the string isn't a number.
pub(crate) fn parts(text: &str) -> Option<[&str; 3]> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (significand, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = unsigned(significand).split_once('.').unwrap_or((unsigned(significand), "0"));
    let is_number = is_digits(whole) && is_digits(fraction) && is_digits(unsigned(exponent));
    is_number.then_some([whole, fraction, exponent])
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

/// Parses the exponent of a decimal number. An exponent out of range becomes the largest or smallest `i64`.
fn parse_exponent(text: &str) -> i64 {
    text.parse().unwrap_or(if text.starts_with('-') { i64::MIN } else { i64::MAX })
}

fn length(digits: usize) -> i64 {
    digits.try_into().unwrap_or(i64::MAX)
}

/// Converts a double without a fraction, such as `12.0`, into an integer. Returns an error if the double has a
/// fraction, or if its magnitude is 2^53 or more, because several integers can round to such a large double.
pub(crate) fn integer_of_double(double: f64) -> Result<i128, NoInteger> {
    const FIRST_AMBIGUOUS: f64 = 9_007_199_254_740_992.0;
    const FIRST_OUT_OF_RANGE: f64 = 18_446_744_073_709_551_616.0;
    // `fract()` of an infinity is NaN, so that infinities are also rejected.
    if !matches!(double.fract(), 0.0) {
        return Err(NoInteger::Fraction);
    }
    match double.abs() {
        #[expect(clippy::cast_possible_truncation, reason = "the fraction is zero, the magnitude below 2^53")]
        magnitude if magnitude < FIRST_AMBIGUOUS => Ok(double as i128),
        magnitude if magnitude < FIRST_OUT_OF_RANGE => Err(NoInteger::Ambiguous),
        _ => Err(NoInteger::OutOfRange),
    }
}

#[cfg(test)]
mod tests {
    use super::{NoInteger, Scientific, integer_of_double};

    fn integer(text: &str) -> Result<i128, NoInteger> {
        Scientific::parse(text).expect(text).to_integer()
    }

    #[test]
    fn integers_are_found_in_every_notation() {
        for (text, expected) in [
            ("12.0", 12),
            ("1e2", 100),
            ("1E+2", 100),
            ("-0.0", 0),
            ("0e999999999999999999999", 0),
            ("-1.50e1", -15),
            ("1200e-2", 12),
            ("00012", 12),
            ("9007199254740993.000", 9_007_199_254_740_993),
            ("18446744073709551615", 18_446_744_073_709_551_615),
        ] {
            assert_eq!(integer(text), Ok(expected), "{text}");
        }
        let zeros = "0".repeat(1000);
        assert_eq!(integer(&format!("1{zeros}.{zeros}e-1000")), Ok(1));
        assert_eq!(integer(&format!("0.{zeros}1e1001")), Ok(1));
    }

    #[test]
    fn other_numbers_are_rejected() {
        for text in ["12.5", "1e-2", "1.00000000000000000001", "1e-99999999999999999999"] {
            assert_eq!(integer(text), Err(NoInteger::Fraction), "{text}");
        }
        for text in ["1e20", "-1e999999999999999999999", "100000000000000000000.0"] {
            assert_eq!(integer(text), Err(NoInteger::OutOfRange), "{text}");
        }
        for text in ["", "-", "1.", ".1", "1e", "1e+", "0x1", "١", "1e2.0", "NaN", "--1"] {
            assert_eq!(Scientific::parse(text), None, "{text}");
        }
    }

    #[test]
    fn doubles_beyond_2_to_the_53_are_ambiguous() {
        assert_eq!(integer_of_double(-9_007_199_254_740_991.0), Ok(-9_007_199_254_740_991));
        assert_eq!(integer_of_double(9_007_199_254_740_992.0), Err(NoInteger::Ambiguous));
        assert_eq!(integer_of_double(-1e18), Err(NoInteger::Ambiguous));
        assert_eq!(integer_of_double(1e20), Err(NoInteger::OutOfRange));
        for double in [0.5, f64::NAN, f64::INFINITY, f64::MIN_POSITIVE] {
            assert_eq!(integer_of_double(double), Err(NoInteger::Fraction), "{double}");
        }
    }

    #[test]
    #[cfg(feature = "rust_decimal")]
    fn plain_digits_have_no_exponent() {
        let plain = |text: &str| Scientific::parse(text).and_then(|number| number.to_plain(30));
        for (text, expected) in [
            ("5e-6", "0.000005"),
            ("-1.25E2", "-125"),
            ("1.25e1", "12.5"),
            ("1e3", "1000"),
            ("0e-99999999999999999999", "0"),
            ("-0.00", "-0"),
        ] {
            assert_eq!(plain(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(plain("1e31"), None);
        assert_eq!(plain("1e-99999999999999999999"), None);
    }
}
