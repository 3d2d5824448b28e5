//! Requests that add, set or remove a reference to an existing entity in a navigation property (`$ref`).

use super::build::Request;
use super::path::{CollectionPath, EntityPath};
use super::payload::Payload;
use crate::untyped::Members;

impl<T> CollectionPath<T> {
    /// Returns a request that adds an existing entity to a collection-valued navigation property: `POST
    /// …/members/$ref`.
    pub fn add_reference<E, M>(&self, entity: &EntityPath<E, M>) -> Request<()> {
        let path = self.path.segment("$ref").with_error_of(&entity.path);
        Request::without_value(http::Method::POST, path, Some(reference(entity)))
    }
}

impl<T, N> EntityPath<T, N> {
    /// Returns a request that sets a single-valued navigation property to an existing entity: `PUT …/manager/$ref`.
    pub fn set_reference<E, M>(&self, entity: &EntityPath<E, M>) -> Request<()> {
        let path = self.path.segment("$ref").with_error_of(&entity.path);
        Request::without_value(http::Method::PUT, path, Some(reference(entity)))
    }

    /// Returns a request that removes the entity from a navigation property, but doesn't delete the entity: `DELETE
    /// …/members/{id}/$ref`.
    pub fn remove_reference(&self) -> Request<()> {
        Request::without_value(http::Method::DELETE, self.path.segment("$ref"), None)
    }
}

fn reference<E, M>(entity: &EntityPath<E, M>) -> Payload {
    let mut members = Members::default();
    members.insert("@odata.id", entity.to_string());
    Payload::of(members)
}
