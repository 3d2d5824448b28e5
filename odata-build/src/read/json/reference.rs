//! Parsing of references to other documents in CSDL JSON.

use super::annotations::annotations;
use super::context::Context;
use super::node::{Node, Object};
use crate::document::{Include, IncludeAnnotations, Reference};

pub(super) fn read<'t>(context: &Context<'_, 't>, node: Node<'t>) -> Vec<Reference> {
    let Some(references) = context.object("$Reference", node) else { return Vec::new() };
    context.report_annotations(&references, "$Reference");
    let reference = |member: &super::Member<'t>| {
        let context = &context.inside(&member.name);
        let object = context.object(&member.name, member.value)?;
        Some(reference(context, &member.name, &object))
    };
    references.members.iter().filter(|member| !member.name.starts_with('@')).filter_map(reference).collect()
}

fn reference<'t>(context: &Context<'_, 't>, uri: &str, object: &Object<'t>) -> Reference {
    context.report_others(object, "$Reference", &["$Include", "$IncludeAnnotations"], str::is_empty);
    context.report_elements(object, "$Reference");
    let includes = context.elements(object, "$Include").into_iter().filter_map(|node| {
        let object = &context.object("$Include", node)?;
        context.report_others(object, "$Include", &["$Namespace", "$Alias"], str::is_empty);
        Some(Include {
            namespace: context.required(object, "$Include", "$Namespace")?,
            alias: context.optional(object, "$Alias"),
            annotations: annotations(context, object),
        })
    });
    let included_annotations =
        context.elements(object, "$IncludeAnnotations").into_iter().filter_map(|node| {
            let object = &context.object("$IncludeAnnotations", node)?;
            let known = ["$TermNamespace", "$Qualifier", "$TargetNamespace"];
            context.report_others(object, "$IncludeAnnotations", &known, |_| false);
            Some(IncludeAnnotations {
                term_namespace: context.required(object, "$IncludeAnnotations", "$TermNamespace")?,
                qualifier: context.optional(object, "$Qualifier"),
                target_namespace: context.optional(object, "$TargetNamespace"),
            })
        });
    Reference {
        uri: uri.to_owned(),
        includes: includes.collect(),
        included_annotations: included_annotations.collect(),
        annotations: annotations(context, object),
    }
}
