//! The members of entity containers, including inherited members. A container inherits the members of the container that it extends
//! (`Extends`).

use std::collections::{HashMap, HashSet};

use super::{Annotations, Document, EntityContainer};

/// An entity set, a singleton, an action import or a function import.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ContainerMember<'d> {
    pub(crate) name: &'d str,
    pub(crate) kind: ContainerMemberKind<'d>,
    pub(crate) annotations: &'d Annotations,
}

/// The kind of a [`ContainerMember`].
#[derive(Debug, Clone, Copy)]
pub(crate) enum ContainerMemberKind<'d> {
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

/// The entity containers of a document by qualified name.
#[derive(Debug)]
pub(crate) struct Containers<'d>(HashMap<String, &'d EntityContainer>);

/// An invalid `Extends` attribute of an entity container: the extended container isn't declared, or the container extends itself.
#[derive(Debug)]
pub(crate) struct InvalidBase<'d> {
    pub(crate) name: &'d str,
    pub(crate) reason: &'static str,
}

impl<'d> Containers<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        let named = document.schemas.iter().filter_map(|schema| {
            let container = schema.container.as_ref()?;
            Some((format!("{}.{}", schema.namespace, container.name), container))
        });
        Self(named.collect())
    }

    pub(crate) fn get(&self, qualified_name: &str) -> Option<&'d EntityContainer> {
        self.0.get(qualified_name).copied()
    }

    /// Returns the qualified names of the containers.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Returns a container, followed by the containers that it extends directly or indirectly. If an `Extends`
    /// attribute is invalid, returns the containers up to the container with this attribute, and an [`InvalidBase`]
    /// that contains the reason.
    pub(crate) fn chain(
        &self,
        container: &'d EntityContainer,
    ) -> (Vec<&'d EntityContainer>, Option<InvalidBase<'d>>) {
        let (mut chain, mut names) = (vec![container], HashSet::new());
        let mut last = container;
        while let Some(base) = last.base.as_deref() {
            let invalid = |reason| Some(InvalidBase { name: base, reason });
            let Some(container) = self.get(base) else {
                return (chain, invalid("isn't declared in the document"));
            };
            if !names.insert(base) || core::ptr::eq(container, chain[0]) {
                return (chain, invalid("extends itself"));
            }
            chain.push(container);
            last = container;
        }
        (chain, None)
    }
}

impl EntityContainer {
    /// Returns the members of the container without the members of extended containers.
    pub(crate) fn members(&self) -> impl Iterator<Item = ContainerMember<'_>> {
        let sets = self.entity_sets.iter().map(|(name, set)| ContainerMember {
            name,
            kind: ContainerMemberKind::EntitySet(&set.entity_type),
            annotations: &set.annotations,
        });
        let singletons = self.singletons.iter().map(|(name, singleton)| ContainerMember {
            name,
            kind: ContainerMemberKind::Singleton {
                entity_type: &singleton.entity_type,
                is_nullable: singleton.is_nullable,
            },
            annotations: &singleton.annotations,
        });
        let actions = self.action_imports.iter().map(|(name, import)| ContainerMember {
            name,
            kind: ContainerMemberKind::ActionImport(&import.action),
            annotations: &import.annotations,
        });
        let functions = self.function_imports.iter().map(|(name, import)| ContainerMember {
            name,
            kind: ContainerMemberKind::FunctionImport(&import.function),
            annotations: &import.annotations,
        });
        sets.chain(singletons).chain(actions).chain(functions)
    }
}

impl ContainerMember<'_> {
    /// Returns the qualified name of the entity type of an entity set or a singleton. For an action import or a function import, returns
    /// the qualified name of the operation.
    pub(crate) fn target(&self) -> &str {
        match self.kind {
            ContainerMemberKind::EntitySet(name)
            | ContainerMemberKind::Singleton { entity_type: name, .. }
            | ContainerMemberKind::ActionImport(name)
            | ContainerMemberKind::FunctionImport(name) => name,
        }
    }
}
