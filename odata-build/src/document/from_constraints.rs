//! Creation of referential constraints from dependent key properties (`#[odata(key, dependent)]`) of Rust types.

use std::collections::BTreeMap;

use odata_core::metadata::{Property, StructuredType, TypeKind};

use super::Schema;
use super::namespace_of;
use crate::model::{Model, innermost};

/// Adds a referential constraint to the navigation property from each entity type with a dependent key property to its parent.
pub(super) fn add(schemas: &mut BTreeMap<&'static str, Schema>, model: &Model) {
    for structured in model.structured.values() {
        let dependent: Vec<_> =
            structured.own_properties().iter().filter(|property| property.is_dependent()).collect();
        let Some((navigation, parent)) = navigation_to_parent(model, structured) else { continue };
        let name = structured.qualified_name();
        let schema = schemas.get_mut(namespace_of(name));
        let mut types = schema.into_iter().flat_map(|schema| &mut schema.structured_types);
        let declared = types.find(|declared| declared.qualified_name == name);
        let mut properties = declared.into_iter().flat_map(|declared| &mut declared.properties);
        let Some(navigation) = properties.find(|property| property.name == navigation.name()) else {
            continue;
        };
        for property in &dependent {
            if let Some(principal) = principal(parent, property, dependent.len()) {
                let constraint = (property.name().to_owned(), principal.to_owned());
                navigation.referential_constraints.extend([constraint]);
            }
        }
    }
}

/// Returns the navigation property from an entity type to its parent, and the type of the parent. Returns `None` if the entity type has no
/// such navigation property, or several of them.
///
/// The parent is the type with a containment navigation property to the entity type. If the model doesn't contain such a type, each
/// navigation property to a single entity is considered.
fn navigation_to_parent(
    model: &Model,
    structured: &'static StructuredType,
) -> Option<(&'static Property, &'static StructuredType)> {
    let derives_from = |derived: &'static StructuredType, base: &StructuredType| {
        derived.inheritance_chain().any(|one| one.qualified_name() == base.qualified_name())
    };
    let contains = |parent: &'static StructuredType| {
        let contained = parent.own_properties().iter().filter(|property| property.is_contained());
        contained.filter_map(target).any(|target| derives_from(structured, target))
    };
    let parents: Vec<_> = model.structured.values().copied().filter(|parent| contains(parent)).collect();
    let is_parent = |target: &StructuredType| {
        parents.is_empty() || parents.iter().any(|parent| derives_from(parent, target))
    };
    let single = structured
        .own_properties()
        .iter()
        .filter(|property| property.is_navigation() && property.value_type().element().is_none());
    let mut navigation = single
        .filter_map(|property| Some((property, target(property)?)))
        .filter(|(_, target)| is_parent(target));
    navigation.next().filter(|_| navigation.next().is_none())
}

/// Returns the entity type to which a navigation property refers.
fn target(property: &Property) -> Option<&'static StructuredType> {
    match innermost(property.value_type()).kind() {
        TypeKind::Structured(structured) => Some(structured()),
        TypeKind::Polymorphic(declared, _) => Some(declared()),
        _ => None,
    }
}

/// Returns the name of the key property of the parent that has the same value as a dependent property: the key property with the same name,
/// or the only key property if the entity type has only one dependent property.
fn principal(parent: &'static StructuredType, dependent: &Property, count: usize) -> Option<&'static str> {
    let keys: Vec<&str> = parent.key_properties().map(Property::name).collect();
    let same = keys.iter().find(|key| **key == dependent.name());
    same.or_else(|| keys.first().filter(|_| count == 1 && keys.len() == 1)).copied()
}
