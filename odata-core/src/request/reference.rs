//! References: what belongs to a navigation property without being made or changed (`$ref`).

use super::build::{Payload, Request};
use super::path::{CollectionPath, EntityPath};
use crate::untyped::Members;

impl<T> CollectionPath<T> {
    /// Adds an entity that exists to those of a navigation property: `POST …/members/$ref`.
    pub fn add_reference<E>(&self, entity: &EntityPath<E>) -> Request<()> {
        let path = self.path.segment("$ref").and(&entity.path);
        Request::without_answer(http::Method::POST, path, Some(reference(entity)))
    }
}

impl<T> EntityPath<T> {
    /// Makes an entity that exists the one of a navigation property: `PUT …/manager/$ref`.
    pub fn set_reference<E>(&self, entity: &EntityPath<E>) -> Request<()> {
        let path = self.path.segment("$ref").and(&entity.path);
        Request::without_answer(http::Method::PUT, path, Some(reference(entity)))
    }

    /// Takes the entity out of a navigation property, and leaves it as it is: `DELETE …/members/{id}/$ref`.
    pub fn remove_reference(&self) -> Request<()> {
        Request::without_answer(http::Method::DELETE, self.path.segment("$ref"), None)
    }
}

fn reference<E>(entity: &EntityPath<E>) -> Payload {
    let mut members = Members::default();
    members.insert("@odata.id", entity.to_string());
    Payload::of(members)
}
