//! Writing of references and the entity container in CSDL XML.

use std::collections::BTreeMap;

use super::EDM;
use super::element::Element;
use super::xml_annotations::annotations;
use crate::document::{
    ActionImport, EntityContainer, EntitySet, FunctionImport, Include, IncludeAnnotations, Reference,
    Singleton,
};

pub(super) fn reference(reference: &Reference) -> Element<'_> {
    Element::new("edmx:Reference")
        .with("Uri", &reference.uri)
        .with_children(reference.includes.iter().map(include))
        .with_children(reference.included_annotations.iter().map(include_annotations))
        .with_children(annotations_of_edmx(annotations(&reference.annotations)))
}

fn include(include: &Include) -> Element<'_> {
    Element::new("edmx:Include")
        .with("Namespace", &include.namespace)
        .with_some("Alias", include.alias.as_deref())
        .with_children(annotations_of_edmx(annotations(&include.annotations)))
}

/// Adds the attribute `xmlns` to annotations of elements such as `edmx:Include`, because `Annotation` belongs to a different XML namespace.
fn annotations_of_edmx<'d>(
    annotations: impl Iterator<Item = Element<'d>>,
) -> impl Iterator<Item = Element<'d>> {
    annotations.map(|annotation| annotation.with("xmlns", EDM))
}

fn include_annotations(include: &IncludeAnnotations) -> Element<'_> {
    Element::new("edmx:IncludeAnnotations")
        .with("TermNamespace", &include.term_namespace)
        .with_some("Qualifier", include.qualifier.as_deref())
        .with_some("TargetNamespace", include.target_namespace.as_deref())
}

pub(super) fn container(container: &EntityContainer) -> Element<'_> {
    Element::new("EntityContainer")
        .with("Name", &container.name)
        .with_some("Extends", container.base.as_deref())
        .with_children(annotations(&container.annotations))
        .with_children(container.entity_sets.iter().map(|(name, of)| entity_set(name, of)))
        .with_children(container.singletons.iter().map(|(name, of)| singleton(name, of)))
        .with_children(container.action_imports.iter().map(|(name, of)| action_import(name, of)))
        .with_children(container.function_imports.iter().map(|(name, of)| function_import(name, of)))
}

fn entity_set<'d>(name: &'d str, entity_set: &'d EntitySet) -> Element<'d> {
    Element::new("EntitySet")
        .with("Name", name)
        .with("EntityType", &entity_set.entity_type)
        .with_some("IncludeInServiceDocument", entity_set.is_left_out_of_service_document.then_some("false"))
        .with_children(bindings(&entity_set.navigation_property_bindings))
        .with_children(annotations(&entity_set.annotations))
}

fn singleton<'d>(name: &'d str, singleton: &'d Singleton) -> Element<'d> {
    Element::new("Singleton")
        .with("Name", name)
        .with("Type", &singleton.entity_type)
        .with_flag("Nullable", singleton.is_nullable)
        .with_children(bindings(&singleton.navigation_property_bindings))
        .with_children(annotations(&singleton.annotations))
}

fn bindings(bindings: &BTreeMap<String, String>) -> impl Iterator<Item = Element<'_>> {
    bindings.iter().map(|(path, target)| {
        Element::new("NavigationPropertyBinding").with("Path", path).with("Target", target)
    })
}

fn action_import<'d>(name: &'d str, import: &'d ActionImport) -> Element<'d> {
    Element::new("ActionImport")
        .with("Name", name)
        .with("Action", &import.action)
        .with_some("EntitySet", import.entity_set.as_deref())
        .with_children(annotations(&import.annotations))
}

fn function_import<'d>(name: &'d str, import: &'d FunctionImport) -> Element<'d> {
    Element::new("FunctionImport")
        .with("Name", name)
        .with("Function", &import.function)
        .with_some("EntitySet", import.entity_set.as_deref())
        .with_flag("IncludeInServiceDocument", import.is_in_service_document)
        .with_children(annotations(&import.annotations))
}
