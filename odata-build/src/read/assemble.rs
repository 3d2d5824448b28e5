//! Resolves the namespace aliases of a parsed document, and adds annotations with a target path to the annotated elements.

use crate::Document;
use crate::document::{Aliases, Annotations, EntityContainer, TargetAnnotations};
use crate::read::problems::Problems;

/// A parsed document before its namespace aliases are resolved: a type name can be `graph.user` instead of
/// `microsoft.graph.user`. Annotations with a target path are in the list `targets`, and aren't yet added to the
/// annotated elements.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) document: Document,
    pub(super) aliases: Aliases,
    /// Target paths, such as `microsoft.graph.user/displayName`, and their annotations, in document order.
    pub(super) targets: Vec<(String, Annotations)>,
}

impl Parts {
    pub(super) fn assemble(self, problems: Problems<'_>) -> Document {
        let Self { mut document, aliases, targets } = self;
        document.for_each_type_name(&|name| *name = aliases.resolve(name));
        let containers = document.schemas.iter_mut().filter_map(|schema| schema.container.as_mut());
        containers.for_each(|container| resolve_paths(container, &aliases));
        let targets = targets.into_iter();
        document.annotations = targets
            .map(|(target, annotations)| TargetAnnotations {
                target: aliases.resolve_target(&target),
                annotations,
            })
            .collect();
        let (warnings, extensions) = problems.finish();
        document.read_warnings.extend(warnings);
        document.extensions = extensions;
        document.apply_annotations();
        document
    }
}

/// Replaces namespace aliases in the paths of an entity container, such as the paths of its navigation property bindings.
fn resolve_paths(container: &mut EntityContainer, aliases: &Aliases) {
    for path in container.paths_mut() {
        *path = aliases.resolve_target(path);
    }
    for bindings in container.bindings_mut() {
        let resolve = |(path, target): (String, String)| {
            (aliases.resolve_target(&path), aliases.resolve_target(&target))
        };
        *bindings = std::mem::take(bindings).into_iter().map(resolve).collect();
    }
}
