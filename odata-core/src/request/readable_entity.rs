//! The trait [`ReadableEntity`] for entity types that can be read from a response, and the trait [`Nullability`] for
//! paths of entities that may or can't be null.

use serde::Deserialize;

use super::readable_response::ReadableResponse;
use crate::entity::ODataEntity;
use crate::value::ReadValue;

/// An entity type that can be read from a response.
///
/// The trait is implemented for every type that derives [`ODataEntity`](derive@crate::ODataEntity) and has no lifetime
/// parameter. A type such as `User<'a>` isn't supported, because it borrows strings from the response body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be read from a response, because it is not an entity type: derive `ODataEntity` for it",
    label = "not an entity type",
    note = "a complex type can only be read as a property of an entity"
)]
pub trait ReadableEntity: ODataEntity + for<'de> ReadValue<'de> + for<'de> Deserialize<'de> {}

impl<T: ODataEntity + for<'de> ReadValue<'de> + for<'de> Deserialize<'de>> ReadableEntity for T {}

/// Marker type for the path of an entity that can't be null, such as `users/42` or the singleton `me`.
#[derive(Debug)]
pub enum NotNull {}

/// Marker type for the path of an entity that may be null. If the entity is null, the response to a `GET` request has
/// the status code 204.
#[derive(Debug)]
pub enum MayBeNull {}

/// The nullability of an entity: [`NotNull`] or [`MayBeNull`].
pub trait Nullability {
    /// The Rust type of the response to a `GET` request: `T` for [`NotNull`], and `Option<T>` for [`MayBeNull`].
    type Response<T: ReadableEntity>: ReadableResponse + for<'de> Deserialize<'de>;
}

impl Nullability for NotNull {
    type Response<T: ReadableEntity> = T;
}

impl Nullability for MayBeNull {
    type Response<T: ReadableEntity> = Option<T>;
}
