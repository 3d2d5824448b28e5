//! The conditions and limits for sending a request again.

use core::time::Duration;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, StatusCode};
use odata_core::request::RetryAfter;

/// The limits for sending a request again after it failed.
///
/// The client waits at least for the time in the header `Retry-After`. If the response has no `Retry-After`, the delay
/// doubles after each attempt, up to a [maximum](Self::delays). A part of each delay is random (jitter), so that several clients don't send their
/// requests at the same time.
///
/// ```
/// use core::time::Duration;
/// use odata_reqwest::RetryPolicy;
///
/// let policy = RetryPolicy::new().max_attempts(3).max_time(Duration::from_secs(60));
/// ```
///
/// | A request is sent again after | if |
/// |---|---|
/// | status code 429 or 503 | always |
/// | status code 504 | the method is idempotent, because a gateway may have forwarded the request |
/// | a connection that couldn't be established | always |
/// | a connection that was lost, a timeout, an incomplete response body | the method is idempotent |
///
/// After status code 401, a request is sent once more with a new token, even if a limit is reached: see
/// [`Client::with_token_provider`](crate::Client::with_token_provider).
///
/// `GET`, `HEAD`, `OPTIONS`, `PUT` and `DELETE` are idempotent (RFC 9110, 9.2.2), and so is `POST …/$query`.
#[derive(Clone, Copy, Debug)]
pub struct RetryPolicy {
    max_attempts: u32,
    max_time: Duration,
    first_delay: Duration,
    max_delay: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl RetryPolicy {
    /// Creates a policy with at most 5 attempts within 5 minutes. Without `Retry-After`, the first delay is at most one
    /// second, and each later delay is at most one minute.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            max_attempts: 5,
            max_time: Duration::from_secs(300),
            first_delay: Duration::from_secs(1),
            max_delay: Duration::from_secs(60),
        }
    }

    /// Creates a policy with a single attempt.
    #[must_use]
    pub const fn none() -> Self {
        Self::new().max_attempts(1)
    }

    /// Sets the maximum number of attempts, including the first attempt. Zero is the same as one.
    #[must_use]
    pub const fn max_attempts(self, attempts: u32) -> Self {
        Self { max_attempts: attempts, ..self }
    }

    /// Sets the maximum time from the first attempt until the start of the last attempt. If the next attempt would start
    /// later, for example because of a long `Retry-After`, the error is returned immediately.
    #[must_use]
    pub const fn max_time(self, time: Duration) -> Self {
        Self { max_time: time, ..self }
    }

    /// Sets the delay after the first attempt, and the maximum delay. The delays are used if the response contains no
    /// `Retry-After`. The client waits for a random time between half of the delay and the full delay.
    #[must_use]
    pub const fn delays(self, first: Duration, max: Duration) -> Self {
        Self { first_delay: first, max_delay: max, ..self }
    }

    /// Returns the time to wait after a response without `Retry-After`. The delay doubles with each attempt, and
    /// `random` (0 to 1) selects a time between half of the delay and the full delay.
    fn backoff(&self, attempts: u32, random: f64) -> Duration {
        let factor = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        let delay = self.first_delay.saturating_mul(factor).min(self.max_delay);
        delay.mul_f64(0.5 + random / 2.0)
    }
}

/// The delay before an attempt that would start after the maximum time of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLate {
    pub(crate) delay: Duration,
    pub(crate) max_time: Duration,
}

/// Counts the attempts to send a request, and calculates the delays between the attempts.
pub(crate) struct Attempts {
    policy: RetryPolicy,
    started: Instant,
    pub(crate) count: u32,
    /// The delay that [`next_delay_or_limit`](Self::next_delay_or_limit) didn't return, because of the maximum time.
    pub(crate) too_late: Option<TooLate>,
}

impl Attempts {
    pub(crate) fn new(policy: RetryPolicy) -> Self {
        Self { policy, started: Instant::now(), count: 0, too_late: None }
    }

    /// Returns the time since the first attempt.
    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Returns the time until the next attempt, or `None` if a limit is reached.
    pub(crate) fn next_delay(&self, retry_after: Option<Duration>) -> Option<Duration> {
        self.delay_at(retry_after, self.elapsed(), fastrand::f64()).ok()
    }

    /// Returns the time until the next attempt like [`next_delay`](Self::next_delay), and stores the delay if the next
    /// attempt would be too late.
    pub(crate) fn next_delay_or_limit(&mut self, retry_after: Option<Duration>) -> Option<Duration> {
        let result = self.delay_at(retry_after, self.elapsed(), fastrand::f64());
        self.too_late = result.err().flatten();
        result.ok()
    }

    /// Returns the time until the next attempt. Returns an error if a limit is reached. If the limit is the maximum time, the
    /// error contains the delay.
    fn delay_at(
        &self,
        retry_after: Option<Duration>,
        elapsed: Duration,
        random: f64,
    ) -> Result<Duration, Option<TooLate>> {
        if self.count >= self.policy.max_attempts {
            return Err(None);
        }
        let delay = match retry_after {
            // The jitter prevents clients with the same `Retry-After` from sending their requests at the same time.
            Some(time) if !time.is_zero() => {
                time.saturating_add(self.policy.first_delay.mul_f64(random / 4.0))
            }
            _ => self.policy.backoff(self.count, random),
        };
        let max_time = self.policy.max_time;
        let is_in_time = elapsed.checked_add(delay).is_some_and(|end| end <= max_time);
        if is_in_time { Ok(delay) } else { Err(Some(TooLate { delay, max_time })) }
    }
}

/// Checks whether a request may be sent again after a response with this status code.
pub(crate) fn is_retryable(status: StatusCode, is_idempotent: bool) -> bool {
    match status {
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => true,
        StatusCode::GATEWAY_TIMEOUT => is_idempotent,
        _ => false,
    }
}

/// Returns the time in the header `Retry-After`, which contains a number of seconds or an HTTP date.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?;
    match RetryAfter::parse(value)? {
        RetryAfter::Delay(delay) => Some(delay),
        RetryAfter::At(date) => {
            let time = UNIX_EPOCH.checked_add(Duration::from_secs(u64::try_from(date.timestamp()).ok()?))?;
            Some(time.duration_since(SystemTime::now()).unwrap_or_default())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use http::HeaderMap;

    use super::{Attempts, RetryPolicy, TooLate, retry_after};

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn attempts(policy: RetryPolicy, count: u32) -> Attempts {
        Attempts { count, ..Attempts::new(policy) }
    }

    #[test]
    fn delays_double_up_to_the_maximum() {
        let policy =
            RetryPolicy::new().max_attempts(100).delays(seconds(1), seconds(10)).max_time(seconds(1000));
        let delay = |count, random| attempts(policy, count).delay_at(None, Duration::ZERO, random).ok();
        let longest: Vec<_> =
            [1, 2, 3, 4, 5, 40, 99].map(|count| delay(count, 1.0)).into_iter().flatten().collect();
        assert_eq!(longest, [1, 2, 4, 8, 10, 10, 10].map(seconds));
        assert_eq!(delay(3, 0.0), Some(seconds(2)));
        assert_eq!(delay(100, 0.0), None);
    }

    #[test]
    fn retry_after_overrides_the_delay() {
        let policy = RetryPolicy::new();
        let delay =
            |elapsed, time| attempts(policy, 1).delay_at(Some(seconds(time)), seconds(elapsed), 0.0).ok();
        assert_eq!(delay(0, 120), Some(seconds(120)));
        assert_eq!(delay(0, 0), Some(Duration::from_millis(500)));
        assert_eq!(delay(200, 100), Some(seconds(100)));
        assert_eq!(delay(200, 101), None);
        assert_eq!(delay(0, u64::MAX), None);
        assert_eq!(attempts(RetryPolicy::none(), 1).delay_at(None, Duration::ZERO, 0.0), Err(None));
        let max_time = seconds(300);
        let too_late = TooLate { delay: seconds(301), max_time };
        let late = attempts(policy, 1).delay_at(Some(seconds(301)), Duration::ZERO, 0.0);
        assert_eq!(late, Err(Some(too_late)));
    }

    #[test]
    fn both_forms_of_retry_after_are_read() {
        let read = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("retry-after", value.parse().expect("a value"));
            retry_after(&headers)
        };
        assert_eq!(read("7"), Some(seconds(7)));
        assert_eq!(read("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert!(read("Wed, 21 Oct 2099 07:28:00 GMT") > Some(seconds(1_000_000)));
        assert_eq!(read("soon"), None);
    }
}
