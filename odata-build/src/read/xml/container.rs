//! Parsing of the entity container in CSDL XML.

use std::collections::BTreeMap;

use super::annotations::annotations;
use super::place::Place;
use super::tree::Element;
use crate::document::{ActionImport, EntityContainer, EntitySet, FunctionImport, Singleton};

pub(super) fn read(place: &Place<'_>, element: &Element) -> Option<EntityContainer> {
    let name = place.required_string(element, "Name")?;
    let place = &place.inside(&name);
    let mut container = EntityContainer {
        name,
        base: element.attribute("Extends").map(str::to_owned),
        annotations: annotations(place, element),
        ..EntityContainer::default()
    };
    let is_member = |child: &&Element| {
        matches!(&*child.name, "EntitySet" | "Singleton" | "ActionImport" | "FunctionImport")
    };
    for child in place.distinct("Name", element.children.iter().filter(is_member)) {
        read_member(place, child, &mut container);
    }
    Some(container)
}

fn read_member(place: &Place<'_>, element: &Element, container: &mut EntityContainer) -> Option<()> {
    let name = place.required_string(element, "Name")?;
    let place = &place.inside(&name);
    let entity_set = || element.attribute("EntitySet").map(str::to_owned);
    match element.name.as_str() {
        "EntitySet" => {
            let entity_set = EntitySet {
                entity_type: place.required_string(element, "EntityType")?,
                is_left_out_of_service_document: !place.boolean(element, "IncludeInServiceDocument", true),
                navigation_property_bindings: bindings(place, element),
                annotations: annotations(place, element),
            };
            container.entity_sets.insert(name, entity_set);
        }
        "Singleton" => {
            let singleton = Singleton {
                entity_type: place.required_string(element, "Type")?,
                is_nullable: place.boolean(element, "Nullable", false),
                navigation_property_bindings: bindings(place, element),
                annotations: annotations(place, element),
            };
            container.singletons.insert(name, singleton);
        }
        "ActionImport" => {
            let action = place.required_string(element, "Action")?;
            let import =
                ActionImport { action, entity_set: entity_set(), annotations: annotations(place, element) };
            container.action_imports.insert(name, import);
        }
        _ => {
            let import = FunctionImport {
                function: place.required_string(element, "Function")?,
                entity_set: entity_set(),
                is_in_service_document: place.boolean(element, "IncludeInServiceDocument", false),
                annotations: annotations(place, element),
            };
            container.function_imports.insert(name, import);
        }
    }
    Some(())
}

fn bindings(place: &Place<'_>, element: &Element) -> BTreeMap<String, String> {
    let bindings = place.distinct("Path", element.children_named("NavigationPropertyBinding"));
    let binding = |binding: &Element| {
        Some((place.required_string(binding, "Path")?, place.required_string(binding, "Target")?))
    };
    bindings.into_iter().filter_map(binding).collect()
}
