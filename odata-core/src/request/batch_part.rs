//! Requests in a batch.

use super::build::Request;

/// A request that was added to a [`Batch`](super::Batch). Pass the request to
/// [`BatchResponse::read`](super::BatchResponse::read) to read the corresponding response.
#[derive(Debug)]
pub struct BatchPart<R> {
    pub(super) id: String,
    pub(super) request: Request<R>,
}

impl<R> BatchPart<R> {
    /// Returns the `id` of the request in the body of the batch request.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}
