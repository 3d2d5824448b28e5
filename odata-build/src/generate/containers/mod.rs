//! Entity containers of a model. The struct of an entity container is in the module of its namespace.

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
    /// The Rust name of the struct.
    pub(super) name: String,
    /// The members, including the members of the containers that this container extends.
    pub(super) members: Vec<ContainerMember<'d>>,
    /// The names of the members that are skipped because the options don't select their types or operations.
    pub(super) omitted: Vec<&'d str>,
    /// The warnings about invalid members, which are skipped.
    pub(super) warnings: Vec<Warning>,
}

impl Container<'_> {
    /// Checks whether the model contains the container. A container is omitted if the options select none of its members.
    fn is_in_model(&self) -> bool {
        self.omitted.is_empty() || !self.members.is_empty()
    }

    pub(super) fn qualified_name(&self) -> String {
        format!("{}.{}", self.namespace, self.declaration.name)
    }
}
