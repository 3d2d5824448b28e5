//! Extended entity containers.

use std::collections::HashMap;

use super::{Member, MemberKind};
use crate::Document;
use crate::document::EntityContainer;
use crate::generate::Warning;

/// The entity containers of a document by qualified name.
pub(super) type Containers<'d> = HashMap<String, &'d EntityContainer>;

/// Returns the entity containers of all schemas by qualified name.
pub(super) fn all(document: &Document) -> Containers<'_> {
    let named = document.schemas.iter().filter_map(|schema| {
        let container = schema.container.as_ref()?;
        Some((format!("{}.{}", schema.namespace, container.name), container))
    });
    named.collect()
}

/// Returns a container, followed by the containers that it extends, and a warning if one of the extended containers isn't valid.
pub(super) fn chain<'d>(
    containers: &Containers<'d>,
    qualified_name: &str,
    container: &'d EntityContainer,
) -> (Vec<&'d EntityContainer>, Option<Warning>) {
    let (mut chain, mut names) = (vec![container], vec![qualified_name]);
    let mut last = container;
    while let Some(base) = last.base.as_deref() {
        let invalid = |reason| Warning::InvalidBaseContainer {
            element: qualified_name.to_owned(),
            base: base.to_owned(),
            reason,
        };
        if names.contains(&base) {
            return (chain, Some(invalid("extends itself")));
        }
        let Some(container) = containers.get(base) else {
            return (chain, Some(invalid("isn't declared in the document")));
        };
        chain.push(container);
        names.push(base);
        last = container;
    }
    (chain, None)
}

/// Returns the members of a container without the members that it inherits: entity sets, singletons, action imports and function imports.
pub(super) fn members(container: &EntityContainer) -> impl Iterator<Item = Member<'_>> {
    let sets = container.entity_sets.iter().map(|(name, set)| Member {
        name,
        kind: MemberKind::EntitySet(&set.entity_type),
        annotations: &set.annotations,
    });
    let singletons = container.singletons.iter().map(|(name, singleton)| Member {
        name,
        kind: MemberKind::Singleton {
            entity_type: &singleton.entity_type,
            is_nullable: singleton.is_nullable,
        },
        annotations: &singleton.annotations,
    });
    let actions = container.action_imports.iter().map(|(name, import)| Member {
        name,
        kind: MemberKind::ActionImport(&import.action),
        annotations: &import.annotations,
    });
    let functions = container.function_imports.iter().map(|(name, import)| Member {
        name,
        kind: MemberKind::FunctionImport(&import.function),
        annotations: &import.annotations,
    });
    sets.chain(singletons).chain(actions).chain(functions)
}
