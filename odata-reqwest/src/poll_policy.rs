//! The delays between requests for the state of an operation.

use core::time::Duration;
use std::time::Instant;

/// The time between requests for the state of an operation.
///
/// If a response contains the header `Retry-After`, the next request is sent after the time in this header. For
/// responses without `Retry-After`, the time increases after each request.
///
/// ```
/// use core::time::Duration;
/// use odata_reqwest::PollPolicy;
///
/// let policy = PollPolicy::new().delays(Duration::from_secs(5), Duration::from_secs(60)).max_time(Duration::from_secs(3600));
/// ```
#[derive(Clone, Debug)]
pub struct PollPolicy {
    first_delay: Duration,
    max_delay: Duration,
    max_time: Option<Duration>,
}

impl Default for PollPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl PollPolicy {
    /// Creates a policy with delays from one second to 30 seconds, and without a limit for the total time.
    #[must_use]
    pub const fn new() -> Self {
        Self { first_delay: Duration::from_secs(1), max_delay: Duration::from_secs(30), max_time: None }
    }

    /// Sets the first and the maximum delay between two requests. The delays are used if the response contains no
    /// `Retry-After`.
    #[must_use]
    pub const fn delays(self, first: Duration, max: Duration) -> Self {
        Self { first_delay: first, max_delay: max, ..self }
    }

    /// Sets the maximum time until the operation must be finished. If the next request would be sent after the maximum
    /// time, [`ErrorKind::Unfinished`](crate::ErrorKind::Unfinished) is returned.
    #[must_use]
    pub const fn max_time(self, time: Duration) -> Self {
        Self { max_time: Some(time), ..self }
    }
}

/// Calculates the delays between the requests for the state of an operation.
pub(crate) struct Polls<'p> {
    policy: &'p PollPolicy,
    started: Instant,
    delay: Duration,
}

impl<'p> Polls<'p> {
    pub(crate) fn new(policy: &'p PollPolicy) -> Self {
        Self { policy, started: Instant::now(), delay: policy.first_delay.min(policy.max_delay) }
    }

    /// Returns the time until the next request. If the next request would be sent after the maximum time of the policy,
    /// returns the maximum time as an error.
    pub(crate) fn next_delay(&mut self, retry_after: Option<Duration>) -> Result<Duration, Duration> {
        let delay = retry_after.filter(|time| !time.is_zero()).unwrap_or(self.delay);
        self.delay = (self.delay.saturating_mul(3) / 2).min(self.policy.max_delay);
        match self.policy.max_time {
            Some(max) if self.started.elapsed().saturating_add(delay) > max => Err(max),
            _ => Ok(delay),
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::{PollPolicy, Polls};

    #[test]
    fn delays_increase_up_to_the_maximum() {
        let milliseconds = Duration::from_millis;
        let policy = PollPolicy::new().delays(milliseconds(100), milliseconds(200));
        let mut polls = Polls::new(&policy);
        let delays =
            [None, None, Some(7), Some(0), None].map(|time| polls.next_delay(time.map(milliseconds)));
        assert_eq!(delays, [100, 150, 7, 200, 200].map(|time| Ok(milliseconds(time))));
    }

    #[test]
    fn time_is_limited() {
        let policy = PollPolicy::new().max_time(Duration::from_secs(60));
        let mut polls = Polls::new(&policy);
        assert_eq!(polls.next_delay(None), Ok(Duration::from_secs(1)));
        assert_eq!(polls.next_delay(Some(Duration::from_secs(61))), Err(Duration::from_secs(60)));
    }
}
