//! Access tokens.

use core::fmt;
use core::time::Duration;
use std::time::SystemTime;

/// A bearer token and the time at which it expires. The `Debug` output doesn't contain the token.
///
/// ```
/// use core::time::Duration;
/// use odata_reqwest::AccessToken;
///
/// let token = AccessToken::new("secret").expires_in(Duration::from_secs(3600));
/// assert!(!format!("{token:?}").contains("secret"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken {
    secret: String,
    expires_at: Option<SystemTime>,
}

impl AccessToken {
    /// Creates a token that doesn't expire. The string must not start with the prefix `Bearer`, which is added
    /// automatically.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into(), expires_at: None }
    }

    /// Sets the time at which the token expires.
    #[must_use]
    pub fn expires_at(self, time: SystemTime) -> Self {
        Self { expires_at: Some(time), ..self }
    }

    /// Sets the lifetime of the token, which starts now (`expires_in` in the response of a token endpoint).
    #[must_use]
    pub fn expires_in(self, duration: Duration) -> Self {
        Self { expires_at: SystemTime::now().checked_add(duration), ..self }
    }

    /// Returns the token as a string, without the prefix `Bearer`.
    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    /// Returns the time at which a new token is requested: five minutes before the token expires, or after nine tenths
    /// of its lifetime if the lifetime is shorter than 50 minutes.
    pub(crate) fn refresh_at(&self, now: SystemTime) -> Option<SystemTime> {
        const MARGIN: Duration = Duration::from_secs(300);
        let expires_at = self.expires_at?;
        let lifetime = expires_at.duration_since(now).unwrap_or_default();
        expires_at.checked_sub(MARGIN.min(lifetime / 10))
    }

    /// Checks whether the token has expired.
    pub(crate) fn has_expired(&self, now: SystemTime) -> bool {
        self.expires_at.is_some_and(|time| time <= now)
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::time::{Duration as StdDuration, UNIX_EPOCH};

    use super::AccessToken;

    #[test]
    fn tokens_are_refreshed_before_they_expire() {
        let now = UNIX_EPOCH + StdDuration::from_secs(1_000_000);
        let refreshed_after = |lifetime| {
            let token = AccessToken::new("a").expires_at(now + Duration::from_secs(lifetime));
            token.refresh_at(now).map(|time| time.duration_since(now).unwrap_or_default().as_secs())
        };
        assert_eq!(refreshed_after(3600), Some(3300));
        assert_eq!(refreshed_after(100), Some(90));
        assert_eq!(refreshed_after(0), Some(0));
        assert_eq!(AccessToken::new("a").refresh_at(now), None);
    }
}
