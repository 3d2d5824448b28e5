//! The date and time functions.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone};

use crate::typed_property::{Operand, ToExpression};
use crate::value::Duration;

macro_rules! functions {
    ($($method:ident, $name:literal, $bound:ident, $result:ty, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[must_use]
        pub fn $method(&self) -> Operand<O, $result>
        where
            V: $bound,
        {
            self.call($name)
        }
    )*};
}

/// The date and time functions of a property or another operand, such as `year(start)` (URL conventions 4.01, clause
/// 5.1.1.8). OData functions without an argument are not methods of an operand: call [`now`](crate::query::now),
/// [`min_date_time`](crate::query::min_date_time) and [`max_date_time`](crate::query::max_date_time).
///
/// ```
/// # use odata_core::ODataEntity;
/// # use odata_core::chrono::{DateTime, TimeDelta, Utc};
/// # use odata_core::query::{literal, now};
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Event { start: DateTime<Utc>, length: TimeDelta }
/// assert_eq!(Event::START.hour().ge(9).to_string(), "hour(start) ge 9");
/// let ended = Event::START.add(Event::LENGTH).lt(now().sub(literal(TimeDelta::days(1))));
/// assert_eq!(ended.to_string(), "start add length lt now() sub duration'P1D'");
/// ```
impl<O, V, E: ToExpression> Operand<O, V, E> {
    functions! {
        year, "year", TemporalValue, i32, "Builds `year(property)`, the year of a date property.";
        month, "month", TemporalValue, i32, "Builds `month(property)`, the month of a date property, from 1 to 12.";
        day, "day", TemporalValue, i32,
            "Builds `day(property)`, the day of the month of a date property, from 1 to 31.";
        date, "date", TemporalValue, NaiveDate,
            "Builds `date(property)`, the date of a date property without the time of day.";
        hour, "hour", TimeValue, i32, "Builds `hour(property)`, the hour of a property with a time of day, from 0 to 23.";
        minute, "minute", TimeValue, i32,
            "Builds `minute(property)`, the minute of a property with a time of day, from 0 to 59.";
        second, "second", TimeValue, i32,
            "Builds `second(property)`, the second of a property with a time of day, from 0 to 59.";
        fractional_seconds, "fractionalseconds", TimeValue, f64,
            "Builds `fractionalseconds(property)`, the fraction of the second of a property with a time of day, which is less than 1.";
        time, "time", DateTimeValue, NaiveTime,
            "Builds `time(property)`, the time of day of a date and time property.";
        total_offset_minutes, "totaloffsetminutes", DateTimeValue, i32,
            "Builds `totaloffsetminutes(property)`, the offset from UTC of a date and time property, in minutes.";
        total_seconds, "totalseconds", DurationValue, f64,
            "Builds `totalseconds(property)`, the length of a duration property, in seconds.";
    }
}

/// A Rust type for `Edm.Date` or `Edm.DateTimeOffset`, such as `NaiveDate` or `Option<DateTime<Utc>>`. Methods such as
/// [`year`](crate::Operand::year) require this trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` has no date: use a value of the type `NaiveDate` or `DateTime<_>`",
    label = "requires a value of the type `Edm.Date` or `Edm.DateTimeOffset`"
)]
pub trait TemporalValue {}

impl TemporalValue for NaiveDate {}
impl<Z: TimeZone> TemporalValue for DateTime<Z> {}
impl<T: TemporalValue> TemporalValue for Option<T> {}

/// A Rust type for `Edm.TimeOfDay` or `Edm.DateTimeOffset`, such as `NaiveTime` or `Option<DateTime<Utc>>`. Methods
/// such as [`hour`](crate::Operand::hour) require this trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` has no time of day: use a value of the type `NaiveTime` or `DateTime<_>`",
    label = "requires a value of the type `Edm.TimeOfDay` or `Edm.DateTimeOffset`"
)]
pub trait TimeValue {}

impl TimeValue for NaiveTime {}
impl<Z: TimeZone> TimeValue for DateTime<Z> {}
impl<T: TimeValue> TimeValue for Option<T> {}

/// A Rust type for `Edm.DateTimeOffset`, such as `DateTime<Utc>`. Methods such as [`time`](crate::Operand::time)
/// require this trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a date and time: use a value of the type `DateTime<_>`",
    label = "requires a value of the type `Edm.DateTimeOffset`"
)]
pub trait DateTimeValue {}

impl<Z: TimeZone> DateTimeValue for DateTime<Z> {}
impl<T: DateTimeValue> DateTimeValue for Option<T> {}

/// A Rust type for `Edm.Duration`: [`Duration`] or `TimeDelta`. [`total_seconds`](crate::Operand::total_seconds)
/// requires this trait.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` is not a duration: use a value of the type `TimeDelta` or `odata_core::Duration`",
    label = "requires a value of the type `Edm.Duration`"
)]
pub trait DurationValue {}

impl DurationValue for Duration {}
impl DurationValue for TimeDelta {}
impl<T: DurationValue> DurationValue for Option<T> {}
