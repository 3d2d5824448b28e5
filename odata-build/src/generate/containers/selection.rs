//! Selection of the entity containers in a model, and of their members.

use std::collections::HashSet;

use super::Container;
use crate::Document;
use crate::document::{ContainerMember, ContainerMemberKind, Containers, EntityContainer, StructuredKind};
use crate::generate::Warning;
use crate::generate::name_rules::invalid_reason;
use crate::generate::operations::Operation;
use crate::generate::options::Options;
use crate::generate::selection::{Selection, is_selected};

/// Returns the entity containers for which structs are generated. The struct of a container contains only the members whose entity type or
/// operation is part of the model. A container is skipped if none of its members is part of the model.
pub(in crate::generate) fn select<'d>(
    document: &'d Document,
    selection: &Selection<'d>,
    operations: &[Operation<'d>],
    options: &Options,
) -> Vec<Container<'d>> {
    let model = Model { document, selection, operations, options };
    let containers = Containers::of(document);
    let schemas = document.schemas.iter();
    let declared = schemas.filter_map(|schema| Some((schema.namespace.as_str(), schema.container.as_ref()?)));
    declared
        .map(|(namespace, declaration)| model.container(namespace, declaration, &containers))
        .filter(Container::is_in_model)
        .collect()
}

/// The types and operations of a model.
struct Model<'m, 'd> {
    document: &'d Document,
    selection: &'m Selection<'d>,
    operations: &'m [Operation<'d>],
    options: &'m Options,
}

/// Whether a member of a container is part of the model.
enum Presence {
    Present,
    /// The options don't select the type or the operation of the member.
    Omitted,
    /// The document doesn't declare the type or the operation of the member.
    Invalid(&'static str),
}

impl<'d> Model<'_, 'd> {
    fn container(
        &self,
        namespace: &'d str,
        declaration: &'d EntityContainer,
        containers: &Containers<'d>,
    ) -> Container<'d> {
        let mut container = Container {
            declaration,
            namespace,
            name: String::new(),
            members: Vec::new(),
            omitted: Vec::new(),
            warnings: Vec::new(),
        };
        let (chain, invalid_base) = containers.chain(declaration);
        container.warnings.extend(invalid_base.map(|base| Warning::InvalidBaseContainer {
            element: container.qualified_name(),
            base: base.name.to_owned(),
            reason: base.reason,
        }));
        let mut names = HashSet::new();
        for member in chain.into_iter().flat_map(EntityContainer::members) {
            let is_new = names.insert(member.name);
            self.add(&mut container, member, is_new);
        }
        container
    }

    fn add(&self, container: &mut Container<'d>, member: ContainerMember<'d>, is_new: bool) {
        let element = || format!("{}/{}", container.qualified_name(), member.name);
        if let Some(reason) = invalid_reason(member.name) {
            return container.warnings.push(Warning::InvalidName { element: element(), reason });
        }
        let target = member.target();
        let invalid = |reason| Warning::InvalidContainerMember {
            element: element(),
            target: target.to_owned(),
            reason,
        };
        if !is_new {
            return container.warnings.push(invalid("belongs to a second member with the same name"));
        }
        match self.presence(&member) {
            Presence::Present => container.members.push(member),
            Presence::Omitted => container.omitted.push(member.name),
            Presence::Invalid(reason) => container.warnings.push(invalid(reason)),
        }
    }

    fn presence(&self, member: &ContainerMember<'_>) -> Presence {
        let target = member.target();
        let (is_in_model, is_declared, reason) = match member.kind {
            ContainerMemberKind::EntitySet(_) | ContainerMemberKind::Singleton { .. } => {
                (self.has_type(target), self.declares_type(target), "isn't an entity type of the document")
            }
            ContainerMemberKind::ActionImport(_) => (
                self.operations.iter().any(|operation| operation.is_imported_by(member)),
                self.document.actions().any(|action| !action.is_bound && action.qualified_name == target),
                "isn't an unbound action of the document",
            ),
            ContainerMemberKind::FunctionImport(_) => (
                self.operations.iter().any(|operation| operation.is_imported_by(member)),
                self.document
                    .functions()
                    .any(|function| !function.is_bound && function.qualified_name == target),
                "isn't an unbound function of the document",
            ),
        };
        if is_in_model {
            Presence::Present
        } else if is_declared || !is_selected(&self.options.patterns, target) {
            Presence::Omitted
        } else {
            Presence::Invalid(reason)
        }
    }

    fn has_type(&self, name: &str) -> bool {
        let structured = self.selection.structured_types.get(name);
        structured.is_some_and(|structured| structured.kind == StructuredKind::Entity)
            && !self.options.is_replaced(name)
    }

    fn declares_type(&self, name: &str) -> bool {
        let structured = self.document.structured_type(name);
        structured.is_some_and(|structured| structured.kind == StructuredKind::Entity)
    }
}
