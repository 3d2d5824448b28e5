//! Entity containers of a model. The struct of an entity container is in the module of its namespace.

mod chain;
mod selection;
mod source;

use super::Warning;
use crate::document::{Annotations, EntityContainer};

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
    pub(super) members: Vec<Member<'d>>,
    /// The names of the members that are skipped because the options don't select their types or operations.
    pub(super) omitted: Vec<&'d str>,
    /// The warnings about invalid members, which are skipped.
    pub(super) warnings: Vec<Warning>,
}

/// A member of an entity container.
#[derive(Debug)]
pub(super) struct Member<'d> {
    pub(super) name: &'d str,
    pub(super) kind: MemberKind<'d>,
    pub(super) annotations: &'d Annotations,
}

/// The kind of a [`Member`].
#[derive(Debug, Clone, Copy)]
pub(super) enum MemberKind<'d> {
    /// An entity set, with the qualified name of its entity type.
    EntitySet(&'d str),
    Singleton {
        /// The qualified name of the entity type.
        entity_type: &'d str,
        is_nullable: bool,
    },
    /// An action import, with the qualified name of its action.
    ActionImport(&'d str),
    /// A function import, with the qualified name of its function.
    FunctionImport(&'d str),
}

impl Container<'_> {
    /// Checks whether the model contains the container. If the options select none of its members, it doesn't.
    fn is_in_model(&self) -> bool {
        self.omitted.is_empty() || !self.members.is_empty()
    }

    pub(super) fn qualified_name(&self) -> String {
        format!("{}.{}", self.namespace, self.declaration.name)
    }
}
