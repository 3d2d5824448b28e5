//! Parsing of properties, parameters, return types and terms in CSDL XML.

use super::annotations::annotations;
use super::context::Context;
use super::tree::Element;
use crate::document::{Facets, Problem, Property, TypeReference};

pub(super) fn read(context: &Context<'_>, element: &Element) -> Option<Property> {
    let is_navigation = element.name == "NavigationProperty";
    let name = match element.name.as_str() {
        "ReturnType" => "$ReturnType",
        _ => context.required(element, "Name")?,
    };
    let context = &context.inside(name);
    let mut property = Property {
        name: name.to_owned(),
        value_type: type_reference(context, element, is_navigation)?,
        is_navigation,
        contains_target: context.boolean(element, "ContainsTarget", false),
        facets: facets(element),
        partner: element.attribute("Partner").map(str::to_owned),
        annotations: annotations(context, element),
        ..Property::default()
    };
    read_constraints(context, element, &mut property);
    if let Some(on_delete) = context.single(element.children_named("OnDelete"))
        && let Some(action) = context.required_string(on_delete, "Action")
    {
        property.on_delete = Some(action);
        property.on_delete_annotations = annotations(context, on_delete);
    }
    Some(property)
}

fn type_reference(context: &Context<'_>, element: &Element, is_navigation: bool) -> Option<TypeReference> {
    // A navigation property without a type is skipped.
    let type_name = if is_navigation {
        context.required(element, "Type")?
    } else {
        element.attribute("Type").unwrap_or_else(|| {
            context.warn(element, Problem::MissingType);
            UNTYPED
        })
    };
    let is_nullable = |is_collection: bool| {
        // Entities in a collection are never null. Collections of other values have no default for `Nullable`.
        context.boolean(element, "Nullable", !is_collection) && !(is_navigation && is_collection)
    };
    let element_type = type_name.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
    match element_type {
        Some(name) if is_balanced(name) => Some(TypeReference {
            name: name.to_owned(),
            is_collection: true,
            is_nullable: is_nullable(true),
            is_nullability_unspecified: !is_navigation && !has_boolean(element, "Nullable"),
        }),
        None if is_balanced(type_name) => Some(single(type_name, is_nullable(false))),
        _ => {
            context.warn(element, Problem::InvalidType { type_name: type_name.to_owned() });
            Some(single(UNTYPED, is_nullable(false)))
        }
    }
}

/// Checks whether a type has as many opening as closing parentheses.
fn is_balanced(type_name: &str) -> bool {
    type_name.matches('(').count() == type_name.matches(')').count()
}

/// The type of a property whose `Type` attribute is missing or invalid.
const UNTYPED: &str = "Edm.Untyped";

fn single(name: &str, is_nullable: bool) -> TypeReference {
    TypeReference { name: name.to_owned(), is_nullable, ..TypeReference::default() }
}

fn has_boolean(element: &Element, name: &str) -> bool {
    matches!(element.attribute(name), Some("true" | "1" | "false" | "0"))
}

fn read_constraints(context: &Context<'_>, element: &Element, property: &mut Property) {
    for child in context.distinct("Property", element.children_named("ReferentialConstraint")) {
        let Some(name) = context.required_string(child, "Property") else { continue };
        let Some(referenced) = context.required_string(child, "ReferencedProperty") else { continue };
        let of_constraint = annotations(context, child);
        if !of_constraint.is_empty() {
            property.constraint_annotations.insert(name.clone(), of_constraint);
        }
        property.referential_constraints.insert(name, referenced);
    }
}

pub(super) fn facets(element: &Element) -> Facets {
    Facets::read(|name| element.attribute(name).map(str::to_owned))
}
