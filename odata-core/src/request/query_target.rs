//! [`QueryTarget`]: the response types of requests that accept query options, such as `$filter`.

use crate::query::Navigate;

/// The response type of a request that accepts query options: an entity type, an `Option` of an entity type, or a
/// [`Collection`](crate::Collection) of entities. The query options refer to the properties of the entity type `E`.
#[diagnostic::on_unimplemented(
    message = "a request with a response of the type `{Self}` accepts no query options: only requests for entities accept them",
    label = "the response isn't an entity or a collection of entities",
    note = "to count the entities that match a `$filter` or `$search`, use `count_matching`"
)]
pub trait QueryTarget<E> {}

#[diagnostic::do_not_recommend]
impl<R: Navigate> QueryTarget<R::Entity> for R {}
