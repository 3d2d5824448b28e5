//! The lexical forms, written: into an array, so that a date costs no allocation.

use core::fmt::{self, Write};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};

/// The longest form: a year of seven places, a date, a time with nine digits of fraction, an offset.
const CAPACITY: usize = "-262143-12-31T23:59:59.123456789+23:59".len();

/// The text of one value.
pub(super) struct Text {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Text {
    const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0 }
    }

    pub(super) fn as_str(&self) -> &str {
        // Only ASCII is ever pushed.
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    fn push_two_digits(&mut self, number: u32) {
        self.push(b'0' + (number / 10 % 10) as u8);
        self.push(b'0' + (number % 10) as u8);
    }

    fn push_date(&mut self, date: NaiveDate) {
        let year = date.year();
        if let Ok(year @ 0..=9999) = u32::try_from(year) {
            self.push_two_digits(year / 100);
            self.push_two_digits(year % 100);
        } else {
            // OData has no plus before a long year. `write!` into an array that is long enough can't fail.
            let sign = if year < 0 { "-" } else { "" };
            let _ = write!(self, "{sign}{:04}", year.unsigned_abs());
        }
        self.push(b'-');
        self.push_two_digits(date.month());
        self.push(b'-');
        self.push_two_digits(date.day());
    }

    fn push_time(&mut self, time: NaiveTime) {
        let leap = time.nanosecond() / 1_000_000_000;
        self.push_two_digits(time.hour());
        self.push(b':');
        self.push_two_digits(time.minute());
        self.push(b':');
        self.push_two_digits(time.second() + leap);
        self.push_fraction(time.nanosecond() % 1_000_000_000);
    }

    /// Without trailing zeros: Graph writes `.8710734`, and so do we when that is what was read.
    #[expect(clippy::cast_possible_truncation, reason = "a digit fits into a byte")]
    fn push_fraction(&mut self, nanosecond: u32) {
        if nanosecond == 0 {
            return;
        }
        self.push(b'.');
        let mut rest = nanosecond;
        let mut place = 100_000_000;
        while rest > 0 {
            self.push(b'0' + (rest / place) as u8);
            rest %= place;
            place /= 10;
        }
    }

    fn push_offset(&mut self, seconds_east: i32) {
        if seconds_east == 0 {
            self.push(b'Z');
            return;
        }
        self.push(if seconds_east < 0 { b'-' } else { b'+' });
        let minutes = seconds_east.unsigned_abs() / 60;
        self.push_two_digits(minutes / 60);
        self.push(b':');
        self.push_two_digits(minutes % 60);
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().for_each(|byte| self.push(byte));
        Ok(())
    }
}

pub(super) fn utc(value: &DateTime<Utc>) -> Text {
    let mut text = Text::new();
    let local = value.naive_utc();
    text.push_date(local.date());
    text.push(b'T');
    text.push_time(local.time());
    text.push(b'Z');
    text
}

/// An offset has no seconds in OData. One that has them (a historical local time, never read from a payload) is
/// written in UTC, the same instant, and so is a local time beyond chrono's last year.
pub(super) fn date_time(value: &DateTime<FixedOffset>) -> Text {
    let seconds_east = value.offset().local_minus_utc();
    let local = value.naive_utc().checked_add_offset(*value.offset());
    let Some(local) = local.filter(|_| seconds_east % 60 == 0) else { return utc(&value.to_utc()) };
    let mut text = Text::new();
    text.push_date(local.date());
    text.push(b'T');
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
    fn writes_what_was_read() {
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
    fn fits_the_extremes() {
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
