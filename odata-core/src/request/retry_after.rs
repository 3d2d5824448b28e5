//! The header `Retry-After`.

use core::time::Duration;

use chrono::{DateTime, NaiveDateTime, Utc};

/// The earliest time at which the client should send the next request, from the header `Retry-After` (RFC 9110,
/// 10.2.3).
///
/// ```
/// use core::time::Duration;
/// use odata_core::request::RetryAfter;
///
/// let retry_after = RetryAfter::parse("120").unwrap();
/// assert_eq!(retry_after, RetryAfter::Delay(Duration::from_secs(120)));
///
/// let now = "2015-10-21T07:27:30Z".parse().unwrap();
/// let retry_after = RetryAfter::parse("Wed, 21 Oct 2015 07:28:00 GMT").unwrap();
/// assert_eq!(retry_after.delay_from(now), Duration::from_secs(30));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// The time to wait after the response was received.
    Delay(Duration),
    /// The date and time at which the client can send the next request.
    At(DateTime<Utc>),
}

/// The formats of HTTP dates, without the day of the week at the start. RFC 9110, 5.6.7, also requires clients to
/// accept the two obsolete formats.
const DATES: [&str; 3] = ["%d %b %Y %H:%M:%S GMT", "%d-%b-%y %H:%M:%S GMT", "%b %e %H:%M:%S %Y"];

impl RetryAfter {
    /// Parses the value of a `Retry-After` header, which is a number of seconds or an HTTP date.
    ///
    /// The two obsolete formats of HTTP dates (RFC 9110, 5.6.7) are also accepted. Returns `None` if the value is
    /// neither a number of seconds nor an HTTP date.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
            // `parse` fails only for a number that is too large, because all characters are digits.
            return Some(Self::Delay(Duration::from_secs(value.parse().unwrap_or(u64::MAX))));
        }
        let (_day_of_week, date) = value.split_once(' ')?;
        let date = DATES.iter().find_map(|format| NaiveDateTime::parse_from_str(date.trim(), format).ok())?;
        Some(Self::At(date.and_utc()))
    }

    /// Returns the time to wait from `now` until the next request. Returns zero if the date in `Retry-After` is before
    /// `now`.
    #[must_use]
    pub fn delay_from(self, now: DateTime<Utc>) -> Duration {
        match self {
            Self::Delay(delay) => delay,
            Self::At(date) => (date - now).to_std().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::RetryAfter;

    #[test]
    fn only_numbers_and_dates_are_parsed() {
        assert_eq!(RetryAfter::parse(" 007 "), Some(RetryAfter::Delay(Duration::from_secs(7))));
        let longest = Some(RetryAfter::Delay(Duration::from_secs(u64::MAX)));
        assert_eq!(RetryAfter::parse("99999999999999999999999"), longest);
        for value in ["", "-5", "+5", "1.5", "5 s", "soon", "Wed, 99 Oct 2015 07:28:00 GMT"] {
            assert_eq!(RetryAfter::parse(value), None, "{value}");
        }
        for value in
            ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]
        {
            let date = "1994-11-06T08:49:37Z".parse().expect("a date");
            assert_eq!(RetryAfter::parse(value), Some(RetryAfter::At(date)), "{value}");
        }
    }
}
