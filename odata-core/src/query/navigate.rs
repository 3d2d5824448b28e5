//! The entity types of navigation properties.

use crate::envelope::Collection;
use crate::typed_property::Reach;

/// The type of a navigation property: an entity, a collection of entities, or an `Option` of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a navigation property",
    label = "neither an entity type nor a collection of entities"
)]
pub trait Navigate {
    /// The type of the related entity or entities.
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

/// A `Collection` has the entity type of its items.
impl<T: Reach> Navigate for Collection<T> {
    type Entity = T::Target;
}
