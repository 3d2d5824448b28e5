//! Atomicity groups of a batch.

use super::batch::Batch;
use super::batch_part::BatchPart;
use super::build::Request;
use super::request_error::RequestError;

/// An atomicity group of a [`Batch`] (`atomicityGroup`; OData 4.01 JSON format, 19.1). The service executes either all
/// requests of the group or none. [`Batch::group`] creates a group.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "n")]
/// # struct Account { id: Option<i32>, balance: Option<i64> }
/// use odata_core::request::{Batch, Service};
///
/// let service = Service::new("https://host/service")?;
/// let accounts = service.entity_set::<Account>("accounts");
/// let mut batch = Batch::new(&service);
/// let mut transfer = batch.group();
/// let from = transfer.add(&accounts.key(1).update(&Account::update().set(Account::BALANCE, 0)))?;
/// let to = transfer.add(&accounts.key(2).update(&Account::update().set(Account::BALANCE, 100)))?;
/// let balance = batch.add_after(&accounts.key(2).get(), &to)?;
///
/// let body: serde_json::Value = serde_json::from_slice(batch.build()?.body())?;
/// assert_eq!(body["requests"][0]["atomicityGroup"], "g1");
/// assert_eq!(body["requests"][1]["atomicityGroup"], "g1");
/// assert_eq!(body["requests"][2]["dependsOn"], serde_json::json!(["2", "g1"]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// If a request of the group fails, [`BatchResponse::read`](super::BatchResponse::read) returns an error for every request
/// of the group.
#[derive(Debug)]
pub struct BatchGroup<'b> {
    /// The batch to which the requests are added. Because of the mutable borrow, the caller can't add another request
    /// between the requests of the group, which must be adjacent (OData 4.01 JSON format, 19.1).
    batch: &'b mut Batch,
    id: String,
}

impl Batch {
    /// Starts an atomicity group (`atomicityGroup`). To add a request to the group, call [`BatchGroup::add`].
    pub fn group(&mut self) -> BatchGroup<'_> {
        let id = self.next_group();
        BatchGroup { batch: self, id }
    }
}

impl BatchGroup<'_> {
    /// Adds a request to the group: see [`Batch::add`].
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Batch::add`].
    pub fn add<R>(&mut self, request: &Request<R>) -> Result<BatchPart<R>, RequestError> {
        self.batch.add_part(request, &[], Some(&self.id))
    }

    /// Adds a request that the service executes only if the earlier request `after` succeeds: see [`Batch::add_after`].
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Batch::add`].
    pub fn add_after<R, Q>(
        &mut self,
        request: &Request<R>,
        after: &BatchPart<Q>,
    ) -> Result<BatchPart<R>, RequestError> {
        self.batch.add_part(request, &[&after.id], Some(&self.id))
    }

    /// Returns the identifier of the group in the body of the batch request (`atomicityGroup`).
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}
