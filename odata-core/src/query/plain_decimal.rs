//! Conversion of JSON numbers to `Edm.Decimal` literals, which have no exponent.

/// The maximum number of zeros that are added to a number to remove its exponent.
const MAXIMUM_DIGITS: usize = 1000;

/// Converts a JSON number to a number without an exponent: `1e-6` becomes `0.000001`.
///
/// Returns `None` if more than 1000 zeros must be added to remove the exponent.
pub(super) fn without_exponent(number: &str) -> Option<String> {
    let Some((significand, exponent)) = number.split_once(['e', 'E']) else { return Some(number.to_owned()) };
    let exponent: isize = exponent.parse().ok()?;
    let (sign, unsigned) =
        significand.strip_prefix('-').map_or(("", significand), |unsigned| ("-", unsigned));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = format!("{whole}{fraction}");
    let point = exponent.checked_add_unsigned(whole.len())?;
    let padding =
        if point <= 0 { point.unsigned_abs() + 1 } else { point.unsigned_abs().saturating_sub(digits.len()) };
    if padding > MAXIMUM_DIGITS {
        return None;
    }
    let zeros = "0".repeat(padding);
    let digits = if point <= 0 { zeros + &digits } else { digits + &zeros };
    // If `point` is 0 or negative, the first of the prepended zeros is the digit before the decimal point.
    let (whole, fraction) =
        digits.split_at(usize::try_from(point).ok().filter(|point| *point > 0).unwrap_or(1));
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::without_exponent;

    #[test]
    fn exponents_are_expanded() {
        for (number, expected) in [
            ("1e-6", "0.000001"),
            ("-1.50E-2", "-0.015"),
            ("1e0", "1"),
            ("1.5e1", "15"),
            ("12.345e1", "123.45"),
            ("1e+3", "1000"),
            ("0e5", "0"),
            ("0.05e1", "0.5"),
            ("123.45e-2", "1.2345"),
            ("123.45e-3", "0.12345"),
            ("10.50", "10.50"),
            ("-7", "-7"),
        ] {
            assert_eq!(without_exponent(number).as_deref(), Some(expected), "{number}");
        }
    }

    #[test]
    fn up_to_1000_zeros_are_added() {
        assert_eq!(without_exponent("1e1000"), Some(format!("1{}", "0".repeat(1000))));
        assert_eq!(without_exponent("1e1001"), None);
        assert_eq!(without_exponent("1e-1000"), Some(format!("0.{}1", "0".repeat(999))));
        assert_eq!(without_exponent("1e-1001"), None);
    }

    #[test]
    fn large_exponents_have_no_plain_form() {
        for number in ["1e9999", "1e-9999", "1e99999999999999999999", "1e9223372036854775807"] {
            assert_eq!(without_exponent(number), None, "{number}");
        }
    }
}
