//! Requests in a batch.

use super::build::Request;
use super::path::EntityPath;
use super::service_path::ServicePath;
use crate::typed_property::Reach;

/// A request that was added to a [`Batch`](super::Batch). Pass the `BatchPart` to
/// [`BatchResponse::read`](super::BatchResponse::read) to read the response to the request.
#[derive(Debug)]
pub struct BatchPart<R> {
    pub(super) id: String,
    /// The identifier of the atomicity group that contains the request.
    pub(super) group: Option<String>,
    pub(super) request: Request<R>,
}

impl<R> BatchPart<R> {
    /// Returns the `id` of the request in the body of the batch request.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// The type of a response with a single entity, such as `User` or `Option<User>`.
#[diagnostic::on_unimplemented(
    message = "a request with a response of the type `{Self}` can't be referenced in a batch, because it doesn't create or return an entity",
    label = "not the response of a request for a single entity",
    note = "later requests of a batch can refer to the entity that a `create` or `get` request creates or returns"
)]
pub trait EntityResponse<E> {}

#[diagnostic::do_not_recommend]
impl<R: Reach> EntityResponse<R::Target> for R {}

impl<R> BatchPart<R> {
    /// Returns the path of the entity that this request creates or returns: `$1` (OData 4.01 JSON format, 19.1).
    ///
    /// Later requests of the same batch can use the returned path in URLs and entity references. A request that uses
    /// the path depends on this request (`dependsOn`), so the service executes this request first.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Order { id: Option<i32>, #[odata(navigation)] items: Option<Vec<Item>> }
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Item { id: Option<i32>, amount: Option<i32> }
    /// use odata_core::request::{Batch, Service};
    ///
    /// let service = Service::new("https://host/service")?;
    /// let mut batch = Batch::new(&service);
    /// let order = batch.add(&service.entity_set::<Order>("orders").create(&Order::create()))?;
    /// let items = order.entity().to(Order::ITEMS);
    /// batch.add(&items.create(&Item::create().set(Item::AMOUNT, 5)))?;
    ///
    /// let body: serde_json::Value = serde_json::from_slice(batch.build()?.body())?;
    /// assert_eq!(body["requests"][1]["url"], "$1/items");
    /// assert_eq!(body["requests"][1]["dependsOn"][0], "1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn entity<E>(&self) -> EntityPath<E>
    where
        R: EntityResponse<E>,
    {
        let path = ServicePath::of_url(&self.request.service, Ok(format!("${}", self.id)));
        EntityPath::at(path)
    }

    /// Returns a reference to the ETag in the response to this request: `$1` (OData 4.01 JSON format, 19.3).
    ///
    /// Pass the reference to [`Request::if_match`] of a later request in the same batch. The later request depends on
    /// this request (`dependsOn`), and is executed only if the entity still has the ETag that this request read or
    /// created.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Employee { id: Option<i32>, salary: Option<i32> }
    /// use odata_core::request::{Batch, Service};
    ///
    /// let service = Service::new("https://host/service")?;
    /// let employee = service.entity_set::<Employee>("employees").key(0);
    /// let mut batch = Batch::new(&service);
    /// let read = batch.add(&employee.get())?;
    /// let raise = employee.update(&Employee::update().set(Employee::SALARY, 75_000));
    /// batch.add(&raise.if_match(read.etag()))?;
    ///
    /// let body: serde_json::Value = serde_json::from_slice(batch.build()?.body())?;
    /// assert_eq!(body["requests"][1]["headers"]["if-match"], "$1");
    /// assert_eq!(body["requests"][1]["dependsOn"][0], "1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn etag(&self) -> String {
        format!("${}", self.id)
    }
}
