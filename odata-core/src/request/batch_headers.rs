//! The headers of a batch request.

use super::batch::Batch;

impl Batch {
    /// Sets `Prefer: odata.continue-on-error`, so that the service executes the remaining requests after a request
    /// fails (OData 4.01 Protocol, 8.2.8.3). By default, the service stops after the first request that fails, and the
    /// batch response contains no responses to the remaining requests. Microsoft Graph doesn't need this preference,
    /// because it always executes all requests of a batch.
    ///
    /// ```
    /// # use odata_core::request::{Batch, Service};
    /// let batch = Batch::new(&Service::new("https://host/service")?).continue_on_error();
    /// assert_eq!(batch.build()?.headers()["prefer"], "odata.continue-on-error");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn continue_on_error(self) -> Self {
        self.prefer("odata.continue-on-error")
    }

    /// Adds a preference (`Prefer`) to the batch request itself, for example `respond-async`. Replaces an earlier
    /// preference with the same name.
    #[must_use]
    pub fn prefer(mut self, preference: &str) -> Self {
        self.headers.preferences.add(preference);
        self
    }

    /// Sets a header of the batch request itself. The single requests of the batch have their own headers: see
    /// [`Request::header`](super::Request::header).
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.set(name.into(), value.into());
        self
    }
}
