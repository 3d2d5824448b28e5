//! Entity containers of a model. The struct that is generated for an entity container is in the module of the container's namespace.

mod selection;
mod source;

use super::Warning;
use crate::document::{ContainerMember, EntityContainer};

pub(super) use selection::select;
pub(super) use source::item;

/// An entity container of a model.
#[derive(Debug)]
pub(super) struct Container<'d> {
    pub(super) declaration: &'d EntityContainer,
    pub(super) namespace: &'d str,
    /// The name of the Rust struct that is generated for the container.
    pub(super) name: String,
    /// The members, including the members of the containers that this container extends.
    pub(super) members: Vec<ContainerMember<'d>>,
    /// The names of the members that are skipped because the options don't select their types or operations.
    pub(super) omitted: Vec<&'d str>,
    /// The warnings about invalid members, which are skipped.
    pub(super) warnings: Vec<Warning>,
}

impl Container<'_> {
    /// Checks whether a struct is generated for the container. If the options select none of its members, the container is omitted.
    fn is_in_model(&self) -> bool {
        self.omitted.is_empty() || !self.members.is_empty()
    }

    pub(super) fn qualified_name(&self) -> String {
        format!("{}.{}", self.namespace, self.declaration.name)
    }
}
