//! The entity types of requests and the nullability of entities.

use serde::Deserialize;

use crate::entity::ODataEntity;
use crate::value::ReadValue;

/// An entity type that can be read from a response.
///
/// It is implemented for every type that derives [`ODataEntity`](derive@crate::ODataEntity), except for types with a
/// lifetime, because the value outlives the response.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be read from a response",
    label = "not an entity type",
    note = "if it is an entity type, derive `ODataEntity` for `{Self}`; a complex type can only be read as a property of an entity"
)]
pub trait ReadableEntity: ODataEntity + for<'de> ReadValue<'de> + for<'de> Deserialize<'de> {}

impl<T: ODataEntity + for<'de> ReadValue<'de> + for<'de> Deserialize<'de>> ReadableEntity for T {}

/// Marker type for the path of an entity that can't be null, such as an entity with a key or a singleton.
#[derive(Debug)]
pub enum NotNull {}

/// Marker type for the path of an entity that may be null. The response to a `GET` request has status 204 if it is
/// null.
#[derive(Debug)]
pub enum MayBeNull {}

/// The nullability of an entity: [`NotNull`] or [`MayBeNull`].
pub trait Nullability {
    /// The type of the response to a `GET` request: `T` or `Option<T>`.
    type Response<T: ReadableEntity>: for<'de> Deserialize<'de>;
}

impl Nullability for NotNull {
    type Response<T: ReadableEntity> = T;
}

impl Nullability for MayBeNull {
    type Response<T: ReadableEntity> = Option<T>;
}
