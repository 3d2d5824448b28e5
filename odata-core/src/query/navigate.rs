//! `Navigate`: the field types of navigation properties.

use crate::envelope::Collection;
use crate::typed_property::Reach;

/// The field type of a navigation property: an entity type, a collection of entities, or an `Option` of such a type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a navigation property: expected an entity type or a collection of entities",
    label = "neither an entity type nor a collection of entities"
)]
pub trait Navigate {
    /// The entity type of the related entities.
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

impl<T: Reach> Navigate for Collection<T> {
    type Entity = T::Target;
}
