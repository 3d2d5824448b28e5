//! Writing of references and the entity container in CSDL JSON.

use std::collections::BTreeMap;

use super::json_annotations::annotations;
use super::value::{Object, Value};
use crate::Document;
use crate::document::{
    ActionImport, Annotations, EntityContainer, EntitySet, FunctionImport, Include, IncludeAnnotations,
    Reference, Singleton,
};

/// Returns the document's references to other documents as a JSON object. Several references to the same document are merged into one JSON
/// member.
pub(super) fn references(document: &Document) -> Object<'_> {
    let mut by_uri: Vec<(&str, Vec<&Reference>)> = Vec::new();
    for reference in &document.references {
        match by_uri.iter_mut().find(|(uri, _)| *uri == reference.uri) {
            Some((_, references)) => references.push(reference),
            None => by_uri.push((&reference.uri, vec![reference])),
        }
    }
    Object::default().with_all(by_uri.into_iter().map(|(uri, references)| (uri, reference(&references))))
}

fn reference<'d>(references: &[&'d Reference]) -> Object<'d> {
    let schemas = distinct(references.iter().flat_map(|reference| &reference.includes));
    let annotations_of = distinct(references.iter().flat_map(|reference| &reference.included_annotations));
    let schemas: Vec<_> = schemas.into_iter().map(include).collect();
    let annotations_of: Vec<_> = annotations_of.into_iter().map(include_annotations).collect();
    Object::default()
        .with_some("$Include", array(schemas))
        .with_some("$IncludeAnnotations", array(annotations_of))
        .with_all(references.iter().flat_map(|reference| annotations("", &reference.annotations)))
}

fn distinct<'d, T: PartialEq>(all: impl Iterator<Item = &'d T>) -> Vec<&'d T> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}

fn array(elements: Vec<Value<'_>>) -> Option<Value<'_>> {
    (!elements.is_empty()).then_some(Value::Array(elements))
}

fn include(include: &Include) -> Value<'_> {
    let object = Object::default().with("$Namespace", &include.namespace);
    object
        .with_some("$Alias", include.alias.as_deref())
        .with_all(annotations("", &include.annotations))
        .into()
}

fn include_annotations(include: &IncludeAnnotations) -> Value<'_> {
    Object::default()
        .with("$TermNamespace", &include.term_namespace)
        .with_some("$Qualifier", include.qualifier.as_deref())
        .with_some("$TargetNamespace", include.target_namespace.as_deref())
        .into()
}

pub(super) fn container(container: &EntityContainer) -> Object<'_> {
    Object::default()
        .with("$Kind", "EntityContainer")
        .with_some("$Extends", container.base.as_deref())
        .with_all(annotations("", &container.annotations))
        .with_all(container.entity_sets.iter().map(|(name, of)| (name, entity_set(of))))
        .with_all(container.singletons.iter().map(|(name, of)| (name, singleton(of))))
        .with_all(container.action_imports.iter().map(|(name, of)| (name, action_import(of))))
        .with_all(container.function_imports.iter().map(|(name, of)| (name, function_import(of))))
}

fn entity_set(entity_set: &EntitySet) -> Object<'_> {
    let is_left_out = entity_set.is_left_out_of_service_document;
    Object::default()
        .with_flag("$Collection", true)
        .with("$Type", &entity_set.entity_type)
        .with_some("$IncludeInServiceDocument", is_left_out.then_some(Value::False))
        .with_all(bindings(&entity_set.navigation_property_bindings))
        .with_all(annotations("", &entity_set.annotations))
}

fn singleton(singleton: &Singleton) -> Object<'_> {
    Object::default()
        .with("$Type", &singleton.entity_type)
        .with_flag("$Nullable", singleton.is_nullable)
        .with_all(bindings(&singleton.navigation_property_bindings))
        .with_all(annotations("", &singleton.annotations))
}

fn bindings(bindings: &BTreeMap<String, String>) -> Option<(&'static str, Object<'_>)> {
    (!bindings.is_empty()).then(|| ("$NavigationPropertyBinding", Object::default().with_all(bindings)))
}

fn action_import(import: &ActionImport) -> Object<'_> {
    of_import(
        Object::default().with("$Action", &import.action),
        import.entity_set.as_deref(),
        &import.annotations,
    )
}

fn function_import(import: &FunctionImport) -> Object<'_> {
    let object = Object::default()
        .with("$Function", &import.function)
        .with_flag("$IncludeInServiceDocument", import.is_in_service_document);
    of_import(object, import.entity_set.as_deref(), &import.annotations)
}

fn of_import<'d>(object: Object<'d>, entity_set: Option<&'d str>, of_import: &'d Annotations) -> Object<'d> {
    object.with_some("$EntitySet", entity_set).with_all(annotations("", of_import))
}
