//! What is the same for both formats: aliases are resolved, and annotations by target come to their elements.

use std::collections::HashMap;

use crate::Document;
use crate::document::{Aliases, Remarks};

/// A document as its format has it: names with aliases, and annotations apart from what they annotate.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) document: Document,
    pub(super) aliases: Aliases,
    /// What is annotated by target, `microsoft.graph.user/displayName`, in document order.
    pub(super) targets: Vec<(String, Remarks)>,
}

impl Parts {
    pub(super) fn assemble(self) -> Document {
        let Self { mut document, aliases, targets } = self;
        resolve(&mut document, &aliases);
        let mut remarks: HashMap<String, Remarks> = HashMap::new();
        for (target, of_target) in targets {
            remarks.entry(aliases.resolve_path(&target)).or_default().merge(of_target);
        }
        annotate(&mut document, &mut remarks);
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
        for parameter in schema.actions.iter_mut().flat_map(|action| &mut action.parameters) {
            resolve(&mut parameter.value_type.name);
        }
        for definition in &mut schema.type_definitions {
            resolve(&mut definition.underlying_type);
        }
        if let Some(container) = &mut schema.container {
            container.entity_sets.values_mut().chain(container.singletons.values_mut()).for_each(resolve);
        }
    }
}

fn annotate(document: &mut Document, remarks: &mut HashMap<String, Remarks>) {
    let mut take = |target: String, into: &mut Remarks| {
        if let Some(of_target) = remarks.remove(&target) {
            into.merge(of_target);
        }
    };
    for schema in &mut document.schemas {
        for structured in &mut schema.structured_types {
            let name = &structured.qualified_name;
            take(name.clone(), &mut structured.remarks);
            for property in &mut structured.properties {
                take(format!("{name}/{}", property.name), &mut property.remarks);
            }
        }
        for enumeration in &mut schema.enumeration_types {
            let name = &enumeration.qualified_name;
            take(name.clone(), &mut enumeration.remarks);
            for member in &mut enumeration.members {
                take(format!("{name}/{}", member.name), &mut member.remarks);
            }
        }
    }
}
