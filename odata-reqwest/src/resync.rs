//! Synchronization after a delta link has expired.

use http::StatusCode;
use odata_core::ODataError;

use crate::error::Error;

/// The link and the action for a new synchronization after a delta link has expired (status code 410): see
/// [`Error::resync`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resync {
    link: Option<String>,
    action: ResyncAction,
}

/// The recommendation of Microsoft Graph for the local data before a new synchronization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResyncAction {
    /// Replace the local items with the items of the service, including deletions, and upload local changes that the service
    /// doesn't have (`resyncChangesApplyDifferences`).
    ApplyDifferences,
    /// Upload the local items that the service doesn't return or that differ from the items of the service
    /// (`resyncChangesUploadDifferences`).
    UploadDifferences,
    /// Replace all local data with the data of the service.
    Replace,
}

impl Resync {
    /// Returns the absolute URL that starts the new synchronization (`Location`). Pass the URL to
    /// [`Request::get`](odata_core::request::Request::get). If the response contains no URL, start with the first
    /// request of the delta query.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// Returns the recommendation for the local data before the new synchronization.
    #[must_use]
    pub const fn action(&self) -> ResyncAction {
        self.action
    }
}

impl Error {
    /// Returns the link and the action for a new synchronization if a delta link has expired (status code 410). Returns
    /// `None` for any other error.
    #[must_use]
    pub fn resync(&self) -> Option<Resync> {
        let error = self.response_error()?;
        if error.status() != StatusCode::GONE {
            return None;
        }
        let base: Option<reqwest::Url> = self.url().and_then(|url| url.parse().ok());
        let link = error.location().map(|link| match base.and_then(|base| base.join(link).ok()) {
            Some(url) => url.to_string(),
            None => link.to_owned(),
        });
        let action = error.odata_error().and_then(ResyncAction::of).unwrap_or(ResyncAction::Replace);
        Some(Resync { link, action })
    }
}

impl ResyncAction {
    /// Returns the action for the code of an error or of its inner errors. `resyncApplyDifferences` is the code of an inner
    /// error of `resyncRequired`.
    fn of(error: &ODataError) -> Option<Self> {
        let inner_errors = core::iter::successors(error.inner_error.as_ref(), |error| {
            error.get("innererror").or_else(|| error.get("innerError"))
        });
        let mut codes = core::iter::once(&*error.code)
            .chain(inner_errors.filter_map(|error| error.get("code")?.as_str()));
        codes.find_map(|code| match &*code.to_ascii_lowercase() {
            "resyncchangesapplydifferences" | "resyncapplydifferences" => Some(Self::ApplyDifferences),
            "resyncchangesuploaddifferences" | "resyncuploaddifferences" => Some(Self::UploadDifferences),
            _ => None,
        })
    }
}
