//! Parsing of references to other documents in CSDL XML.

use super::annotations::annotations;
use super::context::Context;
use super::tree::Element;
use crate::document::{Include, IncludeAnnotations, Reference};

pub(super) fn read(context: &Context<'_>, element: &Element) -> Option<Reference> {
    let uri = context.required_string(element, "Uri")?;
    let includes = element.children_named("Include").filter_map(|child| {
        Some(Include {
            namespace: context.required_string(child, "Namespace")?,
            alias: child.attribute("Alias").map(str::to_owned),
            annotations: annotations(context, child),
        })
    });
    let included_annotations = element.children_named("IncludeAnnotations").filter_map(|child| {
        Some(IncludeAnnotations {
            term_namespace: context.required_string(child, "TermNamespace")?,
            qualifier: child.attribute("Qualifier").map(str::to_owned),
            target_namespace: child.attribute("TargetNamespace").map(str::to_owned),
        })
    });
    Some(Reference {
        uri,
        includes: includes.collect(),
        included_annotations: included_annotations.collect(),
        annotations: annotations(context, element),
    })
}
