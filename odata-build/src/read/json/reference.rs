//! Parsing of references to other documents in CSDL JSON.

use super::annotations::annotations;
use super::node::{Node, Object};
use super::place::Place;
use crate::document::{Include, IncludeAnnotations, Reference};

pub(super) fn read<'t>(place: &Place<'_, 't>, node: Node<'t>) -> Vec<Reference> {
    let Some(references) = place.object("$Reference", node) else { return Vec::new() };
    place.report_annotations(&references, "$Reference");
    let reference = |member: &super::Member<'t>| {
        let place = &place.inside(&member.name);
        let object = place.object(&member.name, member.value)?;
        Some(reference(place, &member.name, &object))
    };
    references.members.iter().filter(|member| !member.name.starts_with('@')).filter_map(reference).collect()
}

fn reference<'t>(place: &Place<'_, 't>, uri: &str, object: &Object<'t>) -> Reference {
    place.report_others(object, "$Reference", &["$Include", "$IncludeAnnotations"], str::is_empty);
    place.report_elements(object, "$Reference");
    let includes = place.elements(object, "$Include").into_iter().filter_map(|node| {
        let object = &place.object("$Include", node)?;
        place.report_others(object, "$Include", &["$Namespace", "$Alias"], str::is_empty);
        Some(Include {
            namespace: place.required(object, "$Include", "$Namespace")?,
            alias: place.optional(object, "$Alias"),
            annotations: annotations(place, object),
        })
    });
    let included_annotations = place.elements(object, "$IncludeAnnotations").into_iter().filter_map(|node| {
        let object = &place.object("$IncludeAnnotations", node)?;
        let known = ["$TermNamespace", "$Qualifier", "$TargetNamespace"];
        place.report_others(object, "$IncludeAnnotations", &known, |_| false);
        Some(IncludeAnnotations {
            term_namespace: place.required(object, "$IncludeAnnotations", "$TermNamespace")?,
            qualifier: place.optional(object, "$Qualifier"),
            target_namespace: place.optional(object, "$TargetNamespace"),
        })
    });
    Reference {
        uri: uri.to_owned(),
        includes: includes.collect(),
        included_annotations: included_annotations.collect(),
        annotations: annotations(place, object),
    }
}
