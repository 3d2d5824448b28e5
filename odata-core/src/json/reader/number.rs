//! JSON numbers.

use super::{Reader, syntax};
use crate::exact_digits;
use crate::incoming::{Incoming, Receiver};
use crate::read_error::ReadError;
use crate::scientific::{Scientific, integer_of_double};

/// A JSON number as an `i64`, a `u64` or an `f64`, the same type that `serde_json` chooses for the number.
#[derive(Clone, Copy)]
pub(super) enum Number {
    Signed(i64),
    Unsigned(u64),
    Double(f64),
}

/// A valid JSON number, such as `-1.5e3`, before its conversion into a numeric type.
pub(super) struct Digits<'de> {
    pub(super) text: &'de str,
    /// The absolute value of an integer, or `None` if the number isn't a `u64` or has a fraction or an exponent.
    absolute: Option<u64>,
}

impl Digits<'_> {
    /// Checks whether the number is an integer, without a fraction or an exponent, whose absolute value fits into a
    /// `u64`.
    pub(super) const fn fits_u64(&self) -> bool {
        self.absolute.is_some()
    }

    /// Returns an integer as a `u64`, or as an `i64` if the integer is negative. Returns `None` for `-0`, for a number
    /// with a fraction or an exponent, and for an integer that fits neither `u64` nor `i64`.
    #[inline]
    pub(super) fn integer(&self) -> Option<Number> {
        match (self.absolute, self.text.starts_with('-')) {
            (Some(number), false) => Some(Number::Unsigned(number)),
            (Some(number @ 1..=0x8000_0000_0000_0000), true) => {
                Some(Number::Signed(number.wrapping_neg().cast_signed()))
            }
            _ => None,
        }
    }
}

impl<'de> Reader<'de> {
    /// Reads a number that begins at the current position with a minus sign or a digit.
    #[inline]
    pub(super) fn number(&mut self) -> Result<(Number, &'de str), ReadError> {
        let digits = self.digits()?;
        let number = match digits.integer() {
            Some(integer) => integer,
            None => Number::Double(self.double(digits.text)?),
        };
        Ok((number, digits.text))
    }

    /// Converts a number into the closest double.
    #[inline(never)]
    fn double(&self, digits: &str) -> Result<f64, ReadError> {
        let double = digits.parse().ok().filter(|double: &f64| double.is_finite());
        double.ok_or_else(|| self.out_of_range(digits))
    }

    /// Returns the error for a number that is out of the range of `f64`, such as `1e400`. The position of the error is
    /// the end of the number. As in `serde_json`, if the exponent overflows an `i32`, the position is the digit that
    /// causes the overflow.
    #[cold]
    fn out_of_range(&self, digits: &str) -> ReadError {
        let exponent = digits.find(['e', 'E']).map_or(digits.len(), |position| position + 1);
        let mut value = 0i32;
        let overflow = digits.bytes().skip(exponent).position(|byte| match byte {
            b'0'..=b'9' => {
                match value.checked_mul(10).and_then(|value| value.checked_add((byte - b'0').into())) {
                    Some(next) => {
                        value = next;
                        false
                    }
                    None => true,
                }
            }
            _ => false,
        });
        let end = overflow.map_or(digits.len(), |position| exponent + position + 1);
        self.error_at(self.position - digits.len() + end, syntax::NUMBER_OUT_OF_RANGE)
    }

    /// Reads an unsigned integer of up to 18 digits. Returns `None` and reads nothing for any other number, such as
    /// `-1`, `1.5` or an integer of 19 digits.
    #[inline]
    pub(super) fn short_integer(&mut self) -> Option<u64> {
        let rest = self.text.as_bytes().get(self.position..)?;
        let (mut number, mut length) = (0, 0);
        for byte in rest.iter().take(18) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            number = number * 10 + u64::from(digit);
            length += 1;
        }
        let has_leading_zero = length > 1 && rest.first() == Some(&b'0');
        let is_complete = !matches!(rest.get(length), Some(b'.' | b'e' | b'E' | b'0'..=b'9'));
        if length == 0 || has_leading_zero || !is_complete {
            return None;
        }
        self.position += length;
        Some(number)
    }

    /// Reads the digits of a number that begins at the current position with a minus sign or a digit.
    #[inline]
    pub(super) fn digits(&mut self) -> Result<Digits<'de>, ReadError> {
        let start = self.position;
        if self.peek() == Some(b'-') {
            self.position += 1;
        }
        let mut absolute = match self.peek() {
            None => return Err(self.error(syntax::EOF_VALUE)),
            Some(b'0') => self.zero()?,
            Some(b'1'..=b'9') => self.integer(),
            Some(_) => {
                self.position += 1;
                return Err(self.error(syntax::INVALID_NUMBER));
            }
        };
        if let Some(b'.' | b'e' | b'E') = self.peek() {
            self.fraction_and_exponent()?;
            absolute = None;
        }
        Ok(Digits { text: &self.text[start..self.position], absolute })
    }

    fn zero(&mut self) -> Result<Option<u64>, ReadError> {
        self.position += 1;
        match self.peek() {
            Some(b'0'..=b'9') => Err(self.error_at_next(syntax::INVALID_NUMBER)),
            _ => Ok(Some(0)),
        }
    }

    #[inline]
    fn integer(&mut self) -> Option<u64> {
        let mut number = Some(0u64);
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            self.position += 1;
            number = number.and_then(|number| number.checked_mul(10)?.checked_add(u64::from(byte - b'0')));
        }
        number
    }

    /// Reads the rest of a number after its integer part.
    fn fraction_and_exponent(&mut self) -> Result<(), ReadError> {
        if self.peek() == Some(b'.') {
            self.position += 1;
            match self.peek() {
                None => return Err(self.error_at_next(syntax::EOF_VALUE)),
                Some(b'0'..=b'9') => self.skip_digits(),
                Some(_) => return Err(self.error_at_next(syntax::INVALID_NUMBER)),
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.position += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.position += 1;
            }
            match self.peek() {
                None => return Err(self.error(syntax::EOF_VALUE)),
                Some(b'0'..=b'9') => self.skip_digits(),
                Some(_) => {
                    self.position += 1;
                    return Err(self.error(syntax::INVALID_NUMBER));
                }
            }
        }
        Ok(())
    }

    fn skip_digits(&mut self) {
        while let Some(b'0'..=b'9') = self.peek() {
            self.position += 1;
        }
    }

    /// Reads a number and passes it to a receiver.
    #[inline]
    pub(super) fn pass_number(
        &mut self,
        receiver: &mut dyn Receiver<'de>,
        slot: usize,
    ) -> Result<(), ReadError> {
        if let Some(number) = self.short_integer() {
            let result = receiver.receive(slot, Incoming::Unsigned(number));
            return result.map_err(|error| self.located(error));
        }
        let result = match self.number()? {
            (Number::Unsigned(number), _) => receiver.receive(slot, Incoming::Unsigned(number)),
            (Number::Signed(number), _) => receiver.receive(slot, Incoming::Signed(number)),
            (Number::Double(number), digits) => pass_double(number, digits, receiver, slot),
        };
        result.map_err(|error| self.located(error))
    }
}

/// Passes a number to a receiver as an `f64`. If the `f64` is a rounded integer, the receiver can also get the exact
/// digits from the module [`exact_digits`].
fn pass_double(
    number: f64,
    digits: &str,
    receiver: &mut dyn Receiver<'_>,
    slot: usize,
) -> Result<(), ReadError> {
    if number.fract() == 0.0 && requires_digits(number, digits) {
        return exact_digits::with_digits(digits, || receiver.receive(slot, Incoming::Double(number)));
    }
    receiver.receive(slot, Incoming::Double(number))
}

/// Checks whether reading an `i64` from `number`, the rounded `f64` of the JSON number `digits`, can return a wrong
/// integer. For example, `9007199254740993.0` is rounded to 9007199254740992, and `12.00000000000000000001`, which
/// isn't an integer, is rounded to 12.
#[cold]
fn requires_digits(number: f64, digits: &str) -> bool {
    let integer = Scientific::parse(digits).map(|number| number.to_integer());
    match integer_of_double(number) {
        Ok(_) => !matches!(integer, Some(Ok(_))),
        Err(_) => matches!(integer, Some(Ok(integer)) if i64::try_from(integer).is_ok()),
    }
}
