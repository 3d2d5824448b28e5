//! Requests in a batch.

use super::build::Request;

/// A request that was added to a [`Batch`](super::Batch). Pass the `BatchPart` to
/// [`BatchResponse::read`](super::BatchResponse::read) to read the response to the request.
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
