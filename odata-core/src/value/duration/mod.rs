//! `Edm.Duration`: days, hours, minutes and seconds, positive or negative.

mod text;

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use chrono::TimeDelta;
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use serde::ser::Serializer;

use super::{ODataValue, ReadValue};
use crate::incoming::Incoming;
use crate::metadata::{PrimitiveType, ValueType};
use crate::read_error::ReadError;
use crate::untyped::Untyped;

const PICOSECONDS_PER_SECOND: i128 = 1_000_000_000_000;

const PICOSECONDS_PER_NANOSECOND: i128 = 1_000;

/// An `Edm.Duration` with picosecond precision.
///
/// A field for an `Edm.Duration` property can also have the type [`TimeDelta`] of the crate `chrono`. Unlike
/// `TimeDelta`, a `Duration` supports up to twelve digits in a fraction of a second. A `Duration` also preserves the
/// string that was read: `PT36H` isn't written as `P1DT12H`. Two durations are equal if they have the same length.
///
/// ```
/// use odata_core::Duration;
///
/// let duration: Duration = "-P1DT12H0.000000000001S".parse()?;
/// assert!(duration.is_negative());
/// assert_eq!(duration.whole_seconds(), -129_600);
/// assert_eq!(duration.to_string(), "-P1DT12H0.000000000001S");
///
/// let minute = Duration::from(std::time::Duration::from_secs(60));
/// assert_eq!(minute, "PT60S".parse()?);
/// assert_eq!(minute.to_string(), "PT1M");
/// assert!("P3M".parse::<Duration>().is_err()); // months have no length
/// # Ok::<(), odata_core::InvalidDuration>(())
/// ```
#[derive(Clone)]
pub struct Duration {
    picoseconds: i128,
    /// The string that the duration was parsed from, if the string isn't the shortest form of the duration.
    original: Option<Box<str>>,
}

impl Duration {
    /// A `Duration` of zero seconds.
    pub const ZERO: Self = Self::from_picoseconds(0);

    const fn from_picoseconds(picoseconds: i128) -> Self {
        Self { picoseconds, original: None }
    }

    /// Checks whether the duration is negative.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.picoseconds < 0
    }

    /// Returns the length of the duration in seconds, without the fraction of a second. The result is negative if the
    /// duration is negative.
    #[must_use]
    pub const fn whole_seconds(&self) -> i128 {
        self.picoseconds / PICOSECONDS_PER_SECOND
    }

    /// Returns the length of the duration in picoseconds (10⁻¹² s). The result is negative if the duration is negative.
    #[must_use]
    pub const fn picoseconds(&self) -> i128 {
        self.picoseconds
    }
}

impl Default for Duration {
    fn default() -> Self {
        Self::ZERO
    }
}

impl FromStr for Duration {
    type Err = InvalidDuration;

    fn from_str(text: &str) -> Result<Self, InvalidDuration> {
        let duration = Self::from_picoseconds(text::parse(text).ok_or(InvalidDuration(()))?);
        let is_canonical = duration.to_string() == text;
        Ok(Self { original: (!is_canonical).then(|| text.into()), ..duration })
    }
}

/// Formats the duration in the form that JSON and URLs contain, such as `P1DT12H`.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.original {
            Some(original) => f.write_str(original),
            None => text::write(self.picoseconds, f),
        }
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The error returned when a string isn't an `Edm.Duration`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDuration(());

impl fmt::Display for InvalidDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "not an `Edm.Duration` such as \"P1DT12H30M1.5S\"; years, months and weeks aren't allowed",
        )
    }
}

impl core::error::Error for InvalidDuration {}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.picoseconds == other.picoseconds
    }
}

impl Eq for Duration {}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Duration {
    fn cmp(&self, other: &Self) -> Ordering {
        self.picoseconds.cmp(&other.picoseconds)
    }
}

impl Hash for Duration {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.picoseconds.hash(state);
    }
}

impl From<core::time::Duration> for Duration {
    fn from(duration: core::time::Duration) -> Self {
        let seconds = i128::from(duration.as_secs()) * PICOSECONDS_PER_SECOND;
        Self::from_picoseconds(seconds + i128::from(duration.subsec_nanos()) * PICOSECONDS_PER_NANOSECOND)
    }
}

impl From<TimeDelta> for Duration {
    fn from(delta: TimeDelta) -> Self {
        let seconds = i128::from(delta.num_seconds()) * PICOSECONDS_PER_SECOND;
        Self::from_picoseconds(seconds + i128::from(delta.subsec_nanos()) * PICOSECONDS_PER_NANOSECOND)
    }
}

/// Converts a `Duration` into a `TimeDelta`. The part of the duration that is shorter than a nanosecond is dropped.
impl TryFrom<&Duration> for TimeDelta {
    type Error = DurationTooLong;

    fn try_from(duration: &Duration) -> Result<Self, DurationTooLong> {
        let too_long = DurationTooLong(());
        let nanoseconds = duration.picoseconds / PICOSECONDS_PER_NANOSECOND;
        let seconds = i64::try_from(nanoseconds.div_euclid(1_000_000_000)).map_err(|_| too_long.clone())?;
        let rest = u32::try_from(nanoseconds.rem_euclid(1_000_000_000)).map_err(|_| too_long.clone())?;
        Self::new(seconds, rest).ok_or(too_long)
    }
}

impl From<Duration> for Untyped {
    fn from(duration: Duration) -> Self {
        Self::String(duration.to_string())
    }
}

impl From<TimeDelta> for Untyped {
    fn from(delta: TimeDelta) -> Self {
        Duration::from(delta).into()
    }
}

/// The error returned when a duration is longer than the maximum of chrono's `TimeDelta`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DurationTooLong(());

impl fmt::Display for DurationTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("longer than 292 million years, the maximum of `TimeDelta`")
    }
}

impl core::error::Error for DurationTooLong {}

impl ODataValue for Duration {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Duration).with_deserialize_any(true);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> ReadValue<'de> for Duration {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DurationVisitor)
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        Self::read(value)
    }

    const USES_DESERIALIZE_ANY: bool = true;
}

impl ODataValue for TimeDelta {
    const TYPE: ValueType = ValueType::primitive(PrimitiveType::Duration).with_deserialize_any(true);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Duration::from(*self).write(serializer)
    }
}

impl<'de> ReadValue<'de> for TimeDelta {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let duration = Duration::read(deserializer)?;
        Self::try_from(&duration).map_err(|error| D::Error::custom(format_args!("`{duration}` is {error}")))
    }

    fn read_incoming(value: Incoming<'_, 'de>) -> Result<Self, ReadError> {
        Self::read(value)
    }

    const USES_DESERIALIZE_ANY: bool = true;
}

struct DurationVisitor;

impl Visitor<'_> for DurationVisitor {
    type Value = Duration;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Edm.Duration` such as \"P1DT12H30M1.5S\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Duration, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}
