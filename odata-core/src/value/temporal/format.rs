//! Formats dates and times. Formatting doesn't allocate memory, because a formatted string is stored in an array.

use core::fmt::{self, Write};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};

/// The length of the longest formatted date and time: a minus sign, a year of six digits, nine digits after the decimal
/// point, and an offset.
const CAPACITY: usize = "-262143-12-31T23:59:59.123456789+23:59".len();

/// A formatted date or time.
pub(super) struct Text {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Text {
    const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0 }
    }

    pub(super) fn as_str(&self) -> &str {
        // The array contains only ASCII characters.
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    fn push<const COUNT: usize>(&mut self, bytes: [u8; COUNT]) {
        self.bytes[self.length..][..COUNT].copy_from_slice(&bytes);
        self.length += COUNT;
    }

    fn push_date(&mut self, date: NaiveDate) {
        let year = date.year();
        if let Ok(year @ 0..=9999) = u32::try_from(year) {
            self.push(with_pairs(b"0000", [(0, year / 100), (2, year % 100)]));
        } else {
            // In OData, a year of more than four digits has no plus sign. `write!` can't fail, because the array is
            // long enough.
            let sign = if year < 0 { "-" } else { "" };
            let _ = write!(self, "{sign}{:04}", year.unsigned_abs());
        }
        self.push(with_pairs(b"-00-00", [(1, date.month()), (4, date.day())]));
    }

    fn push_time(&mut self, time: NaiveTime) {
        let leap = time.nanosecond() / 1_000_000_000;
        let places = [(0, time.hour()), (3, time.minute()), (6, time.second() + leap)];
        self.push(with_pairs(b"00:00:00", places));
        self.push_fraction(time.nanosecond() % 1_000_000_000);
    }

    /// Appends a fraction of a second without trailing zeros, such as `.8710734`. A date and time from Microsoft Graph
    /// is therefore formatted as the same string that was read, because Microsoft Graph sends no trailing zeros.
    fn push_fraction(&mut self, nanosecond: u32) {
        if nanosecond == 0 {
            return;
        }
        let pair = |divisor| nanosecond / divisor % 100;
        // The last pair overlaps the previous pair by one digit.
        let places =
            [(1, pair(10_000_000)), (3, pair(100_000)), (5, pair(1000)), (7, pair(10)), (8, pair(1))];
        self.push(with_pairs(b".000000000", places));
        while self.bytes[self.length - 1] == b'0' {
            self.length -= 1;
        }
    }

    fn push_offset(&mut self, seconds_east: i32) {
        if seconds_east == 0 {
            self.push([b'Z']);
            return;
        }
        let sign = if seconds_east < 0 { b'-' } else { b'+' };
        let minutes = seconds_east.unsigned_abs() / 60;
        self.push([sign]);
        self.push(with_pairs(b"00:00", [(0, minutes / 60), (3, minutes % 60)]));
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().for_each(|byte| self.push([byte]));
        Ok(())
    }
}

/// Returns a copy of the template `text` with two-digit numbers at the given positions. For example, the template
/// `00:00` with the number 9 at position 0 and the number 30 at position 3 becomes `09:30`.
fn with_pairs<const LENGTH: usize, const COUNT: usize>(
    text: &[u8; LENGTH],
    numbers: [(usize, u32); COUNT],
) -> [u8; LENGTH] {
    let digit = |number: u32| b'0'.wrapping_add(number.to_le_bytes()[0]);
    let mut text = *text;
    for (place, number) in numbers {
        text[place] = digit(number / 10);
        text[place + 1] = digit(number % 10);
    }
    text
}

pub(super) fn utc(value: &DateTime<Utc>) -> Text {
    let mut text = Text::new();
    let local = value.naive_utc();
    text.push_date(local.date());
    text.push([b'T']);
    text.push_time(local.time());
    text.push([b'Z']);
    text
}

/// Formats a date and time with its offset, such as `2022-05-23T16:51:34+14:00`.
///
/// A date and time with an offset such as `+00:53:28` is formatted in UTC, because OData doesn't support offsets with
/// seconds. If the local time is out of chrono's range, the date and time is formatted in UTC.
pub(super) fn date_time(value: &DateTime<FixedOffset>) -> Text {
    let seconds_east = value.offset().local_minus_utc();
    let local = value.naive_utc().checked_add_offset(*value.offset());
    let Some(local) = local.filter(|_| seconds_east % 60 == 0) else { return utc(&value.to_utc()) };
    let mut text = Text::new();
    text.push_date(local.date());
    text.push([b'T']);
    text.push_time(local.time());
    text.push_offset(seconds_east);
    text
}

pub(super) fn date(value: NaiveDate) -> Text {
    let mut text = Text::new();
    text.push_date(value);
    text
}

pub(super) fn time_of_day(value: NaiveTime) -> Text {
    let mut text = Text::new();
    text.push_time(value);
    text
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn formatting_restores_the_parsed_string() {
        for text in [
            "2022-05-23T16:51:34.8281972Z",
            "0001-01-01T00:00:00Z",
            "2016-12-31T23:59:60.5Z",
            "-0044-03-15T12:00:00.000000001Z",
            "-262143-12-31T23:59:59.123456789Z",
            "12022-05-23T16:51:34+14:00",
            "2022-05-23T16:51:34-00:30",
        ] {
            let value = parse::date_time(text).expect(text);
            assert_eq!(date_time(&value).as_str(), text);
        }
    }

    #[test]
    fn longest_values_fit_the_buffer() {
        for value in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert_eq!(parse::utc(utc(&value).as_str()), Some(value));
            for seconds_east in [-3600, 3600, 3601] {
                let offset = FixedOffset::east_opt(seconds_east).expect("less than a day");
                let text = date_time(&value.with_timezone(&offset));
                assert_eq!(parse::utc(text.as_str()), Some(value), "{}", text.as_str());
            }
        }
    }
}
