//! A request in a batch.

use super::build::Request;

/// A request in a [`Batch`](super::Batch). It identifies the response in a [`BatchResponse`](super::BatchResponse).
#[derive(Debug)]
pub struct BatchPart<R> {
    pub(super) id: String,
    pub(super) request: Request<R>,
}

impl<R> BatchPart<R> {
    /// Returns the identifier of the request in the batch.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}
