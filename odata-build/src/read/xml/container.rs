//! Parsing of the entity container in CSDL XML.

use std::collections::BTreeMap;

use super::annotations::annotations;
use super::context::Context;
use super::tree::Element;
use crate::document::{ActionImport, EntityContainer, EntitySet, FunctionImport, Singleton};

pub(super) fn read(context: &Context<'_>, element: &Element) -> Option<EntityContainer> {
    let name = context.required_string(element, "Name")?;
    let context = &context.inside(&name);
    let mut container = EntityContainer {
        name,
        base: element.attribute("Extends").map(str::to_owned),
        annotations: annotations(context, element),
        ..EntityContainer::default()
    };
    let is_member = |child: &&Element| {
        matches!(&*child.name, "EntitySet" | "Singleton" | "ActionImport" | "FunctionImport")
    };
    for child in context.distinct("Name", element.children.iter().filter(is_member)) {
        read_member(context, child, &mut container);
    }
    Some(container)
}

fn read_member(context: &Context<'_>, element: &Element, container: &mut EntityContainer) -> Option<()> {
    let name = context.required_string(element, "Name")?;
    let context = &context.inside(&name);
    let entity_set = || element.attribute("EntitySet").map(str::to_owned);
    match element.name.as_str() {
        "EntitySet" => {
            let entity_set = EntitySet {
                entity_type: context.required_string(element, "EntityType")?,
                is_left_out_of_service_document: !context.boolean(element, "IncludeInServiceDocument", true),
                navigation_property_bindings: bindings(context, element),
                annotations: annotations(context, element),
            };
            container.entity_sets.insert(name, entity_set);
        }
        "Singleton" => {
            let singleton = Singleton {
                entity_type: context.required_string(element, "Type")?,
                is_nullable: context.boolean(element, "Nullable", false),
                navigation_property_bindings: bindings(context, element),
                annotations: annotations(context, element),
            };
            container.singletons.insert(name, singleton);
        }
        "ActionImport" => {
            let action = context.required_string(element, "Action")?;
            let import =
                ActionImport { action, entity_set: entity_set(), annotations: annotations(context, element) };
            container.action_imports.insert(name, import);
        }
        _ => {
            let import = FunctionImport {
                function: context.required_string(element, "Function")?,
                entity_set: entity_set(),
                is_in_service_document: context.boolean(element, "IncludeInServiceDocument", false),
                annotations: annotations(context, element),
            };
            container.function_imports.insert(name, import);
        }
    }
    Some(())
}

fn bindings(context: &Context<'_>, element: &Element) -> BTreeMap<String, String> {
    let bindings = context.distinct("Path", element.children_named("NavigationPropertyBinding"));
    let binding = |binding: &Element| {
        Some((context.required_string(binding, "Path")?, context.required_string(binding, "Target")?))
    };
    bindings.into_iter().filter_map(binding).collect()
}
