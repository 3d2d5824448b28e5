//! Parsing of the entity container in CSDL JSON.

use std::collections::BTreeMap;

use super::annotations::annotations;
use super::context::Context;
use super::node::{Member, Object};
use crate::document::{ActionImport, Annotations, EntityContainer, EntitySet, FunctionImport, Singleton};

const BINDING: &str = "$NavigationPropertyBinding";

pub(super) fn read<'t>(context: &Context<'_, 't>, name: &str, object: &Object<'t>) -> EntityContainer {
    context.report_others(object, "EntityContainer", &["$Kind", "$Extends"], str::is_empty);
    let mut container = EntityContainer {
        name: name.to_owned(),
        base: context.optional(object, "$Extends"),
        annotations: annotations(context, object),
        ..EntityContainer::default()
    };
    for member in object.elements() {
        read_member(&context.inside(&member.name), member, &mut container);
    }
    container
}

fn read_member<'t>(
    context: &Context<'_, 't>,
    member: &Member<'t>,
    container: &mut EntityContainer,
) -> Option<()> {
    let object = &context.object(&member.name, member.value)?;
    let name = member.name.clone().into_owned();
    let known = |parent, known: &[&str]| {
        context.report_others(object, parent, known, str::is_empty);
        context.report_elements(object, parent);
    };
    let in_service_document = "$IncludeInServiceDocument";
    let entity_set = context.optional(object, "$EntitySet");
    let annotations = annotations(context, object);
    if object.get("$Action").is_some() {
        known("ActionImport", &["$Action", "$EntitySet"]);
        let action = context.required(object, "ActionImport", "$Action")?;
        container.action_imports.insert(name, ActionImport { action, entity_set, annotations });
    } else if object.get("$Function").is_some() {
        known("FunctionImport", &["$Function", "$EntitySet", in_service_document]);
        let function = context.required(object, "FunctionImport", "$Function")?;
        let is_in_service_document = context.flag(object, in_service_document);
        let import = FunctionImport { function, entity_set, is_in_service_document, annotations };
        container.function_imports.insert(name, import);
    } else if context.flag(object, "$Collection") {
        known("EntitySet", &["$Collection", "$Type", in_service_document, BINDING]);
        let entity_set = EntitySet {
            entity_type: context.required(object, "EntitySet", "$Type")?,
            is_left_out_of_service_document: !context.boolean(object, in_service_document).unwrap_or(true),
            navigation_property_bindings: bindings(context, object),
            annotations,
        };
        container.entity_sets.insert(name, entity_set);
    } else {
        known("Singleton", &["$Collection", "$Type", "$Nullable", BINDING]);
        container.singletons.insert(name, singleton(context, object, annotations)?);
    }
    Some(())
}

fn singleton<'t>(
    context: &Context<'_, 't>,
    object: &Object<'t>,
    annotations: Annotations,
) -> Option<Singleton> {
    Some(Singleton {
        entity_type: context.required(object, "Singleton", "$Type")?,
        is_nullable: context.flag(object, "$Nullable"),
        navigation_property_bindings: bindings(context, object),
        annotations,
    })
}

fn bindings<'t>(context: &Context<'_, 't>, object: &Object<'t>) -> BTreeMap<String, String> {
    let bindings = object.get(BINDING).and_then(|node| context.object(BINDING, node));
    let Some(bindings) = bindings else { return BTreeMap::new() };
    context.report_others(&bindings, BINDING, &[], |_| false);
    let binding = |member: &Member<'t>| {
        let target = context.string(&member.name, member.value)?.into_owned();
        Some((member.name.clone().into_owned(), target))
    };
    bindings.elements().filter_map(binding).collect()
}
