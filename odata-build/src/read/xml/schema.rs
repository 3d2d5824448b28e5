//! Parsing of a schema and its types in CSDL XML.

use std::collections::{BTreeMap, HashSet};

use super::annotations::annotations;
use super::place::Place;
use super::tree::Element;
use super::{container, property};
use crate::document::{
    Action, Annotations, EnumerationType, Function, Member, Problem, PropertyRef, Schema, StructuredKind,
    StructuredType, Term, TypeDefinition,
};

pub(super) fn read(
    place: &Place<'_>,
    element: &Element,
    namespace: &str,
    targets: &mut Vec<(String, Annotations)>,
) -> Schema {
    let mut schema = Schema {
        namespace: namespace.to_owned(),
        alias: element.attribute("Alias").map(str::to_owned),
        annotations: annotations(place, element),
        ..Schema::default()
    };
    let mut names = HashSet::new();
    for child in &element.children {
        // Actions and functions have overloads.
        let is_overload = matches!(&*child.name, "Action" | "Function");
        match child.attribute("Name").filter(|_| !is_overload) {
            Some(name) if !names.insert(name) => {
                place.warn(child, Problem::DuplicateName { name: name.to_owned() });
            }
            _ => read_element(place, child, &mut schema, targets),
        }
    }
    schema
}

fn read_element(
    place: &Place<'_>,
    element: &Element,
    schema: &mut Schema,
    targets: &mut Vec<(String, Annotations)>,
) {
    let namespace = &*schema.namespace;
    match element.name.as_str() {
        "EntityType" => {
            schema.structured_types.extend(structured(place, element, namespace, StructuredKind::Entity));
        }
        "ComplexType" => {
            schema.structured_types.extend(structured(place, element, namespace, StructuredKind::Complex));
        }
        "EnumType" => schema.enumeration_types.extend(enumeration(place, element, namespace)),
        "TypeDefinition" => schema.type_definitions.extend(type_definition(place, element, namespace)),
        "Action" => schema.actions.extend(action(place, element, namespace)),
        "Function" => {
            let function = action(place, element, namespace).map(|signature| Function {
                signature,
                is_composable: place.boolean(element, "IsComposable", false),
            });
            schema.functions.extend(function);
        }
        "Term" => schema.terms.extend(term(place, element, namespace)),
        "EntityContainer" if schema.container.is_some() => {
            place.warn(element, Problem::DuplicateName { name: element.name.clone() });
        }
        "EntityContainer" => schema.container = container::read(place, element),
        "Annotations" => {
            if let Some(target) = place.required(element, "Target") {
                targets.push((target.to_owned(), annotations(&place.inside(target), element)));
            }
        }
        _ => {}
    }
}

fn structured(
    place: &Place<'_>,
    element: &Element,
    namespace: &str,
    kind: StructuredKind,
) -> Option<StructuredType> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    let references = element.children_named("Key").flat_map(|key| key.children_named("PropertyRef"));
    let key = references.filter_map(|reference| {
        let name = place.required_string(reference, "Name")?;
        Some(PropertyRef { name, alias: reference.attribute("Alias").map(str::to_owned) })
    });
    let is_property = |child: &&Element| matches!(&*child.name, "Property" | "NavigationProperty");
    let properties = place.distinct("Name", element.children.iter().filter(is_property));
    Some(StructuredType {
        kind,
        qualified_name: format!("{namespace}.{name}"),
        base: element.attribute("BaseType").map(str::to_owned),
        is_abstract: place.boolean(element, "Abstract", false),
        is_open: place.boolean(element, "OpenType", false),
        has_stream: place.boolean(element, "HasStream", false),
        key: key.collect(),
        properties: properties.into_iter().filter_map(|child| property::read(place, child)).collect(),
        inherited_annotations: BTreeMap::new(),
        annotations: annotations(place, element),
    })
}

fn enumeration(place: &Place<'_>, element: &Element, namespace: &str) -> Option<EnumerationType> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    let mut members: Vec<Member> = Vec::new();
    for child in place.distinct("Name", element.children_named("Member")) {
        let next = members.last().map_or(0, |member| member.value.wrapping_add(1));
        members.extend(member(place, child, next));
    }
    Some(EnumerationType {
        qualified_name: format!("{namespace}.{name}"),
        underlying_type: element.attribute("UnderlyingType").unwrap_or("Edm.Int32").to_owned(),
        is_flags: place.boolean(element, "IsFlags", false),
        members,
        annotations: annotations(place, element),
    })
}

fn member(place: &Place<'_>, element: &Element, next: i64) -> Option<Member> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    let value = match element.attribute("Value").map(|value| (value, value.parse())) {
        None => next,
        Some((_, Ok(value))) => value,
        Some((value, Err(_))) => {
            place.warn(element, Problem::InvalidMemberValue { found: format!("`{value}`") });
            return None;
        }
    };
    Some(Member { name: name.to_owned(), value, annotations: annotations(place, element) })
}

/// Reads an action, or the signature of a function.
fn action(place: &Place<'_>, element: &Element, namespace: &str) -> Option<Action> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    let parameters = place.distinct("Name", element.children_named("Parameter")).into_iter();
    let return_type = place.single(element.children_named("ReturnType"));
    Some(Action {
        qualified_name: format!("{namespace}.{name}"),
        is_bound: place.boolean(element, "IsBound", false),
        parameters: parameters.filter_map(|child| property::read(place, child)).collect(),
        return_type: return_type.and_then(|child| property::read(place, child)),
        entity_set_path: element.attribute("EntitySetPath").map(str::to_owned),
        annotations: annotations(place, element),
    })
}

fn term(place: &Place<'_>, element: &Element, namespace: &str) -> Option<Term> {
    let definition = property::read(place, element)?;
    Some(Term {
        qualified_name: format!("{namespace}.{}", definition.name),
        definition,
        base: element.attribute("BaseTerm").map(str::to_owned),
        applies_to: element.attribute("AppliesTo").map(str::to_owned),
    })
}

fn type_definition(place: &Place<'_>, element: &Element, namespace: &str) -> Option<TypeDefinition> {
    let name = place.required(element, "Name")?;
    let place = &place.inside(name);
    Some(TypeDefinition {
        qualified_name: format!("{namespace}.{name}"),
        underlying_type: place.required_string(element, "UnderlyingType")?,
        facets: property::facets(element),
        annotations: annotations(place, element),
    })
}
