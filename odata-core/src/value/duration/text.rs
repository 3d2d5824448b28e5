//! Parses and formats durations of the form `[-]P[nD][T[nH][nM][n[.n]S]]` (OData ABNF, `durationValue`).

use core::fmt;

use super::PICOSECONDS_PER_SECOND;

const MINUTE: i128 = 60;
const HOUR: i128 = 60 * MINUTE;
const DAY: i128 = 24 * HOUR;

/// The maximum number of digits in a fraction of a second.
const DIGITS: usize = 12;

/// Parses an `Edm.Duration`, such as `P1DT12H`. Returns the length of the duration in picoseconds, or `None` if the
/// string is invalid.
pub(super) fn parse(text: &str) -> Option<i128> {
    let (text, sign) = text.strip_prefix('-').map_or((text, 1), |text| (text, -1));
    let text = text.strip_prefix('P')?;
    let (date, time) = text.split_once('T').map_or((text, None), |(date, time)| (date, Some(time)));
    let (days, rest) = component(date, 'D')?;
    let [hours, minutes, seconds] = match time {
        None => [None; 3],
        Some(time) => {
            let (hours, time) = component(time, 'H')?;
            let (minutes, time) = component(time, 'M')?;
            let seconds = if time.is_empty() { None } else { Some(picoseconds(time)?) };
            // A `T` must be followed by hours, minutes or seconds.
            (hours.is_some() || minutes.is_some() || seconds.is_some())
                .then_some([hours, minutes, seconds])?
        }
    };
    if !rest.is_empty() || (days.is_none() && time.is_none()) {
        return None;
    }
    let whole =
        |count: Option<i128>, unit: i128| count.unwrap_or(0).checked_mul(unit * PICOSECONDS_PER_SECOND);
    let length = whole(days, DAY)?
        .checked_add(whole(hours, HOUR)?)?
        .checked_add(whole(minutes, MINUTE)?)?
        .checked_add(seconds.unwrap_or(0))?;
    Some(sign * length)
}

/// Parses a number and its unit at the start of a string, such as `12H` in `12H30M`. Returns the number and the rest of
/// the string, such as `30M`.
///
/// A duration such as `30M` has no hours, so `component("30M", 'H')` returns `Some((None, "30M"))`. Returns `None` if
/// the characters before the unit aren't a number, such as `x` in `xH`.
fn component(text: &str, unit: char) -> Option<(Option<i128>, &str)> {
    match text.split_once(unit) {
        None => Some((None, text)),
        Some((digits, rest)) => Some((Some(number(digits)?), rest)),
    }
}

/// Parses seconds with an optional fraction, such as `1.5S`, and converts the seconds into picoseconds. Returns `None`
/// if the string is invalid.
fn picoseconds(text: &str) -> Option<i128> {
    let text = text.strip_suffix('S')?;
    let (whole, fraction) = match text.split_once('.') {
        None => (text, 0),
        Some((whole, digits)) => {
            let number = number(digits).filter(|_| digits.len() <= DIGITS)?;
            (whole, number * 10_i128.pow(u32::try_from(DIGITS - digits.len()).ok()?))
        }
    };
    number(whole)?.checked_mul(PICOSECONDS_PER_SECOND)?.checked_add(fraction)
}

fn number(digits: &str) -> Option<i128> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// Formats a duration in its shortest form, such as `PT0S`, `PT1M` or `-P1DT12H0.5S`.
pub(super) fn write(picoseconds: i128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if picoseconds == 0 {
        return f.write_str("PT0S");
    }
    let length = picoseconds.unsigned_abs();
    let per_second = PICOSECONDS_PER_SECOND.unsigned_abs();
    let (seconds, fraction) = (length / per_second, length % per_second);
    let [day, hour, minute] = [DAY, HOUR, MINUTE].map(i128::unsigned_abs);
    f.write_str(if picoseconds < 0 { "-P" } else { "P" })?;
    component_to(f, seconds / day, 'D')?;
    if seconds % day == 0 && fraction == 0 {
        return Ok(());
    }
    f.write_str("T")?;
    component_to(f, seconds % day / hour, 'H')?;
    component_to(f, seconds % hour / minute, 'M')?;
    if fraction == 0 {
        return component_to(f, seconds % minute, 'S');
    }
    let digits = format!("{fraction:012}");
    write!(f, "{}.{}S", seconds % minute, digits.trim_end_matches('0'))
}

fn component_to(f: &mut fmt::Formatter<'_>, count: u128, unit: char) -> fmt::Result {
    if count == 0 { Ok(()) } else { write!(f, "{count}{unit}") }
}

#[cfg(test)]
mod tests {
    use super::super::Duration;
    use super::parse;

    #[test]
    fn writes_the_shortest_form() {
        for (text, shortest) in [
            ("PT0S", "PT0S"),
            ("-PT0S", "PT0S"),
            ("P0D", "PT0S"),
            ("PT36H", "P1DT12H"),
            ("PT60S", "PT1M"),
            ("-P1DT0.500S", "-P1DT0.5S"),
            ("P1DT2H3M4.000000000005S", "P1DT2H3M4.000000000005S"),
        ] {
            let length = parse(text).expect(text);
            assert_eq!(Duration::from_picoseconds(length).to_string(), shortest);
            assert_eq!(text.parse::<Duration>().expect(text).to_string(), text);
        }
    }
}
