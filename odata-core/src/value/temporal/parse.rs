//! Parses dates and times.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::common_form;

/// The remaining part of a string that is being parsed. Each method of the cursor parses the start of the remaining
/// part, for example two digits, and removes the parsed characters. A method of the cursor returns `None` if it can't
/// parse the start of the remaining part.
struct Cursor<'t>(&'t [u8]);

impl Cursor<'_> {
    fn eat(&mut self, byte: u8) -> Option<()> {
        let (&first, rest) = self.0.split_first()?;
        (first == byte).then(|| self.0 = rest)
    }

    fn eat_ignoring_case(&mut self, lower_case: u8) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        (first.to_ascii_lowercase() == lower_case).then(|| self.0 = rest)
    }

    fn digit(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first()?;
        first.is_ascii_digit().then(|| {
            self.0 = rest;
            u32::from(first - b'0')
        })
    }

    fn two_digits(&mut self) -> Option<u32> {
        let (&[tens, ones], rest) = self.0.split_first_chunk()?;
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        (tens < 10 && ones < 10).then(|| {
            self.0 = rest;
            u32::from(tens * 10 + ones)
        })
    }

    /// Parses a year with an optional minus sign. A year has at least four digits. If a year has more than four digits,
    /// the first digit must not be 0.
    fn year(&mut self) -> Option<i32> {
        if let [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'-', ..] = self.0 {
            let hundreds = self.two_digits()?;
            return Some((hundreds * 100 + self.two_digits()?).cast_signed());
        }
        let negative = self.eat(b'-').is_some();
        let before = self.0;
        let mut year = 0_i32;
        while let Some(digit) = self.digit() {
            year = year.checked_mul(10)?.checked_add(digit.cast_signed())?;
        }
        let count = before.len() - self.0.len();
        let well_formed = count == 4 || (count > 4 && before[0] != b'0');
        well_formed.then_some(if negative { -year } else { year })
    }

    fn date(&mut self) -> Option<NaiveDate> {
        let year = self.year()?;
        self.eat(b'-')?;
        let month = self.two_digits()?;
        self.eat(b'-')?;
        let day = self.two_digits()?;
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// Parses a time of day, `hh:mm[:ss[.fraction]]`. For a leap second (second 60), the returned time has the second
    /// 59 and at least 10⁹ nanoseconds, as chrono requires.
    fn time(&mut self) -> Option<NaiveTime> {
        let hour = self.two_digits()?;
        self.eat(b':')?;
        let minute = self.two_digits()?;
        if self.eat(b':').is_none() {
            return NaiveTime::from_hms_opt(hour, minute, 0);
        }
        let second = self.two_digits()?;
        let nanosecond = if self.eat(b'.').is_some() { self.fraction()? } else { 0 };
        if second == 60 {
            return NaiveTime::from_hms_nano_opt(hour, minute, 59, 1_000_000_000 + nanosecond);
        }
        NaiveTime::from_hms_nano_opt(hour, minute, second, nanosecond)
    }

    /// Parses a fraction of a second of one to twelve digits, and converts it into nanoseconds.
    fn fraction(&mut self) -> Option<u32> {
        let mut nanosecond = 0;
        let mut count = 0;
        while let Some(digit) = self.digit() {
            if count < 9 {
                nanosecond = nanosecond * 10 + digit;
            }
            count += 1;
        }
        (1..=12).contains(&count).then(|| nanosecond * POWERS_OF_TEN[9 - count.min(9)])
    }

    fn date_and_time(&mut self) -> Option<NaiveDateTime> {
        let date = self.date()?;
        self.eat_ignoring_case(b't')?;
        Some(NaiveDateTime::new(date, self.time()?))
    }

    /// Parses an offset from UTC, `Z` or `±hh:mm`. Returns the offset in seconds, which is positive east of Greenwich.
    fn offset(&mut self) -> Option<i32> {
        if self.eat_ignoring_case(b'z').is_some() {
            return Some(0);
        }
        let west = self.eat(b'-').is_some();
        if !west {
            self.eat(b'+')?;
        }
        let hours = self.two_digits()?;
        self.eat(b':')?;
        let minutes = self.two_digits()?;
        let seconds = (hours * 3600 + minutes * 60).cast_signed();
        (minutes < 60).then_some(if west { -seconds } else { seconds })
    }

    fn end<T>(&self, value: T) -> Option<T> {
        self.0.is_empty().then_some(value)
    }
}

pub(super) fn date_time(text: &str) -> Option<DateTime<FixedOffset>> {
    let mut cursor = Cursor(text.as_bytes());
    let local = cursor.date_and_time()?;
    let offset = FixedOffset::east_opt(cursor.offset()?)?;
    let value = local.and_local_timezone(offset).single()?;
    cursor.end(value)
}

/// The powers of ten, beginning with 10⁰.
pub(super) const POWERS_OF_TEN: [u32; 10] =
    [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

pub(super) fn utc(text: &str) -> Option<DateTime<Utc>> {
    common_form::parse(text.as_bytes()).or_else(|| any_utc(text))
}

fn any_utc(text: &str) -> Option<DateTime<Utc>> {
    let mut cursor = Cursor(text.as_bytes());
    let local = cursor.date_and_time()?;
    let value = match cursor.offset()? {
        0 => local,
        seconds => local.checked_sub_offset(FixedOffset::east_opt(seconds)?)?,
    };
    cursor.end(value.and_utc())
}

pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let mut cursor = Cursor(text.as_bytes());
    let value = cursor.date()?;
    cursor.end(value)
}

pub(super) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let mut cursor = Cursor(text.as_bytes());
    let value = cursor.time()?;
    cursor.end(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_unusual_valid_forms() {
        for text in [
            "2022-05-23T16:51:34.8281972Z",
            "0001-01-01T00:00:00Z",
            "2012-12-03T07:16Z",
            "2012-12-03t07:16:23z",
            "-0001-01-01T00:00:00Z",
            "12022-05-23T16:51:34+14:00",
            "2016-12-31T23:59:60Z",
            "2012-12-03T07:16:23.123456789012-08:00",
        ] {
            assert!(utc(text).is_some(), "{text}");
            assert_eq!(utc(text), date_time(text).map(|value| value.to_utc()), "{text}");
        }
    }

    #[test]
    fn rejects_invalid_forms() {
        for text in [
            "",
            "String (timestamp)",
            "2022-05-23",
            "2022-05-23T16:51:34",
            "2022-05-23 16:51:34Z",
            "2022-02-30T00:00:00Z",
            "2022-05-23T24:00:00Z",
            "2022-05-23T16:51:34.Z",
            "2022-05-23T16:51:34.1234567890123Z",
            "2022-05-23T16:51:34+24:00",
            "2022-05-23T16:51:34+01:60",
            "2022-05-23T16:51:34Z ",
            "02022-05-23T16:51:34Z",
            "22-05-23T16:51:34Z",
            "99999999999-05-23T16:51:34Z",
            "２022-05-23T16:51:34Z",
        ] {
            assert_eq!(utc(text), None, "{text}");
            assert_eq!(date_time(text), None, "{text}");
        }
    }
}
