//! The entity types that navigation properties lead to.

use crate::envelope::Collection;
use crate::typed_property::Reach;

/// A type of navigation property: to one entity, or to several.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a navigation property",
    label = "neither an entity nor a collection of entities"
)]
pub trait Navigate {
    /// The type of the entity or entities.
    type Entity;
}

impl<T: Reach> Navigate for T {
    type Entity = T::Target;
}

impl<T: Reach> Navigate for Vec<T> {
    type Entity = T::Target;
}

impl<T: Reach> Navigate for Option<Vec<T>> {
    type Entity = T::Target;
}

/// The page of a collection has the entity type of its items.
impl<T: Reach> Navigate for Collection<T> {
    type Entity = T::Target;
}
