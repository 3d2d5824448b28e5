//! Comparison of an entity container in the model with the CSDL document.

use std::collections::HashSet;

use odata_core::metadata::{self, OperationKind};

use super::findings::Location;
use super::service::Service;
use crate::document::{ContainerMember, ContainerMemberKind, EntityContainer};

pub(super) fn check(service: &Service<'_>, model: &'static metadata::Container, location: &mut Location<'_>) {
    let Some(documented) = service.container(model.qualified_name()) else {
        let hint = service.container_hint(model.qualified_name());
        return location.contradiction(format_args!("not in the document{hint}"));
    };
    let (chain, _) = service.containers().chain(documented);
    let documented: Vec<_> = chain.into_iter().flat_map(EntityContainer::members).collect();
    // The imports of the overloads of a function have the same name.
    let mut names = HashSet::new();
    for here in model.members().iter().filter(|here| names.insert(here.name())) {
        let location = &mut location.inside(here.name());
        match documented.iter().find(|there| there.name == here.name()) {
            Some(there) => check_member(there, here.kind(), location),
            None => add_undocumented(&documented, here.name(), location),
        }
    }
    for there in &documented {
        let is_modelled = |here: &metadata::ContainerMember| {
            here.name() == there.name
                || here.name().eq_ignore_ascii_case(there.name)
                    && !documented.iter().any(|there| there.name == here.name())
        };
        if !model.members().iter().any(is_modelled) {
            let (kind, target) = (kind_of_documented(there), there.target());
            let message = format!("not in the model, {kind} of `{target}` in the document");
            location.inside(there.name).addition(message);
        }
    }
}

/// Adds a finding about an entity set, a singleton or an import that only the model declares.
fn add_undocumented(documented: &[ContainerMember<'_>], name: &str, location: &mut Location<'_>) {
    match documented.iter().find(|there| there.name.eq_ignore_ascii_case(name)) {
        Some(there) => {
            location.contradiction(format_args!("not in the document, which declares `{}`", there.name));
        }
        None => location.contradiction("not in the document"),
    }
}

fn check_member(
    there: &ContainerMember<'_>,
    here: metadata::ContainerMemberKind,
    location: &mut Location<'_>,
) {
    let (in_document, in_model) = (kind_of_documented(there), kind_of_modelled(here));
    if in_document != in_model {
        return location
            .contradiction(format_args!("{in_document} in the document, {in_model} in the model"));
    }
    let (there_target, here_target) = (there.target(), target(here));
    if there_target != here_target {
        location
            .contradiction(format_args!("`{there_target}` in the document, `{here_target}` in the model"));
    }
    match (there.kind, here) {
        (
            ContainerMemberKind::Singleton { is_nullable: true, .. },
            metadata::ContainerMemberKind::Singleton(entity),
        ) if !entity.is_nullable() => {
            location.contradiction("may be null in the document, not in the model");
        }
        _ => {}
    }
}

fn kind_of_documented(member: &ContainerMember<'_>) -> &'static str {
    match member.kind {
        ContainerMemberKind::EntitySet(_) => "an entity set",
        ContainerMemberKind::Singleton { .. } => "a singleton",
        ContainerMemberKind::ActionImport(_) => "an action import",
        ContainerMemberKind::FunctionImport(_) => "a function import",
    }
}

fn kind_of_modelled(kind: metadata::ContainerMemberKind) -> &'static str {
    match kind {
        metadata::ContainerMemberKind::EntitySet(_) => "an entity set",
        metadata::ContainerMemberKind::Singleton(_) => "a singleton",
        metadata::ContainerMemberKind::Import(operation) => match operation.kind() {
            OperationKind::Action => "an action import",
            OperationKind::Function => "a function import",
        },
    }
}

/// Returns the qualified name of the type or operation to which a container member refers, such as the entity type of an entity set.
fn target(kind: metadata::ContainerMemberKind) -> String {
    match kind {
        metadata::ContainerMemberKind::EntitySet(entity)
        | metadata::ContainerMemberKind::Singleton(entity) => entity.to_string(),
        metadata::ContainerMemberKind::Import(operation) => operation.qualified_name().to_owned(),
    }
}
