//! What is the same for both formats: aliases are resolved, and annotations by target come to their elements.

use crate::Document;
use crate::document::{Aliases, Remarks, TargetAnnotations};
use crate::read::problems::Problems;

/// A document as its format has it: names with aliases, and annotations apart from what they annotate.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) document: Document,
    pub(super) aliases: Aliases,
    /// What is annotated by target, `microsoft.graph.user/displayName`, in document order.
    pub(super) targets: Vec<(String, Remarks)>,
}

impl Parts {
    pub(super) fn assemble(self, problems: Problems<'_>) -> Document {
        let Self { mut document, aliases, targets } = self;
        resolve(&mut document, &aliases);
        let targets = targets.into_iter();
        document.annotations = targets
            .map(|(target, remarks)| TargetAnnotations { target: aliases.resolve_target(&target), remarks })
            .collect();
        let (warnings, extensions) = problems.finish();
        document.read_warnings.extend(warnings);
        document.extensions = extensions;
        document.apply_annotations();
        document
    }
}

fn resolve(document: &mut Document, aliases: &Aliases) {
    let resolve = |name: &mut String| *name = aliases.resolve(name);
    for schema in &mut document.schemas {
        for structured in &mut schema.structured_types {
            structured.base.iter_mut().for_each(resolve);
            for property in &mut structured.properties {
                resolve(&mut property.value_type.name);
            }
        }
        let functions = schema.functions.iter_mut().map(|function| &mut function.signature);
        for operation in schema.actions.iter_mut().chain(functions) {
            for described in operation.parameters.iter_mut().chain(&mut operation.return_type) {
                resolve(&mut described.value_type.name);
            }
        }
        for term in &mut schema.terms {
            resolve(&mut term.definition.value_type.name);
            term.base.iter_mut().for_each(resolve);
        }
        for definition in &mut schema.type_definitions {
            resolve(&mut definition.underlying_type);
        }
        if let Some(container) = &mut schema.container {
            for name in container.names_mut() {
                *name = aliases.resolve_target(name);
            }
            for bindings in container.bindings_mut() {
                let resolve = |(path, target): (String, String)| {
                    (aliases.resolve_target(&path), aliases.resolve_target(&target))
                };
                *bindings = std::mem::take(bindings).into_iter().map(resolve).collect();
            }
        }
    }
}
